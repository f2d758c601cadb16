/** Every worked example of the identifiers, and properties that hold for all of them. */
@NullMarked
package uk.casebridge.domain.identifier;

import org.jspecify.annotations.NullMarked;
