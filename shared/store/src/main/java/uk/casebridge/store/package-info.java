/** What the rooms need of the world outside: papers, records, deliveries, originals, queues. Ports here, adapters below. */
@NullMarked
package uk.casebridge.store;

import org.jspecify.annotations.NullMarked;
