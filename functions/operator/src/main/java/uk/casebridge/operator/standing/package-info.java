/** The import of standing data: published files in, versions of lists out. */
@NullMarked
package uk.casebridge.operator.standing;

import org.jspecify.annotations.NullMarked;
