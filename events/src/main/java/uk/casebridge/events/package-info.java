/** The published language: envelope, schemas, and the small client an agency uses. */
@NullMarked
package uk.casebridge.events;

import org.jspecify.annotations.NullMarked;
