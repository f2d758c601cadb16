/** Benchmarks: they print what they measured, in ratios. */
@NullMarked
package uk.casebridge.bench;

import org.jspecify.annotations.NullMarked;
