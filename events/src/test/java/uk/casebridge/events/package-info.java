/** Tests of the published language. */
@NullMarked
package uk.casebridge.events;

import org.jspecify.annotations.NullMarked;
