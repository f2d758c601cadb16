/** Rules of single kinds: small pure functions over a record, with the law they rest on. */
@NullMarked
package uk.casebridge.domain.rules;

import org.jspecify.annotations.NullMarked;
