/** Tests of the import of standing data. */
@NullMarked
package uk.casebridge.operator.standing;

import org.jspecify.annotations.NullMarked;
