/** Tests of the paper generator. */
@NullMarked
package uk.casebridge.testkit;

import org.jspecify.annotations.NullMarked;
