package uk.casebridge.local.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Records of a table's stream in the form in which Lambda gives them to functions. */
public final class StreamRecords {

    private StreamRecords() {}

    public static ObjectNode event(Record record, String streamArn) {
        ObjectNode event = SdkJson.write(record);
        event.put("eventSource", "aws:dynamodb");
        event.put("eventSourceARN", streamArn);
        return event;
    }
}
