/** Tests of reading. */
@NullMarked
package uk.casebridge.reading.fields;

import org.jspecify.annotations.NullMarked;
