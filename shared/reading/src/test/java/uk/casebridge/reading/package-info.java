/** Tests of reading. */
@NullMarked
package uk.casebridge.reading;

import org.jspecify.annotations.NullMarked;
