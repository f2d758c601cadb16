package uk.casebridge.store.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import uk.casebridge.domain.record.RecordId;
import uk.casebridge.domain.review.Ruling;

/** What a person decided, as compact JSON; it quotes the paper, so the table holds it only sealed. */
final class RulingContent {

    private static final int FORM = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private RulingContent() {}

    static byte[] of(Ruling ruling) {
        ObjectNode json = JSON.createObjectNode().put("form", FORM);
        switch (ruling) {
            case Ruling.KindChosen(String kind) -> json.put("is", "kind").put("kind", kind);
            case Ruling.ReadingCorrected(int part, String path, String before, String after) ->
                json.put("is", "corrected")
                        .put("part", part)
                        .put("path", path)
                        .put("before", before)
                        .put("after", after);
            case Ruling.FindingAccepted(int part, String code, List<String> fields, String reason) -> {
                json.put("is", "accepted").put("part", part).put("code", code).put("reason", reason);
                fields.forEach(json.putArray("fields")::add);
            }
            case Ruling.PaperIsWrong(String reason) -> json.put("is", "wrong").put("reason", reason);
            case Ruling.OrderChosen(int part, boolean newer, RecordId record, int version) ->
                json.put("is", "order")
                        .put("part", part)
                        .put("newer", newer)
                        .put("record", record.value())
                        .put("version", version);
            case Ruling.Confirmed(int decision) -> json.put("is", "confirmed").put("decision", decision);
        }
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of JSON can always be written", e);
        }
    }

    static Ruling from(byte[] bytes) {
        JsonNode json;
        try {
            json = JSON.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (json.path("form").asInt() != FORM) {
            throw new IllegalStateException("A decision of a form this version does not know: " + json.path("form"));
        }
        int part = json.path("part").asInt();
        return switch (json.path("is").asText()) {
            case "kind" -> new Ruling.KindChosen(json.path("kind").asText());
            case "corrected" ->
                new Ruling.ReadingCorrected(
                        part,
                        json.path("path").asText(),
                        json.path("before").asText(),
                        json.path("after").asText());
            case "accepted" -> {
                List<String> fields = new ArrayList<>();
                json.path("fields").forEach(field -> fields.add(field.asText()));
                yield new Ruling.FindingAccepted(
                        part,
                        json.path("code").asText(),
                        fields,
                        json.path("reason").asText());
            }
            case "wrong" -> new Ruling.PaperIsWrong(json.path("reason").asText());
            case "order" ->
                new Ruling.OrderChosen(
                        part,
                        json.path("newer").asBoolean(),
                        new RecordId(json.path("record").asText()),
                        json.path("version").asInt());
            case "confirmed" -> new Ruling.Confirmed(json.path("decision").asInt());
            default -> throw new IllegalStateException("A decision this version does not know: " + json.path("is"));
        };
    }
}
