/** Tests of the package of the same name. */
@NullMarked
package uk.casebridge.domain.delivery;

import org.jspecify.annotations.NullMarked;
