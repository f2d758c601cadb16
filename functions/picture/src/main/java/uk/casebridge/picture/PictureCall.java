package uk.casebridge.picture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.store.PoisonousMessageException;

/** The wake-up call of this room: {@code {"paper":"p-…"}}. */
final class PictureCall {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PictureCall() {}

    /**
     * The paper a call is about.
     *
     * @throws PoisonousMessageException if the message is no such call
     */
    static PaperId parse(String body) {
        try {
            return new PaperId(JSON.readTree(body).path("paper").asText());
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new PoisonousMessageException("The message is no wake-up call", e);
        }
    }
}
