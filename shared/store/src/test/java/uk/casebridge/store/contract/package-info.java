/** What every implementation of the store's ports must keep to, written once and run against each. */
@NullMarked
package uk.casebridge.store.contract;

import org.jspecify.annotations.NullMarked;
