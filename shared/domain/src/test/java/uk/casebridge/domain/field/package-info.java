/** Tests of the package of the same name. */
@NullMarked
package uk.casebridge.domain.field;

import org.jspecify.annotations.NullMarked;
