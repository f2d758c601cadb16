/** From deliveries in the table to each recipient's queue. */
@NullMarked
package uk.casebridge.relay;

import org.jspecify.annotations.NullMarked;
