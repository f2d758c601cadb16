/** A paper: one uploaded document, its bytes as received, with an id, a SHA-256 and a state. */
@NullMarked
package uk.casebridge.domain.paper;

import org.jspecify.annotations.NullMarked;
