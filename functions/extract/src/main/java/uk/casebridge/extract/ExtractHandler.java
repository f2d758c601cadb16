package uk.casebridge.extract;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Instant;
import java.util.Map;
import uk.casebridge.store.BatchRunner;

/** The extract room as Lambda calls it: messages of the intake queues in, those to bring back out. */
public final class ExtractHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final ExtractService service;
    private final BatchRunner batch;

    /** In AWS. */
    public ExtractHandler() {
        this(ExtractWiring.inAws());
    }

    private ExtractHandler(ExtractWiring wiring) {
        this(wiring.service(), wiring.batch());
    }

    ExtractHandler(ExtractService service, BatchRunner batch) {
        this.service = service;
        this.batch = batch;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return answer(event);
    }

    SQSBatchResponse answer(SQSEvent event) {
        return new SQSBatchResponse(
                BatchRunner.failed(batch.run(event.getRecords(), SQSMessage::getMessageId, this::take)).stream()
                        .map(SQSBatchResponse.BatchItemFailure::new)
                        .toList());
    }

    private void take(SQSMessage message) {
        service.take(IntakeMessage.parse(message.getBody(), sent(message)));
    }

    private static Instant sent(SQSMessage message) {
        Map<String, String> attributes = message.getAttributes() == null ? Map.of() : message.getAttributes();
        return Instant.ofEpochMilli(Long.parseLong(attributes.getOrDefault("SentTimestamp", "0")));
    }
}
