package uk.casebridge.local.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Writes a row for each message it gets, and fails each message that asks for it. */
public class SampleHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private final DynamoDbClient tables = DynamoDbClient.create();
    private final String table = Objects.requireNonNull(System.getenv("TABLE"));

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        List<SQSBatchResponse.BatchItemFailure> failures = new ArrayList<>();
        for (SQSEvent.SQSMessage message : event.getRecords()) {
            if (message.getBody().contains("fail-me")) {
                failures.add(new SQSBatchResponse.BatchItemFailure(message.getMessageId()));
                continue;
            }
            tables.putItem(request -> request.tableName(table)
                    .item(Map.of(
                            "pk", AttributeValue.fromS(message.getMessageId()),
                            "body", AttributeValue.fromS(message.getBody()),
                            "type", AttributeValue.fromS(message.getBody().contains("quiet") ? "quiet" : "loud"))));
        }
        return new SQSBatchResponse(failures);
    }
}
