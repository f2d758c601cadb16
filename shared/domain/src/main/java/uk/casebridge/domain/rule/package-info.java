/** Packs of rules of law that hold between dates, for the kinds that name them. */
@NullMarked
package uk.casebridge.domain.rule;

import org.jspecify.annotations.NullMarked;
