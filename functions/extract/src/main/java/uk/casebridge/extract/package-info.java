/** From an incoming file to records: gate, originals, reading, one transaction per record. */
@NullMarked
package uk.casebridge.extract;

import org.jspecify.annotations.NullMarked;
