package uk.casebridge.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.paper.PaperState;
import uk.casebridge.store.BatchRunner;

class ExtractHandlerTest {

    private final Room room = new Room();

    @Test
    void shouldGiveBackOnlyTheMessageThatFailed() {
        room.reader.learn("a", () -> Readings.of("custodial-warrant", Readings.warrant("A", "5 months")));
        PaperId id = room.uploaded("a");
        ExtractHandler handler = new ExtractHandler(room.service(), new BatchRunner("extract", room.metrics));
        SQSEvent event = new SQSEvent();
        event.setRecords(List.of(
                message("1", "not ours"),
                message("2", "{\"Event\":\"s3:TestEvent\"}"),
                message("3", "{\"Records\":[{\"s3\":{\"object\":{\"key\":\"papers/" + id + "\"}}}]}")));

        SQSBatchResponse answer = handler.answer(event);

        assertThat(answer.getBatchItemFailures())
                .extracting(BatchItemFailure::getItemIdentifier)
                .containsExactly("1");
        assertThat(room.paper(id).state()).isEqualTo(PaperState.RECORDED);
    }

    private static SQSMessage message(String id, String body) {
        SQSMessage message = new SQSMessage();
        message.setMessageId(id);
        message.setBody(body);
        message.setAttributes(Map.of("SentTimestamp", "1786698000000"));
        return message;
    }
}
