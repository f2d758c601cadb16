/** Tests of the sweep room, on the store in memory. */
@NullMarked
package uk.casebridge.sweep;

import org.jspecify.annotations.NullMarked;
