package uk.casebridge.store.aws;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import uk.casebridge.domain.kind.Urgency;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.store.RecipientAwayException;
import uk.casebridge.store.RecipientQueues;

/** The recipients' SQS FIFO queues, two lanes each, and their dead-letter queues. */
final class AwsRecipientQueues implements RecipientQueues {

    /** SQS gives ten messages a call at most. */
    private static final int MESSAGES_A_CALL = 10;
    /** How long a dead letter is out of others' sight while it is looked at, in seconds. */
    private static final int LOOK_SECONDS = 20;
    /** How long a dead letter is out of others' sight while it is moved, in seconds. */
    private static final int MOVE_SECONDS = 60;
    /** What was put among the dead letters by hand, in a queue that asks for no group. */
    private static final String NO_GROUP = "no-group";

    private final Supplier<SqsClient> sqs;
    private final Map<String, String> queues;
    private final Map<String, String> deadLetters;

    AwsRecipientQueues(Supplier<SqsClient> sqs, Map<String, String> queues, Map<String, String> deadLetters) {
        this.sqs = sqs;
        this.queues = queues;
        this.deadLetters = deadLetters;
    }

    @Override
    public void send(Recipient recipient, Urgency urgency, Message message) throws RecipientAwayException {
        String url = queues.get(AwsNames.lane(recipient, urgency));
        if (url == null) {
            // A mistake in the settings of one lane must not hold up the others.
            throw new RecipientAwayException("No queue is set for " + AwsNames.lane(recipient, urgency));
        }
        try {
            sqs.get()
                    .sendMessage(send -> send.queueUrl(url)
                            .messageBody(message.body())
                            .messageGroupId(message.group())
                            .messageDeduplicationId(message.deduplicationId()));
        } catch (SdkException e) {
            throw new RecipientAwayException("The queue " + AwsNames.lane(recipient, urgency) + " took no message", e);
        }
    }

    @Override
    public Depth depth(Recipient recipient) {
        long waiting = 0;
        long inHand = 0;
        for (String url : lanes(recipient, queues)) {
            Map<QueueAttributeName, String> attributes = attributes(url);
            waiting += number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
            inHand += number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
        }
        long dead = 0;
        for (String url : lanes(recipient, deadLetters)) {
            Map<QueueAttributeName, String> attributes = attributes(url);
            dead += number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)
                    + number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
        }
        // The age of the oldest message is a metric of SQS, not an attribute: the alarm watches it, we cannot ask.
        return new Depth(waiting, inHand, dead, Optional.empty());
    }

    @Override
    public List<DeadLetter> deadLetters(Recipient recipient, int limit) {
        List<DeadLetter> found = new ArrayList<>();
        for (String url : lanes(recipient, deadLetters)) {
            look(url, limit, found);
        }
        return List.copyOf(found);
    }

    /**
     * Done by hand, message by message: SQS's own move task answers before it has moved anything, cannot be bounded, and
     * is not to be had on every endpoint that speaks SQS.
     */
    @Override
    public int redrive(Recipient recipient, int most) throws RecipientAwayException {
        int moved = 0;
        for (Map.Entry<Urgency, String> lane :
                AwsNames.lanesOf(recipient, deadLetters).entrySet()) {
            moved += redrive(recipient, lane.getKey(), lane.getValue(), most - moved);
        }
        return moved;
    }

    private int redrive(Recipient recipient, Urgency urgency, String url, int most) throws RecipientAwayException {
        int moved = 0;
        while (moved < most) {
            int atOnce = Math.min(MESSAGES_A_CALL, most - moved);
            // Asked without a wait, only some servers look, and may miss what is said to be there.
            int wait = number(attributes(url), QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES) > 0 ? 1 : 0;
            Deque<software.amazon.awssdk.services.sqs.model.Message> inHand = new ArrayDeque<>(sqs.get()
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
                    var letter = inHand.getFirst();
                    send(recipient, urgency, again(letter));
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

    /**
     * A dead letter as it goes out again. Its id is new when it has been sent anew, and the same when a move that broke
     * off is done again, so the queue takes the first and drops the second.
     */
    private static Message again(software.amazon.awssdk.services.sqs.model.Message letter) {
        String group = letter.attributes().getOrDefault(MessageSystemAttributeName.MESSAGE_GROUP_ID, NO_GROUP);
        return new Message(letter.body(), group, "again-" + letter.messageId());
    }

    private void giveBack(String url, String handle) {
        sqs.get()
                .changeMessageVisibility(
                        change -> change.queueUrl(url).receiptHandle(handle).visibilityTimeout(0));
    }

    private void look(String url, int limit, List<DeadLetter> found) {
        List<String> taken = new ArrayList<>();
        try {
            while (found.size() < limit) {
                int most = Math.min(MESSAGES_A_CALL, limit - found.size());
                var messages = sqs.get()
                        .receiveMessage(receive -> receive.queueUrl(url)
                                .maxNumberOfMessages(most)
                                .visibilityTimeout(LOOK_SECONDS)
                                .messageSystemAttributeNames(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT))
                        .messages();
                if (messages.isEmpty()) {
                    return;
                }
                for (var message : messages) {
                    taken.add(message.receiptHandle());
                    String receives = message.attributes()
                            .getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1");
                    found.add(new DeadLetter(message.messageId(), message.body(), Integer.parseInt(receives)));
                }
            }
        } finally {
            taken.forEach(handle -> giveBack(url, handle));
        }
    }

    private Map<QueueAttributeName, String> attributes(String url) {
        return sqs.get()
                .getQueueAttributes(get -> get.queueUrl(url)
                        .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes();
    }

    private static long number(Map<QueueAttributeName, String> attributes, QueueAttributeName name) {
        return Long.parseLong(attributes.getOrDefault(name, "0"));
    }

    private static Collection<String> lanes(Recipient recipient, Map<String, String> urls) {
        return AwsNames.lanesOf(recipient, urls).values();
    }
}
