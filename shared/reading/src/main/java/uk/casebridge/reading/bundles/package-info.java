/** Files that hold several papers: what they are made of, and how each part is taken out. */
@NullMarked
package uk.casebridge.reading.bundles;

import org.jspecify.annotations.NullMarked;
