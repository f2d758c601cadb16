/** Tests of the relay. */
@NullMarked
package uk.casebridge.relay;

import org.jspecify.annotations.NullMarked;
