/** Functions for tests of the local house, loaded as assets. */
@NullMarked
package uk.casebridge.local.sample;

import org.jspecify.annotations.NullMarked;
