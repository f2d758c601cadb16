/** Tests of the package of the same name. */
@NullMarked
package uk.casebridge.domain.record;

import org.jspecify.annotations.NullMarked;
