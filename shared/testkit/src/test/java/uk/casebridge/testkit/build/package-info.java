/** Tests of the builders. */
@NullMarked
package uk.casebridge.testkit.build;

import org.jspecify.annotations.NullMarked;
