package uk.casebridge.local.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Sends the body of each new row on, in order; a row that asks for it fails once first. */
public class StreamHandler implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
    private static final Set<String> FAILED_ONCE = ConcurrentHashMap.newKeySet();

    /** A method handle on purpose: it must find the function's own environment as a call does. */
    private final Function<String, String> environment = System::getenv;

    private final SqsClient queues = SqsClient.create();

    @Override
    public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
        for (DynamodbEvent.DynamodbStreamRecord record : event.getRecords()) {
            String body = Objects.requireNonNull(
                            record.getDynamodb().getNewImage().get("body"))
                    .getS();
            if (body.contains("once-more") && FAILED_ONCE.add(body)) {
                return new StreamsEventResponse(List.of(new StreamsEventResponse.BatchItemFailure(
                        record.getDynamodb().getSequenceNumber())));
            }
            queues.sendMessage(request -> request.queueUrl(environment.apply("QUEUE"))
                    .messageBody(body)
                    .messageGroupId("one")
                    .messageDeduplicationId(record.getDynamodb().getSequenceNumber()));
        }
        return new StreamsEventResponse(List.of());
    }

    /** Only so that this environment differs from the other function's in what is asked of it. */
    Map<String, String> all() {
        return System.getenv();
    }
}
