/** Tests of the agencies room. */
@NullMarked
package uk.casebridge.agencies;

import org.jspecify.annotations.NullMarked;
