package uk.casebridge.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.store.PoisonousMessageException;

/** What a message on the intake queues asks for. */
sealed interface IntakeMessage {

    /**
     * Files arrived in incoming.
     *
     * @param files one per file; a notification holds one or more
     */
    record Arrived(List<ArrivedFile> files) implements IntakeMessage {
        public Arrived {
            files = List.copyOf(files);
        }
    }

    /**
     * One file that arrived.
     *
     * @param key its key in incoming
     * @param at when it arrived; the same however often the message is delivered
     */
    record ArrivedFile(String key, Instant at) {}

    /** A wake-up call: look at a paper again. */
    record Look(PaperId paper) implements IntakeMessage {}

    /** The message S3 sends to try a new notification; it asks for nothing. */
    record Trial() implements IntakeMessage {}

    /**
     * Reads the body of a message.
     *
     * @param body an S3 notification, its trial message, or {@code {"paper":"p-…"}}
     * @param sent when the message was put on the queue; stands in where a notification names no time
     * @throws PoisonousMessageException if it is none of these
     */
    static IntakeMessage parse(String body, Instant sent) {
        JsonNode json = Json.read(body);
        if ("s3:TestEvent".equals(json.path("Event").asText())) {
            return new Trial();
        }
        if (json.path("paper").isTextual()) {
            return new Look(paper(json.path("paper").asText()));
        }
        JsonNode records = json.path("Records");
        if (!records.isArray() || records.isEmpty()) {
            throw new PoisonousMessageException("The message is neither a notification of S3 nor a wake-up call");
        }
        List<ArrivedFile> files = new ArrayList<>();
        for (JsonNode record : records) {
            JsonNode key = record.path("s3").path("object").path("key");
            if (!key.isTextual()) {
                throw new PoisonousMessageException("The notification names no object");
            }
            files.add(new ArrivedFile(
                    decoded(key.asText()), time(record.path("eventTime").asText(), sent)));
        }
        return new Arrived(files);
    }

    private static String decoded(String key) {
        try {
            return URLDecoder.decode(key, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new PoisonousMessageException("The notification has no readable key", e);
        }
    }

    private static PaperId paper(String id) {
        try {
            return new PaperId(id);
        } catch (IllegalArgumentException e) {
            throw new PoisonousMessageException("The wake-up call names no paper", e);
        }
    }

    private static Instant time(String text, Instant otherwise) {
        try {
            return text.isEmpty() ? otherwise : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new PoisonousMessageException("The notification has no readable time", e);
        }
    }

    /** The parser, made once. */
    final class Json {
        private static final ObjectMapper MAPPER = new ObjectMapper();

        private Json() {}

        private static JsonNode read(String body) {
            try {
                return MAPPER.readTree(body);
            } catch (JsonProcessingException e) {
                throw new PoisonousMessageException("The message is not JSON", e);
            }
        }
    }
}
