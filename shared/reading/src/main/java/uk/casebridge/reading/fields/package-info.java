/** From words with places to the kind of a paper and the fields of its records, by label and geometry. */
@NullMarked
package uk.casebridge.reading.fields;

import org.jspecify.annotations.NullMarked;
