/** Sums of money, in whole pence. */
@NullMarked
package uk.casebridge.domain.money;

import org.jspecify.annotations.NullMarked;
