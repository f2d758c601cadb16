/** Tests of sums of money. */
@NullMarked
package uk.casebridge.domain.money;

import org.jspecify.annotations.NullMarked;
