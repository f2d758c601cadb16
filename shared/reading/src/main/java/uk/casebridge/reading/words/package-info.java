/** Words with places: what every paper becomes, whatever its format, before anything is looked for in it. */
@NullMarked
package uk.casebridge.reading.words;

import org.jspecify.annotations.NullMarked;
