/** Law as data: what holds from which day, with its source. */
@NullMarked
package uk.casebridge.domain.law;

import org.jspecify.annotations.NullMarked;
