/** Deliveries, their states, and the receipts that answer them. */
@NullMarked
package uk.casebridge.domain.delivery;

import org.jspecify.annotations.NullMarked;
