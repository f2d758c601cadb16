package uk.casebridge.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.field.PageBox;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Severity;
import uk.casebridge.domain.kind.Urgency;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.domain.record.Reading;
import uk.casebridge.domain.record.SourceTime;

/**
 * A reading as JSON and back: one member of the array that the schema {@code reading.v1.json} describes. Places are
 * rounded to a hundredth of a point and confidence to a ten-thousandth.
 */
public final class ReadingJson {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final ObjectMapper ONE_LINE = new ObjectMapper();

    private ReadingJson() {}

    /** A reading as indented JSON. */
    public static String toJson(String file, Sha256 sha256, Reading reading) {
        return text(JSON, file, sha256, reading);
    }

    /** The same without a line feed. */
    static String toLine(String file, Sha256 sha256, Reading reading) {
        return text(ONE_LINE, file, sha256, reading);
    }

    private static String text(ObjectMapper mapper, String file, Sha256 sha256, Reading reading) {
        try {
            return mapper.writeValueAsString(tree(file, sha256, reading));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of JSON can always be written", e);
        }
    }

    private static ObjectNode tree(String file, Sha256 sha256, Reading reading) {
        ObjectNode root = JSON.createObjectNode();
        root.put("file", file);
        root.put("sha256", sha256.hex());
        root.put("mediaType", reading.mediaType());
        root.put("pages", reading.pages());
        reading.kind().ifPresentOrElse(kind -> root.put("kind", kind), () -> root.putNull("kind"));
        ArrayNode scores = root.putArray("scores");
        for (Reading.Score score : reading.scores()) {
            ObjectNode node = scores.addObject().put("kind", score.kind()).put("score", rounded(score.score(), 10_000));
            texts(node.putArray("clues"), score.clues());
        }
        ArrayNode records = root.putArray("records");
        for (Reading.ReadRecord record : reading.records()) {
            put(records.addObject(), record);
        }
        reading.bundle().ifPresent(bundle -> root.set("bundle", BundleJson.tree(bundle)));
        if (reading.failure().isPresent()) {
            Failure failure = reading.failure().get();
            root.putObject("failure")
                    .put("code", failure.code().code())
                    .put("sentence", failure.sentence())
                    .put("detail", failure.detail());
        } else {
            root.putNull("failure");
        }
        return root;
    }

    private static void put(ObjectNode node, Reading.ReadRecord record) {
        ArrayNode fields = node.putArray("fields");
        for (Field field : record.fields().all()) {
            ObjectNode one = fields.addObject()
                    .put("path", field.path())
                    .put("value", field.value())
                    .put("raw", field.raw())
                    .put("confidence", rounded(field.confidence(), 10_000));
            field.place().ifPresent(place -> {
                one.put("page", place.page());
                one.putObject("box")
                        .put("x", rounded(place.x(), 100))
                        .put("y", rounded(place.y(), 100))
                        .put("width", rounded(place.width(), 100))
                        .put("height", rounded(place.height(), 100));
            });
        }
        ArrayNode findings = node.putArray("findings");
        for (Finding finding : record.findings()) {
            ObjectNode one = findings.addObject().put("code", finding.code()).put("severity", word(finding.severity()));
            texts(one.putArray("fields"), finding.fields());
            one.put("what", finding.what())
                    .put("cause", finding.cause())
                    .put("howToCorrect", finding.howToCorrect())
                    .put("howToAvoid", finding.howToAvoid())
                    .put("source", finding.source());
        }
        node.put("urgency", word(record.urgency()));
        texts(node.putArray("restrictions"), record.restrictions());
        ObjectNode time = node.putObject("sourceTime");
        record.sourceTime().stated().ifPresent(stated -> time.put("stated", stated.toString()));
        time.put("evidence", word(record.sourceTime().evidence()));
        record.sourceTime().fileTime().ifPresent(fileTime -> time.put("fileTime", fileTime.toString()));
        record.sourceTime().maker().ifPresent(maker -> time.put("maker", maker));
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    private static double rounded(double number, int parts) {
        return (double) Math.round(number * parts) / parts;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <E extends Enum<E>> E constant(Class<E> type, JsonNode word) {
        return Enum.valueOf(type, word.asText().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /**
     * The reading that was written.
     *
     * @throws IllegalArgumentException if it is not the JSON of a reading
     */
    public static Reading fromJson(String json) {
        try {
            JsonNode root = JSON.readTree(json);
            List<Reading.Score> scores = new ArrayList<>();
            for (JsonNode score : required(root, "scores")) {
                scores.add(new Reading.Score(
                        required(score, "kind").asText(),
                        required(score, "score").asDouble(),
                        texts(required(score, "clues"))));
            }
            List<Reading.ReadRecord> records = new ArrayList<>();
            for (JsonNode record : required(root, "records")) {
                records.add(record(record));
            }
            JsonNode failure = required(root, "failure");
            return new Reading(
                    required(root, "mediaType").asText(),
                    required(root, "pages").asInt(),
                    optionalText(root, "kind"),
                    scores,
                    records,
                    Optional.of(root.path("bundle")).filter(JsonNode::isObject).map(BundleJson::of),
                    failure.isNull()
                            ? Optional.empty()
                            : Optional.of(new Failure(
                                    FailureCode.ofCode(required(failure, "code").asText()),
                                    required(failure, "detail").asText())));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not the JSON of a reading", e);
        }
    }

    private static Reading.ReadRecord record(JsonNode node) {
        List<Field> fields = new ArrayList<>();
        for (JsonNode field : required(node, "fields")) {
            fields.add(new Field(
                    required(field, "path").asText(),
                    required(field, "value").asText(),
                    required(field, "raw").asText(),
                    required(field, "confidence").asDouble(),
                    place(field)));
        }
        List<Finding> findings = new ArrayList<>();
        for (JsonNode finding : required(node, "findings")) {
            findings.add(new Finding(
                    required(finding, "code").asText(),
                    constant(Severity.class, required(finding, "severity")),
                    texts(required(finding, "fields")),
                    required(finding, "what").asText(),
                    required(finding, "cause").asText(),
                    required(finding, "howToCorrect").asText(),
                    required(finding, "howToAvoid").asText(),
                    required(finding, "source").asText()));
        }
        JsonNode time = required(node, "sourceTime");
        return new Reading.ReadRecord(
                Fields.of(fields),
                findings,
                constant(Urgency.class, required(node, "urgency")),
                texts(required(node, "restrictions")),
                new SourceTime(
                        optionalText(time, "stated").map(Instant::parse),
                        constant(SourceTime.Evidence.class, required(time, "evidence")),
                        optionalText(time, "fileTime").map(Instant::parse),
                        optionalText(time, "maker")));
    }

    private static Optional<PageBox> place(JsonNode field) {
        if (!field.has("page")) {
            return Optional.empty();
        }
        JsonNode box = required(field, "box");
        return Optional.of(new PageBox(
                required(field, "page").asInt(),
                required(box, "x").asDouble(),
                required(box, "y").asDouble(),
                required(box, "width").asDouble(),
                required(box, "height").asDouble()));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static Optional<String> optionalText(JsonNode node, String name) {
        return node.hasNonNull(name) ? Optional.of(node.get(name).asText()) : Optional.empty();
    }

    private static JsonNode required(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The JSON of a reading has " + name);
        }
        return value;
    }
}
