/** What can go wrong with a paper, each with a stable code and a sentence for a clerk. */
@NullMarked
package uk.casebridge.domain.failure;

import org.jspecify.annotations.NullMarked;
