/** The command line. */
@NullMarked
package uk.casebridge.ops;

import org.jspecify.annotations.NullMarked;
