/** Tests of the agencies' client. */
@NullMarked
package uk.casebridge.events.client;

import org.jspecify.annotations.NullMarked;
