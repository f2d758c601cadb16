/** Who the people on the papers are: what is known of them, how records are compared with them, and what follows. */
@NullMarked
package uk.casebridge.domain.person;

import org.jspecify.annotations.NullMarked;
