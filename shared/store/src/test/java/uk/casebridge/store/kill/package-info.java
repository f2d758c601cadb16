/** What is left when the one who writes dies between any two writes. */
@NullMarked
package uk.casebridge.store.kill;

import org.jspecify.annotations.NullMarked;
