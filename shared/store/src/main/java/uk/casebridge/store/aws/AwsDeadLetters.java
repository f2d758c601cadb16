package uk.casebridge.store.aws;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import uk.casebridge.store.RecipientQueues.DeadLetter;

/** Looks at the dead letters of an SQS queue and moves them back, whoever's queue it is. */
final class AwsDeadLetters {

    /** SQS gives ten messages a call at most. */
    private static final int MESSAGES_A_CALL = 10;
    /** How long a dead letter is out of others' sight while it is looked at, in seconds. */
    private static final int LOOK_SECONDS = 20;
    /** How long a dead letter is out of others' sight while it is moved, in seconds. */
    private static final int MOVE_SECONDS = 60;

    private final Supplier<SqsClient> sqs;

    AwsDeadLetters(Supplier<SqsClient> sqs) {
        this.sqs = sqs;
    }

    /** About how many messages a queue holds. */
    Count count(String url) {
        Map<QueueAttributeName, String> attributes = sqs.get()
                .getQueueAttributes(get -> get.queueUrl(url)
                        .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes();
        return new Count(
                number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
                number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
    }

    /** A look at the messages of a dead-letter queue; they are given back at once. */
    List<DeadLetter> look(String url, int limit) {
        List<DeadLetter> found = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        try {
            while (found.size() < limit) {
                int most = Math.min(MESSAGES_A_CALL, limit - found.size());
                List<Message> messages = sqs.get()
                        .receiveMessage(receive -> receive.queueUrl(url)
                                .maxNumberOfMessages(most)
                                .visibilityTimeout(LOOK_SECONDS)
                                .messageSystemAttributeNames(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT))
                        .messages();
                if (messages.isEmpty()) {
                    break;
                }
                for (Message message : messages) {
                    taken.add(message.receiptHandle());
                    String receives = message.attributes()
                            .getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1");
                    found.add(new DeadLetter(message.messageId(), message.body(), Integer.parseInt(receives)));
                }
            }
        } finally {
            taken.forEach(handle -> giveBack(url, handle));
        }
        return found;
    }

    /**
     * Sends the messages of a dead-letter queue again and takes each off once it is sent.
     *
     * @return how many
     */
    <E extends Exception> int redrive(String url, int most, Sending<E> sending) throws E {
        int moved = 0;
        while (moved < most) {
            int atOnce = Math.min(MESSAGES_A_CALL, most - moved);
            // Asked without a wait, only some servers look, and may miss what is said to be there.
            int wait = count(url).visible() > 0 ? 1 : 0;
            Deque<Message> inHand = new ArrayDeque<>(sqs.get()
                    .receiveMessage(receive -> receive.queueUrl(url)
                            .maxNumberOfMessages(atOnce)
                            .waitTimeSeconds(wait)
                            .visibilityTimeout(MOVE_SECONDS)
                            .messageSystemAttributeNames(MessageSystemAttributeName.MESSAGE_GROUP_ID))
                    .messages());
            if (inHand.isEmpty()) {
                break;
            }
            try {
                while (!inHand.isEmpty()) {
                    Message letter = inHand.getFirst();
                    sending.send(letter);
                    sqs.get().deleteMessage(delete -> delete.queueUrl(url).receiptHandle(letter.receiptHandle()));
                    inHand.removeFirst();
                    moved++;
                }
            } finally {
                inHand.forEach(letter -> giveBack(url, letter.receiptHandle()));
            }
        }
        return moved;
    }

    private void giveBack(String url, String handle) {
        sqs.get()
                .changeMessageVisibility(
                        change -> change.queueUrl(url).receiptHandle(handle).visibilityTimeout(0));
    }

    private static long number(Map<QueueAttributeName, String> attributes, QueueAttributeName name) {
        return Long.parseLong(attributes.getOrDefault(name, "0"));
    }

    /** Sends one message again. */
    @FunctionalInterface
    interface Sending<E extends Exception> {
        void send(Message letter) throws E;
    }

    /** How many messages a queue holds: nobody has taken them, or somebody has and not yet deleted them. */
    record Count(long visible, long inHand) {
        long all() {
            return visible + inHand;
        }
    }
}
