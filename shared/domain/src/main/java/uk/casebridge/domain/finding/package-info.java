/** Findings and the rules that make them. */
@NullMarked
package uk.casebridge.domain.finding;

import org.jspecify.annotations.NullMarked;
