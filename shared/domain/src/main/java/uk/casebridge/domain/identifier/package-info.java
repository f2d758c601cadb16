/** The identifiers printed on court papers, with their shapes and check characters. */
@NullMarked
package uk.casebridge.domain.identifier;

import org.jspecify.annotations.NullMarked;
