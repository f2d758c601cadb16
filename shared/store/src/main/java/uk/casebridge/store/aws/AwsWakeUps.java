package uk.casebridge.store.aws;

import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsClient;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.store.WakeUps;

/** Wake-up calls as messages on the rooms' own queues: {@code {"paper":"p-…"}}. */
final class AwsWakeUps implements WakeUps {

    private final Supplier<SqsClient> sqs;
    private final Supplier<String> extractQueue;
    private final Supplier<String> pictureQueue;

    AwsWakeUps(Supplier<SqsClient> sqs, Supplier<String> extractQueue, Supplier<String> pictureQueue) {
        this.sqs = sqs;
        this.extractQueue = extractQueue;
        this.pictureQueue = pictureQueue;
    }

    @Override
    public void extract(PaperId paper) {
        send(extractQueue.get(), paper);
    }

    @Override
    public void picture(PaperId paper) {
        send(pictureQueue.get(), paper);
    }

    private void send(String queue, PaperId paper) {
        // An id of a paper has nothing in it that JSON would escape.
        sqs.get().sendMessage(send -> send.queueUrl(queue).messageBody("{\"paper\":\"" + paper + "\"}"));
    }
}
