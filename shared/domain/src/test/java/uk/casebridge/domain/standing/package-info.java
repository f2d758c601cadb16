/** Tests of the code lists. */
@NullMarked
package uk.casebridge.domain.standing;

import org.jspecify.annotations.NullMarked;
