package uk.casebridge.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.casebridge.domain.paper.Bundle;

/** What a file is a bundle of, as JSON and back: the member {@code bundle} of {@code reading.v1.json}. */
final class BundleJson {

    private BundleJson() {}

    static ObjectNode tree(Bundle bundle) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("sort", word(bundle.sort()));
        ArrayNode parts = root.putArray("parts");
        for (Bundle.Part part : bundle.parts()) {
            ObjectNode one = parts.addObject()
                    .put("number", part.number())
                    .put("name", part.name())
                    .put("mediaType", part.mediaType())
                    .put("use", word(part.use()));
            switch (part.where()) {
                case Bundle.Pages(int first, int last) ->
                    one.putArray("pages").add(first).add(last);
                case Bundle.Attachment(int index) -> one.put("attachment", index);
                case Bundle.Entry(String name) -> one.put("entry", name);
                case Bundle.Body() -> one.put("body", true);
            }
            part.time().ifPresent(time -> one.put("time", time.toString()));
        }
        bundle.envelope().ifPresent(envelope -> {
            ObjectNode says = root.putObject("envelope")
                    .put("name", envelope.name())
                    .put("signature", word(envelope.signature()));
            envelope.rescanFor().ifPresent(other -> says.put("rescanFor", other));
            ArrayNode numbers = says.putArray("controlNumbers");
            envelope.controlNumbers().forEach(numbers::add);
        });
        return root;
    }

    static Bundle of(JsonNode root) {
        List<Bundle.Part> parts = new ArrayList<>();
        for (JsonNode part : root.path("parts")) {
            parts.add(new Bundle.Part(
                    part.path("number").asInt(),
                    part.path("name").asText(),
                    part.path("mediaType").asText(),
                    where(part),
                    Bundle.Use.valueOf(constant(part.path("use"))),
                    text(part, "time").map(Instant::parse)));
        }
        return new Bundle(Bundle.Sort.valueOf(constant(root.path("sort"))), parts, envelope(root.path("envelope")));
    }

    private static Bundle.Where where(JsonNode part) {
        if (part.has("pages")) {
            return new Bundle.Pages(
                    part.path("pages").path(0).asInt(),
                    part.path("pages").path(1).asInt());
        }
        if (part.has("attachment")) {
            return new Bundle.Attachment(part.path("attachment").asInt());
        }
        return part.has("entry") ? new Bundle.Entry(part.path("entry").asText()) : new Bundle.Body();
    }

    private static Optional<Bundle.Envelope> envelope(JsonNode envelope) {
        if (!envelope.isObject()) {
            return Optional.empty();
        }
        List<String> numbers = new ArrayList<>();
        envelope.path("controlNumbers").forEach(number -> numbers.add(number.asText()));
        return Optional.of(new Bundle.Envelope(
                envelope.path("name").asText(),
                text(envelope, "rescanFor"),
                numbers,
                Bundle.Signature.valueOf(constant(envelope.path("signature")))));
    }

    private static Optional<String> text(JsonNode node, String name) {
        return node.hasNonNull(name) ? Optional.of(node.get(name).asText()) : Optional.empty();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String constant(JsonNode word) {
        return word.asText().toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
