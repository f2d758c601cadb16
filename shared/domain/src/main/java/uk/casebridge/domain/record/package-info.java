/** Records: the structured reading of a paper, in immutable versions, and what differs between two. */
@NullMarked
package uk.casebridge.domain.record;

import org.jspecify.annotations.NullMarked;
