/** Tests of the sample agencies. */
@NullMarked
package uk.casebridge.events.sample;

import org.jspecify.annotations.NullMarked;
