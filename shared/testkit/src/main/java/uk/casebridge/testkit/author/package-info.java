/** Made-up people, cases and the words of each kind of paper. */
@NullMarked
package uk.casebridge.testkit.author;

import org.jspecify.annotations.NullMarked;
