/** Standing data: codes of courts, prisons and offices that papers refer to. */
@NullMarked
package uk.casebridge.domain.standing;

import org.jspecify.annotations.NullMarked;
