/** Functions as Lambda would run them: loaded from their assets, invoked with events, fed by queues and streams. */
@NullMarked
package uk.casebridge.local.function;

import org.jspecify.annotations.NullMarked;
