/** What decisions make of a reading. */
@NullMarked
package uk.casebridge.domain.review;

import org.jspecify.annotations.NullMarked;
