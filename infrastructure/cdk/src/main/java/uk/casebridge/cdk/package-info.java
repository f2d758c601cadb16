/** Everything that exists in AWS. */
@NullMarked
package uk.casebridge.cdk;

import org.jspecify.annotations.NullMarked;
