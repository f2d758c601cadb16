package uk.casebridge.cdk;

import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.iam.AccountPrincipal;
import software.amazon.awscdk.services.iam.AccountRootPrincipal;
import software.amazon.awscdk.services.iam.IPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.DeduplicationScope;
import software.amazon.awscdk.services.sqs.FifoThroughputLimit;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;
import uk.casebridge.domain.kind.Urgency;
import uk.casebridge.domain.recipient.Recipient;

/**
 * A recipient's two queues, first in first out within a case, each with its dead letters, under one key that no other
 * recipient's messages are under. The recipient's account may take messages from the queues and not from the dead
 * letters, which are the house's to look into.
 */
final class RecipientLanes extends Construct {

    private static final Duration RETENTION = Duration.days(14);
    /** Longer than this and custody is at stake, whatever the recipient's own limit. */
    private static final java.time.Duration LONGEST_URGENT_WAIT = java.time.Duration.ofMinutes(15);

    /** A queue and its dead letters. */
    record Lane(Queue queue, Queue deadLetters) {}

    private final Recipient recipient;
    private final Key key;
    private final Map<Urgency, Lane> lanes = new EnumMap<>(Urgency.class);

    RecipientLanes(Construct scope, Recipient recipient, Optional<String> account, Alarms alarms) {
        super(scope, pascal(recipient.id()));
        this.recipient = recipient;
        key = Key.Builder.create(this, "Key")
                .description("Casebridge: messages to " + recipient.id())
                .enableKeyRotation(true)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        IPrincipal consumer = account.<IPrincipal>map(AccountPrincipal::new).orElseGet(AccountRootPrincipal::new);
        key.addToResourcePolicy(PolicyStatement.Builder.create()
                .sid("RecipientReads")
                .principals(List.of(consumer))
                .actions(List.of("kms:Decrypt"))
                .resources(List.of("*"))
                .build());
        for (Urgency urgency : Urgency.values()) {
            lanes.put(urgency, lane(urgency, consumer, alarms));
        }
    }

    private Lane lane(Urgency urgency, IPrincipal consumer, Alarms alarms) {
        Construct place = new Construct(this, urgency == Urgency.CUSTODY ? "Urgent" : "Ordinary");
        String name = laneName(recipient, urgency);
        Queue deadLetters = fifo(place, "DeadLetters", "casebridge-" + name + "-dead-letters.fifo")
                .build();
        Queue queue = fifo(place, "Queue", "casebridge-" + name + ".fifo")
                .deadLetterQueue(DeadLetterQueue.builder()
                        .queue(deadLetters)
                        .maxReceiveCount(5)
                        .build())
                .build();
        queue.addToResourcePolicy(PolicyStatement.Builder.create()
                .sid("RecipientReceives")
                .principals(List.of(consumer))
                .actions(List.of(
                        "sqs:ReceiveMessage",
                        "sqs:DeleteMessage",
                        "sqs:ChangeMessageVisibility",
                        "sqs:GetQueueAttributes",
                        "sqs:GetQueueUrl"))
                .resources(List.of(queue.getQueueArn()))
                .build());
        Alarms.Concern concern = urgency == Urgency.CUSTODY ? Alarms.Concern.CUSTODY : Alarms.Concern.OPERATIONS;
        MetricOptions everyMinute = MetricOptions.builder()
                .statistic("Maximum")
                .period(Duration.minutes(1))
                .build();
        alarms.ring(
                place,
                "DeadLettersPresent",
                deadLetters.metricApproximateNumberOfMessagesVisible(everyMinute),
                Alarms.Limit.atLeast(1),
                concern,
                "The queue " + name + " has a message that its recipient gave back too often.",
                Runbook.RECIPIENT_DEAD_LETTERS);
        alarms.ring(
                place,
                "OldestMessage",
                queue.metricApproximateAgeOfOldestMessage(everyMinute),
                Alarms.Limit.above(longestWait(recipient, urgency).toSeconds(), 1),
                concern,
                "A message on the queue " + name + " has waited for more than "
                        + longestWait(recipient, urgency).toMinutes() + " minutes.",
                Runbook.RECIPIENT_AGE);
        return new Lane(queue, deadLetters);
    }

    private Queue.Builder fifo(Construct place, String id, String name) {
        return Queue.Builder.create(place, id)
                .queueName(name)
                .fifo(true)
                .contentBasedDeduplication(false)
                // A case is a message group: order, throughput and deduplication are counted per case.
                .deduplicationScope(DeduplicationScope.MESSAGE_GROUP)
                .fifoThroughputLimit(FifoThroughputLimit.PER_MESSAGE_GROUP_ID)
                .encryption(QueueEncryption.KMS)
                .encryptionMasterKey(key)
                .dataKeyReuse(Duration.hours(1))
                .enforceSsl(true)
                .retentionPeriod(RETENTION)
                .visibilityTimeout(Duration.minutes(2))
                .removalPolicy(RemovalPolicy.RETAIN);
    }

    /** How a lane is named in settings and queues. */
    static String laneName(Recipient recipient, Urgency urgency) {
        return urgency == Urgency.CUSTODY ? recipient.id() + "-urgent" : recipient.id();
    }

    /** How long a message may lie before somebody is told: half of what the recipient has to say that it received it. */
    static java.time.Duration longestWait(Recipient recipient, Urgency urgency) {
        if (urgency == Urgency.ORDINARY) {
            return recipient.receiptLimit().dividedBy(2);
        }
        java.time.Duration half = recipient.urgentReceiptLimit().dividedBy(2);
        return (half.compareTo(LONGEST_URGENT_WAIT) < 0 ? half : LONGEST_URGENT_WAIT).truncatedTo(ChronoUnit.MINUTES);
    }

    private static String pascal(String id) {
        StringBuilder text = new StringBuilder();
        for (String part : id.split("-")) {
            text.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
        }
        return text.toString();
    }

    Recipient recipient() {
        return recipient;
    }

    Key key() {
        return key;
    }

    /** The lanes by urgency, ordinary first. */
    Map<Urgency, Lane> lanes() {
        return lanes;
    }
}
