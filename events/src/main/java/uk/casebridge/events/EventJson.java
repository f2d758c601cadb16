package uk.casebridge.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import uk.casebridge.events.DeliveryEvent.Change;
import uk.casebridge.events.DeliveryEvent.Court;
import uk.casebridge.events.DeliveryEvent.Document;
import uk.casebridge.events.DeliveryEvent.Finding;
import uk.casebridge.events.DeliveryEvent.Place;
import uk.casebridge.events.DeliveryEvent.SourceTime;
import uk.casebridge.events.DeliveryEvent.Type;
import uk.casebridge.events.DeliveryEvent.Urgency;

/** Delivery events and receipts as JSON, member by member: nothing is looked up by reflection when a function starts. */
final class EventJson {

    private static final JsonMapper MAPPER = new JsonMapper();

    private EventJson() {}

    static String write(DeliveryEvent event) {
        ObjectNode root = object();
        root.put("specversion", "1.0");
        root.put("id", event.delivery());
        root.put("source", DeliveryEvent.SOURCE);
        root.put("type", event.type().id());
        root.put("subject", event.record());
        root.put("time", event.time().toString());
        root.put("dataschema", Schemas.BASE + event.type().schemaName() + ".json");
        root.put("datacontenttype", "application/json");
        root.set("data", contents(event));
        return text(root);
    }

    private static ObjectNode contents(DeliveryEvent event) {
        ObjectNode data = object();
        data.put("delivery", event.delivery());
        data.put("recipient", event.recipient());
        data.set("place", named(event.place().code(), event.place().name()));
        data.put("urgency", event.urgency().id());
        data.put("kind", event.kind());
        data.put("paper", event.paper());
        data.put("record", event.record());
        data.put("version", event.version());
        data.set(
                "issuingCourt",
                named(event.issuingCourt().code(), event.issuingCourt().name()));
        data.set("sourceTime", sourceTime(event.sourceTime()));
        event.restrictions().forEach(data.putArray("restrictions")::add);
        if (event.type() == Type.WITHDRAWN || event.type() == Type.RECALLED) {
            event.reason().ifPresent(reason -> data.put("reason", reason));
            event.standing()
                    .ifPresent(holds -> data.set(
                            "standing", object().put("version", holds.version()).put("paper", holds.paper())));
            if (!event.fields().byPath().isEmpty()) {
                data.set("fields", event.fields().toJson());
            }
            return data;
        }
        event.document().ifPresent(document -> data.set("document", document(document)));
        ArrayNode findings = data.putArray("findings");
        event.findings().forEach(finding -> findings.add(finding(finding)));
        if (event.type() == Type.AMENDED) {
            ArrayNode changes = data.putArray("changes");
            event.changes().forEach(change -> changes.add(change(change)));
        }
        data.set("fields", event.fields().toJson());
        return data;
    }

    private static ObjectNode named(String code, String name) {
        return object().put("code", code).put("name", name);
    }

    private static ObjectNode sourceTime(SourceTime time) {
        ObjectNode node = object();
        time.stated().ifPresent(at -> node.put("stated", at.toString()));
        node.put("evidence", time.evidence());
        time.fileTime().ifPresent(at -> node.put("fileTime", at.toString()));
        return node;
    }

    private static ObjectNode document(Document document) {
        return object().put("sha256", document.sha256())
                .put("size", document.size())
                .put("mediaType", document.mediaType())
                .put("href", document.href());
    }

    private static ObjectNode finding(Finding finding) {
        ObjectNode node = object().put("code", finding.code()).put("severity", finding.severity());
        finding.fields().forEach(node.putArray("fields")::add);
        return node.put("what", finding.what());
    }

    private static ObjectNode change(Change change) {
        ObjectNode node = object().put("path", change.path());
        change.movedFrom().ifPresent(from -> node.put("movedFrom", from));
        change.member().ifPresent(member -> node.put("member", member));
        change.passage().ifPresent(passage -> node.put("passage", passage));
        change.before().ifPresent(value -> node.put("before", value));
        change.after().ifPresent(value -> node.put("after", value));
        return change.removed() ? node.put("removed", true) : node;
    }

