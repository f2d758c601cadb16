/** Papers with known truth, builders and fakes for tests, demo and benchmarks. */
@NullMarked
package uk.casebridge.testkit;

import org.jspecify.annotations.NullMarked;
