/** What a receiving agency calls: its deliveries, the document, the receipt. */
@NullMarked
package uk.casebridge.agencies;

import org.jspecify.annotations.NullMarked;
