package uk.casebridge.cdk;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/**
 * A room's own queue and its dead letters.
 *
 * @param queue what wakes the room
 * @param deadLetters what it gave back too often
 */
record RoomQueue(Queue queue, Queue deadLetters) {

    private static final int MAXIMUM_RECEIVES = 5;

    /** @param visibility how long a message taken is out of others' sight */
    static RoomQueue of(Construct scope, String id, Key key, java.time.Duration visibility) {
        Queue dead = deadLetters(scope, id + "DeadLetters", key);
        Queue queue = Queue.Builder.create(scope, id + "Queue")
                .encryption(QueueEncryption.KMS)
                .encryptionMasterKey(key)
                .dataKeyReuse(Duration.hours(1))
                .enforceSsl(true)
                .visibilityTimeout(Duration.seconds(visibility.toSeconds()))
                .retentionPeriod(Duration.days(4))
                .deadLetterQueue(DeadLetterQueue.builder()
                        .queue(dead)
                        .maxReceiveCount(MAXIMUM_RECEIVES)
                        .build())
                .build();
        return new RoomQueue(queue, dead);
    }

    /** A queue for what nobody could deal with, kept for a fortnight. */
    static Queue deadLetters(Construct scope, String id, Key key) {
        return Queue.Builder.create(scope, id)
                .encryption(QueueEncryption.KMS)
                .encryptionMasterKey(key)
                .dataKeyReuse(Duration.hours(1))
                .enforceSsl(true)
                .retentionPeriod(Duration.days(14))
                .build();
    }
}