    static DeliveryEvent read(String json) {
        JsonNode root = parse(json);
        JsonNode data = root.path("data");
        return new DeliveryEvent(
                Type.ofId(required(root, "type")),
                moment(required(root, "time")),
                required(data, "delivery"),
                required(data, "recipient"),
                new Place(required(data.path("place"), "code"), required(data.path("place"), "name")),
                Urgency.ofId(required(data, "urgency")),
                required(data, "kind"),
                required(data, "paper"),
                required(data, "record"),
                data.path("version").asInt(),
                new Court(required(data.path("issuingCourt"), "code"), required(data.path("issuingCourt"), "name")),
                readSourceTime(data.path("sourceTime")),
                list(data.path("restrictions"), JsonNode::asText),
                data.has("document") ? Optional.of(readDocument(data.path("document"))) : Optional.empty(),
                list(data.path("findings"), EventJson::readFinding),
                list(data.path("changes"), EventJson::readChange),
                FieldTree.ofJson(data.path("fields").isObject() ? data.path("fields") : object()),
                optional(data, "reason"),
                data.path("standing").isObject()
                        ? Optional.of(new DeliveryEvent.Standing(
                                data.path("standing").path("version").asInt(),
                                required(data.path("standing"), "paper")))
                        : Optional.empty());
    }

    private static SourceTime readSourceTime(JsonNode node) {
        return new SourceTime(
                optional(node, "stated").map(EventJson::moment),
                required(node, "evidence"),
                optional(node, "fileTime").map(EventJson::moment));
    }

    private static Document readDocument(JsonNode node) {
        return new Document(
                required(node, "sha256"),
                node.path("size").asLong(),
                required(node, "mediaType"),
                required(node, "href"));
    }

    private static Finding readFinding(JsonNode node) {
        return new Finding(
                required(node, "code"),
                required(node, "severity"),
                list(node.path("fields"), JsonNode::asText),
                required(node, "what"));
    }

    private static Change readChange(JsonNode node) {
        return new Change(
                required(node, "path"),
                optional(node, "movedFrom"),
                optional(node, "member"),
                optional(node, "passage"),
                optional(node, "before"),
                optional(node, "after"));
    }

    static String write(DeliveryReceipt receipt) {
        ObjectNode node = object().put("answer", receipt.answer().id());
        receipt.documentSha256().ifPresent(hash -> node.put("documentSha256", hash));
        receipt.reason().ifPresent(reason -> node.put("reason", reason));
        receipt.version().ifPresent(version -> node.put("version", version));
        return text(node.put("at", receipt.at().toString()));
    }

    static DeliveryReceipt readReceipt(String json) {
        JsonNode node = parse(json);
        return new DeliveryReceipt(
                DeliveryReceipt.Answer.ofId(required(node, "answer")),
                optional(node, "documentSha256"),
                optional(node, "reason"),
                node.path("version").isInt() ? Optional.of(node.path("version").asInt()) : Optional.empty(),
                moment(required(node, "at")));
    }

    private static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            // The message of the cause quotes the text, which may be personal.
            throw new IllegalArgumentException("Not JSON, from line "
                    + e.getLocation().getLineNr() + " column " + e.getLocation().getColumnNr());
        }
    }

    private static String text(ObjectNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of plain values is always written", e);
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static String required(JsonNode node, String name) {
        return optional(node, name)
                .orElseThrow(() -> new IllegalArgumentException("The member " + name + " is missing or not text"));
    }

    private static Optional<String> optional(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (java.time.format.DateTimeParseException e) {
            throw new IllegalArgumentException("Not a moment in UTC", e);
        }
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> member) {
        List<T> list = new ArrayList<>();
        array.forEach(node -> list.add(member.apply(node)));
        return list;
    }
}
