/** Tests of the rules of single kinds. */
@NullMarked
package uk.casebridge.domain.rules;

import org.jspecify.annotations.NullMarked;
