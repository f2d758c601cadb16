/** Sample agencies built on the client alone. */
@NullMarked
package uk.casebridge.events.sample;

import org.jspecify.annotations.NullMarked;
