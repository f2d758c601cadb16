/** From bytes to words with places, to a kind, to fields. No cloud. */
@NullMarked
package uk.casebridge.reading;

import org.jspecify.annotations.NullMarked;
