package uk.casebridge.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class PaperViewTest {

    private static PaperView paper(String json) throws JsonProcessingException {
        return new PaperView(new ObjectMapper().readTree(json));
    }

    @Test
    void shouldCountEachFindingCodeOnce() throws JsonProcessingException {
        PaperView paper = paper("""
                {"paper":{"id":"p-1","state":"RECORDED"},
                 "records":[{"version":1,"findings":[{"code":"CB-I02"},{"code":"CB-I02"},{"code":"FIELD-MISSING"}]}]}
                """);

        assertThat(paper.findings()).isEqualTo("CB-I02 ×2, FIELD-MISSING");
    }

    @Test
    void shouldSayWhyAPaperIsNotRecorded() throws JsonProcessingException {
        PaperView paper = paper("""
                {"paper":{"state":"QUARANTINED","failure":{"code":"CB-205","sentence":"Too much.","detail":"1 to 900"}}}
                """);

        assertThat(paper.trouble()).contains("CB-205 Too much. (1 to 900)");
        assertThat(paper.isAtRest()).isTrue();
        assertThat(paper.isRecorded()).isFalse();
    }

    @Test
    void shouldNameTheFirstPaperOfADuplicate() throws JsonProcessingException {
        PaperView paper = paper("{\"paper\":{\"state\":\"DUPLICATE\",\"duplicateOf\":\"p-first\",\"failure\":null}}");

        assertThat(paper.trouble()).contains("The same file was received before, as p-first.");
    }

    @Test
    void shouldMeasureSecondsFromTheUpload() throws JsonProcessingException {
        PaperView paper = paper("""
                {"paper":{"createdAt":"2026-11-23T09:00:00Z"},
                 "deliveries":[{"recipient":"prison","state":"SENT","sentAt":"2026-11-23T09:00:02.450Z","receivedAt":null}]}
                """);
        JsonNode delivery = paper.deliveries().getFirst();

        assertThat(paper.secondsTo(delivery, "sentAt")).isEqualTo("2.5 s");
        assertThat(paper.secondsTo(delivery, "receivedAt")).isEqualTo("-");
        assertThat(PaperView.isSent(delivery)).isTrue();
        assertThat(PaperView.isReceived(delivery)).isFalse();
    }
}
