/** Tests of the extract room, on the store in memory. */
@NullMarked
package uk.casebridge.extract;

import org.jspecify.annotations.NullMarked;
