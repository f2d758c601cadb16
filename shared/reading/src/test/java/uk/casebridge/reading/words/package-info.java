/** Tests of reading. */
@NullMarked
package uk.casebridge.reading.words;

import org.jspecify.annotations.NullMarked;
