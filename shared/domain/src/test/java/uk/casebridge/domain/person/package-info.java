/** Tests of the package of the same name. */
@NullMarked
package uk.casebridge.domain.person;

import org.jspecify.annotations.NullMarked;
