package uk.casebridge.picture;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import uk.casebridge.store.BatchRunner;

/** The picture room as Lambda calls it: wake-up calls in, those to bring back out. */
public final class PictureHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final PictureService service;
    private final BatchRunner batch;

    /** In AWS. */
    public PictureHandler() {
        this(PictureWiring.inAws());
    }

    private PictureHandler(PictureWiring wiring) {
        this(wiring.service(), wiring.batch());
    }

    PictureHandler(PictureService service, BatchRunner batch) {
        this.service = service;
        this.batch = batch;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return answer(event);
    }

    SQSBatchResponse answer(SQSEvent event) {
        return new SQSBatchResponse(BatchRunner.failed(batch.run(
                        event.getRecords(),
                        SQSMessage::getMessageId,
                        message -> service.draw(PictureCall.parse(message.getBody()))))
                .stream()
                .map(SQSBatchResponse.BatchItemFailure::new)
                .toList());
    }
}
