package uk.casebridge.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.field.PageBox;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Severity;
import uk.casebridge.domain.kind.Urgency;

/**
 * What was read from a paper that could not become records, as kept beside it in the form of {@code reading.v1.json}:
 * whoever has to decide about the paper needs to see what the rules say about it.
 */
record KeptReading(List<Part> parts) {

    private static final ObjectMapper JSON = new ObjectMapper();

    KeptReading {
        parts = List.copyOf(parts);
    }

    /** What would have become one record. */
    record Part(Fields fields, List<Finding> findings, List<String> restrictions, Urgency urgency) {
        Part {
            findings = List.copyOf(findings);
            restrictions = List.copyOf(restrictions);
        }
    }

    /**
     * The reading that was kept.
     *
     * @throws IOException if it is not JSON
     * @throws IllegalArgumentException if it is not a reading
     */
    static KeptReading of(byte[] json) throws IOException {
        List<Part> parts = new ArrayList<>();
        for (JsonNode record : JSON.readTree(json).path("records")) {
            List<Field> fields = new ArrayList<>();
            for (JsonNode field : record.path("fields")) {
                fields.add(new Field(
                        field.path("path").asText(),
                        field.path("value").asText(),
                        field.path("raw").asText(),
                        field.path("confidence").asDouble(),
                        place(field)));
            }
            List<Finding> findings = new ArrayList<>();
            for (JsonNode finding : record.path("findings")) {
                findings.add(new Finding(
                        finding.path("code").asText(),
                        constant(Severity.class, finding.path("severity")),
                        texts(finding.path("fields")),
                        finding.path("what").asText(),
                        finding.path("cause").asText(),
                        finding.path("howToCorrect").asText(),
                        finding.path("howToAvoid").asText(),
                        finding.path("source").asText()));
            }
            parts.add(new Part(
                    Fields.of(fields),
                    findings,
                    texts(record.path("restrictions")),
                    constant(Urgency.class, record.path("urgency"))));
        }
        return new KeptReading(parts);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, JsonNode word) {
        return Enum.valueOf(type, word.asText().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Optional<PageBox> place(JsonNode field) {
        JsonNode box = field.path("box");
        return field.has("page")
                ? Optional.of(new PageBox(
                        field.path("page").asInt(),
                        box.path("x").asDouble(),
                        box.path("y").asDouble(),
                        box.path("width").asDouble(),
                        box.path("height").asDouble()))
                : Optional.empty();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
