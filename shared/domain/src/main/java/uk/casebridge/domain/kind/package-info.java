/** Kinds of paper, one file each, and the catalogue of them. */
@NullMarked
package uk.casebridge.domain.kind;

import org.jspecify.annotations.NullMarked;
