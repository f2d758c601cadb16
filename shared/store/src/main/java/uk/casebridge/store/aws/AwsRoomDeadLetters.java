package uk.casebridge.store.aws;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsClient;
import uk.casebridge.store.RecipientQueues.DeadLetter;
import uk.casebridge.store.RoomDeadLetters;
import uk.casebridge.store.RoomQueue;

/** The dead-letter queues of the rooms' own SQS queues. */
final class AwsRoomDeadLetters implements RoomDeadLetters {

    private final Supplier<SqsClient> sqs;
    private final AwsDeadLetters letters;
    private final Map<String, String> queues;
    private final Map<String, String> deadLetters;

    AwsRoomDeadLetters(Supplier<SqsClient> sqs, Map<String, String> queues, Map<String, String> deadLetters) {
        this.sqs = sqs;
        this.letters = new AwsDeadLetters(sqs);
        this.queues = queues;
        this.deadLetters = deadLetters;
    }

    @Override
    public long count(RoomQueue queue) {
        return letters.count(url(deadLetters, queue)).all();
    }

    @Override
    public List<DeadLetter> look(RoomQueue queue, int limit) {
        return List.copyOf(letters.look(url(deadLetters, queue), limit));
    }

    @Override
    public int redrive(RoomQueue queue, int most) {
        String to = url(queues, queue);
        return letters.redrive(
                url(deadLetters, queue),
                most,
                letter -> sqs.get().sendMessage(send -> send.queueUrl(to).messageBody(letter.body())));
    }

    private static String url(Map<String, String> urls, RoomQueue queue) {
        String url = urls.get(queue.id());
        if (url == null) {
            throw new IllegalStateException("This room was not given the queue " + queue.id());
        }
        return url;
    }
}
