/** Tests of dated law. */
@NullMarked
package uk.casebridge.domain.law;

import org.jspecify.annotations.NullMarked;
