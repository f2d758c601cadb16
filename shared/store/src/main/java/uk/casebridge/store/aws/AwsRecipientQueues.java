package uk.casebridge.store.aws;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import uk.casebridge.domain.kind.Urgency;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.store.RecipientAwayException;
import uk.casebridge.store.RecipientQueues;

/** The recipients' SQS FIFO queues, two lanes each, and their dead-letter queues. */
final class AwsRecipientQueues implements RecipientQueues {

    /** What was put among the dead letters by hand, in a queue that asks for no group. */
    private static final String NO_GROUP = "no-group";

    private final Supplier<SqsClient> sqs;
    private final Map<String, String> queues;
    private final Map<String, String> deadLetters;
    private final AwsDeadLetters letters;

    AwsRecipientQueues(Supplier<SqsClient> sqs, Map<String, String> queues, Map<String, String> deadLetters) {
        this.sqs = sqs;
        this.queues = queues;
        this.deadLetters = deadLetters;
        this.letters = new AwsDeadLetters(sqs);
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
            AwsDeadLetters.Count count = letters.count(url);
            waiting += count.visible();
            inHand += count.inHand();
        }
        long dead = 0;
        for (String url : lanes(recipient, deadLetters)) {
            dead += letters.count(url).all();
        }
        // The age of the oldest message is a metric of SQS, not an attribute: the alarm watches it, we cannot ask.
        return new Depth(waiting, inHand, dead, Optional.empty());
    }

    @Override
    public List<DeadLetter> deadLetters(Recipient recipient, int limit) {
        List<DeadLetter> found = new ArrayList<>();
        for (String url : lanes(recipient, deadLetters)) {
            found.addAll(letters.look(url, limit - found.size()));
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
            moved += letters.redrive(
                    lane.getValue(), most - moved, letter -> send(recipient, lane.getKey(), again(letter)));
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

    private static Collection<String> lanes(Recipient recipient, Map<String, String> urls) {
        return AwsNames.lanesOf(recipient, urls).values();
    }
}
