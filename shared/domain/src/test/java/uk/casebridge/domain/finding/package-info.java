/** Tests of the rules over records. */
@NullMarked
package uk.casebridge.domain.finding;

import org.jspecify.annotations.NullMarked;
