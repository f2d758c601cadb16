/** Tests of the picture room, on the store in memory. */
@NullMarked
package uk.casebridge.picture;

import org.jspecify.annotations.NullMarked;
