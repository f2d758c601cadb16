/** The review desk: what people decide about papers, and what comes of it. */
@NullMarked
package uk.casebridge.domain.review;

import org.jspecify.annotations.NullMarked;
