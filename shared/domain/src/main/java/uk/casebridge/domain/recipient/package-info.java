/** Recipients, the places they work in, and what each is entitled to. */
@NullMarked
package uk.casebridge.domain.recipient;

import org.jspecify.annotations.NullMarked;
