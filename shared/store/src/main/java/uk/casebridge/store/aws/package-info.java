/** The store's ports over DynamoDB, S3, SQS and KMS. */
@NullMarked
package uk.casebridge.store.aws;

import org.jspecify.annotations.NullMarked;
