/** Tests of the package of the same name. */
@NullMarked
package uk.casebridge.bench;

import org.jspecify.annotations.NullMarked;
