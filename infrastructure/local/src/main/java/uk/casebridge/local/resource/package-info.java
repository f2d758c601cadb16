/** The families of resources the house knows, each making its own from a template. */
@NullMarked
package uk.casebridge.local.resource;

import org.jspecify.annotations.NullMarked;
