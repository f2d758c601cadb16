/** Draws the pages of a paper, after its records, for the pages that show them. */
@NullMarked
package uk.casebridge.picture;

import org.jspecify.annotations.NullMarked;
