/** Tests of the package of the same name. */
@NullMarked
package uk.casebridge.domain.paper;

import org.jspecify.annotations.NullMarked;
