/** The local house: runs the synthesised template in one process. */
@NullMarked
package uk.casebridge.local;

import org.jspecify.annotations.NullMarked;
