/** Tests of the package of the same name. */
@NullMarked
package uk.casebridge.domain.kind;

import org.jspecify.annotations.NullMarked;
