/** Messages of other systems, XML and JSON, read by their own structure instead of by words on a page. */
@NullMarked
package uk.casebridge.reading.messages;

import org.jspecify.annotations.NullMarked;
