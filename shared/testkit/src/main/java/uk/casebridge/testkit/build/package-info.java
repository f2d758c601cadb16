/** Builders of valid domain objects, one default for everything. */
@NullMarked
package uk.casebridge.testkit.build;

import org.jspecify.annotations.NullMarked;
