/** Made-up messages of other systems. */
@NullMarked
package uk.casebridge.testkit.message;

import org.jspecify.annotations.NullMarked;
