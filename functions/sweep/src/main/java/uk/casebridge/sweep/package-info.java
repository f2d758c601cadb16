/** The safety net: unsent, stuck and overdue, found by index and woken again. */
@NullMarked
package uk.casebridge.sweep;

import org.jspecify.annotations.NullMarked;
