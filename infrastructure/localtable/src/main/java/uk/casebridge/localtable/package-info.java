/** DynamoDB Local, alone in its module, for development and tests only. */
@NullMarked
package uk.casebridge.localtable;

import org.jspecify.annotations.NullMarked;
