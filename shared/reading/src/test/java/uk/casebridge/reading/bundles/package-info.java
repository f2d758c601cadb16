/** Tests of files that hold several papers. */
@NullMarked
package uk.casebridge.reading.bundles;

import org.jspecify.annotations.NullMarked;
