/** Tests of the operator room, on the store in memory. */
@NullMarked
package uk.casebridge.operator;

import org.jspecify.annotations.NullMarked;
