/** Tests of the readers of messages. */
@NullMarked
package uk.casebridge.reading.messages;

import org.jspecify.annotations.NullMarked;
