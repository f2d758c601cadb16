/** The client an agency uses: poll, validate, drop duplicates, refuse older versions, fetch the document, answer. */
@NullMarked
package uk.casebridge.events.client;

import org.jspecify.annotations.NullMarked;
