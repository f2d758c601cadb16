/** The reference implementation of the store's ports, in memory: what the adapters for AWS are measured against. */
@NullMarked
package uk.casebridge.store.memory;

import org.jspecify.annotations.NullMarked;
