package uk.casebridge.store.aws;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import uk.casebridge.domain.delivery.Notice;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.field.PageBox;
import uk.casebridge.domain.finding.Acceptance;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Severity;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.record.Change;
import uk.casebridge.domain.record.RecordVersion;
import uk.casebridge.domain.record.SourceTime;
import uk.casebridge.domain.record.TakenBack;

/**
 * The personal part of a record version, which the table holds only sealed: fields, findings, restrictions, changes,
 * source time and why it was taken back. Written as compact JSON, deflated; lists stand for objects, since the same few keys a thousand times
 * would be most of it.
 */
record RecordContent(
        Fields fields,
        List<Finding> findings,
        List<String> restrictions,
        List<Change> changes,
        SourceTime sourceTime,
        Optional<TakenBack> takenBack) {

    private static final int FORM = 1;
    private static final JsonFactory JSON = new JsonFactory();
    private static final ObjectMapper TREE = new ObjectMapper(JSON);

    static RecordContent of(RecordVersion version) {
        return new RecordContent(
                version.fields(),
                version.findings(),
                version.restrictions(),
                version.changes(),
                version.sourceTime(),
                version.takenBack());
    }

    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream deflated = new DeflaterOutputStream(bytes);
                JsonGenerator json = JSON.createGenerator(deflated)) {
            json.writeStartObject();
            json.writeNumberField("form", FORM);
            json.writeArrayFieldStart("fields");
            for (Field field : fields.all()) {
                write(json, field);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("findings");
            for (Finding finding : findings) {
                write(json, finding);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("restrictions");
            for (String restriction : restrictions) {
                json.writeString(restriction);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("changes");
            for (Change change : changes) {
                json.writeStartArray();
                json.writeString(change.path());
                writeMaybe(json, change.before());
                writeMaybe(json, change.after());
                writeMaybe(json, change.movedFrom());
                writeMaybe(json, change.member());
                writeMaybe(json, change.passage());
                json.writeEndArray();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("sourceTime");
            writeMaybe(json, sourceTime.stated().map(Instant::toString));
            json.writeString(sourceTime.evidence().name());
            writeMaybe(json, sourceTime.fileTime().map(Instant::toString));
            writeMaybe(json, sourceTime.maker());
            json.writeEndArray();
            if (takenBack.isPresent()) {
                write(json, takenBack.get());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static RecordContent fromBytes(byte[] bytes) {
        JsonNode root;
        try (InputStream inflated = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            root = TREE.readTree(inflated);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (root.path("form").asInt() != FORM) {
            throw new IllegalStateException("A record of a form this version does not know: " + root.path("form"));
        }
        List<Field> fields = new ArrayList<>();
        root.path("fields").forEach(node -> fields.add(field(node)));
        List<Finding> findings = new ArrayList<>();
        root.path("findings").forEach(node -> findings.add(finding(node)));
        List<Change> changes = new ArrayList<>();
        root.path("changes").forEach(node -> changes.add(change(node)));
        JsonNode time = root.path("sourceTime");
        return new RecordContent(
                Fields.of(fields),
                findings,
                texts(root.path("restrictions")),
                changes,
                new SourceTime(
                        maybe(time.get(0)).map(Instant::parse),
                        SourceTime.Evidence.valueOf(time.get(1).asText()),
                        maybe(time.get(2)).map(Instant::parse),
                        maybe(time.path(3))),
                root.has("takenBack") ? Optional.of(takenBack(root.path("takenBack"))) : Optional.empty());
    }

    private static void write(JsonGenerator json, TakenBack takenBack) throws IOException {
        json.writeArrayFieldStart("takenBack");
        json.writeString(takenBack.notice().name());
        json.writeString(takenBack.reason());
        if (takenBack.standing().isPresent()) {
            json.writeNumber(takenBack.standing().get().version());
            json.writeString(takenBack.standing().get().paper().value());
        }
        json.writeEndArray();
    }

    private static TakenBack takenBack(JsonNode node) {
        return new TakenBack(
                Notice.valueOf(node.get(0).asText()),
                node.get(1).asText(),
                node.size() < 4
                        ? Optional.empty()
                        : Optional.of(new TakenBack.Standing(
                                node.get(2).asInt(), new PaperId(node.get(3).asText()))));
    }

    private static void write(JsonGenerator json, Field field) throws IOException {
        json.writeStartArray();
        json.writeString(field.path());
        json.writeString(field.value());
        json.writeString(field.raw());
        json.writeNumber(field.confidence());
        if (field.place().isPresent()) {
            PageBox box = field.place().get();
            json.writeNumber(box.page());
            json.writeNumber(box.x());
            json.writeNumber(box.y());
            json.writeNumber(box.width());
            json.writeNumber(box.height());
        }
        json.writeEndArray();
    }

    private static Field field(JsonNode node) {
        Optional<PageBox> place = node.size() < 9
                ? Optional.empty()
                : Optional.of(new PageBox(
                        node.get(4).asInt(),
                        node.get(5).asDouble(),
                        node.get(6).asDouble(),
                        node.get(7).asDouble(),
                        node.get(8).asDouble()));
        return new Field(
                node.get(0).asText(),
                node.get(1).asText(),
                node.get(2).asText(),
                node.get(3).asDouble(),
                place);
    }

    private static Change change(JsonNode node) {
        return new Change(
                node.get(0).asText(),
                maybe(node.path(3)),
                maybe(node.path(4)),
                maybe(node.path(5)),
                maybe(node.get(1)),
                maybe(node.get(2)));
    }

    private static void write(JsonGenerator json, Finding finding) throws IOException {
        json.writeStartArray();
        json.writeString(finding.code());
        json.writeString(finding.severity().name());
        json.writeStartArray();
        for (String path : finding.fields()) {
            json.writeString(path);
        }
        json.writeEndArray();
        json.writeString(finding.what());
        json.writeString(finding.cause());
        json.writeString(finding.howToCorrect());
        json.writeString(finding.howToAvoid());
        json.writeString(finding.source());
        if (finding.accepted().isPresent()) {
            Acceptance accepted = finding.accepted().get();
            json.writeString(accepted.who());
            json.writeString(accepted.at().toString());
            json.writeString(accepted.reason());
        }
        json.writeEndArray();
    }

    private static Finding finding(JsonNode node) {
        return new Finding(
                node.get(0).asText(),
                Severity.valueOf(node.get(1).asText()),
                texts(node.get(2)),
                node.get(3).asText(),
                node.get(4).asText(),
                node.get(5).asText(),
                node.get(6).asText(),
                node.get(7).asText(),
                node.size() < 11
                        ? Optional.empty()
                        : Optional.of(new Acceptance(
                                node.get(8).asText(),
                                Instant.parse(node.get(9).asText()),
                                node.get(10).asText())));
    }

    private static void writeMaybe(JsonGenerator json, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            json.writeString(text.get());
        } else {
            json.writeNull();
        }
    }

    private static Optional<String> maybe(JsonNode node) {
        return node.isNull() || node.isMissingNode() ? Optional.empty() : Optional.of(node.asText());
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(node -> texts.add(node.asText()));
        return texts;
    }
}
