package uk.casebridge.operator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.store.RecipientQueues.DeadLetter;

/**
 * What an operator may see of a dead letter: which delivery and paper it is, never what it says of a person.
 *
 * @param delivery the delivery, if the letter is an event of ours
 * @param paper the paper, if it is
 * @param type the event's type, if it is
 */
record DeadLetterLook(
        Recipient recipient,
        DeadLetter letter,
        Optional<String> delivery,
        Optional<PaperId> paper,
        Optional<String> type) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static DeadLetterLook at(Recipient recipient, DeadLetter letter) {
        JsonNode event = json(letter.body());
        return new DeadLetterLook(
                recipient,
                letter,
                text(event.path("id")),
                text(event.path("data").path("paper")).flatMap(DeadLetterLook::paperId),
                text(event.path("type")));
    }

    ObjectNode view() {
        ObjectNode view = Views.object();
        view.put("recipient", recipient.id());
        view.put("id", letter.id());
        view.put("receives", letter.receives());
        view.put("bytes", letter.body().length());
        view.put("ours", delivery.isPresent());
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
