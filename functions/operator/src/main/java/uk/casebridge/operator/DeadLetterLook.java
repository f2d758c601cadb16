package uk.casebridge.operator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.store.IncomingKey;
import uk.casebridge.store.RecipientQueues.DeadLetter;
import uk.casebridge.store.RoomQueue;

/**
 * What an operator may see of a dead letter: which delivery and paper it is, never what it says of a person.
 *
 * @param owner whose it is: {@code recipient} or {@code room}
 * @param name the recipient's or the room's id
 * @param delivery the delivery, if the letter is an event of ours
 * @param paper the paper, if it is
 * @param type the event's type, if it is
 */
record DeadLetterLook(
        String owner,
        String name,
        DeadLetter letter,
        Optional<String> delivery,
        Optional<PaperId> paper,
        Optional<String> type) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static DeadLetterLook at(Recipient recipient, DeadLetter letter) {
        JsonNode event = json(letter.body());
        return new DeadLetterLook(
                "recipient",
                recipient.id(),
                letter,
                text(event.path("id")),
                text(event.path("data").path("paper")).flatMap(DeadLetterLook::paperId),
                text(event.path("type")));
    }

    /** A room's dead letter: a call to look at a paper, or the store's word of an upload. */
    static DeadLetterLook at(RoomQueue queue, DeadLetter letter) {
        JsonNode message = json(letter.body());
        Optional<PaperId> called = text(message.path("paper")).flatMap(DeadLetterLook::paperId);
        Optional<IncomingKey> uploaded = text(message.at("/Records/0/s3/object/key"))
                // S3 writes the key as a form does.
                .map(key -> URLDecoder.decode(key, StandardCharsets.UTF_8))
                .flatMap(IncomingKey::parse);
        return new DeadLetterLook(
                "room",
                queue.id(),
                letter,
                Optional.empty(),
                called.or(() -> uploaded.flatMap(IncomingKey::paper)),
                called.isPresent()
                        ? Optional.of("look")
                        : uploaded.map(key -> key.dropped().isPresent() ? "dropped" : "uploaded"));
    }

    ObjectNode view() {
        ObjectNode view = Views.object();
        view.put(owner, name);
        view.put("id", letter.id());
        view.put("receives", letter.receives());
        view.put("bytes", letter.body().length());
        view.put("ours", delivery.isPresent() || owner.equals("room") && type.isPresent());
        delivery.ifPresent(id -> view.put("delivery", id));
        paper.ifPresent(id -> view.put("paper", id.value()));
        type.ifPresent(name -> view.put("type", name));
        return view;
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            // Not an event of ours; that is shown by what is missing.
            return JSON.missingNode();
        }
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
    }

    private static Optional<PaperId> paperId(String id) {
        try {
            return Optional.of(new PaperId(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
