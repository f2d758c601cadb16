package uk.casebridge.events;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * A recipient's answer to a delivery, as it is posted.
 *
 * @param answer what the recipient says
 * @param documentSha256 the SHA-256 of the document as it was fetched, 64 lower-case hexadecimal digits
 * @param reason why it is sent back; required then
 * @param version the record version it answers; required to acknowledge one
 * @param at when the recipient says so
 */
public record DeliveryReceipt(
        Answer answer,
        Optional<String> documentSha256,
        Optional<String> reason,
        Optional<Integer> version,
        Instant at) {

    public DeliveryReceipt {
        if (answer == Answer.ACKNOWLEDGED && version.isEmpty()) {
            throw new IllegalArgumentException("A change is acknowledged with its version");
        }
        if (answer == Answer.REJECTED && reason.filter(text -> !text.isBlank()).isEmpty()) {
            throw new ReasonMissingException();
        }
    }

    /** An answer that quotes no version. */
    public DeliveryReceipt(Answer answer, Optional<String> documentSha256, Optional<String> reason, Instant at) {
        this(answer, documentSha256, reason, Optional.empty(), at);
    }

    public String toJson() {
        return EventJson.write(this);
    }

    /**
     * Reads a receipt.
     *
     * @throws IllegalArgumentException if the text is not one
     */
    public static DeliveryReceipt fromJson(String json) {
        return EventJson.readReceipt(json);
    }

    /** A delivery was to be sent back without saying why. */
    public static final class ReasonMissingException extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        ReasonMissingException() {
            super("A delivery is sent back with a reason");
        }
    }

    /** What a recipient can say of a delivery. */
    public enum Answer {
        /** It is here and stored. */
        RECEIVED("received"),
        /** A person has seen what it changes, or that the paper was withdrawn. */
        ACKNOWLEDGED("acknowledged"),
        /** Nothing of what was recalled is left. */
        DELETED("deleted"),
        /** It was acted upon. */
        ACTIONED("actioned"),
        /** It cannot be taken. */
        REJECTED("rejected");

        private final String id;

        Answer(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }

        static Answer ofId(String id) {
            return Arrays.stream(values())
                    .filter(answer -> answer.id.equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No answer is called " + id));
        }
    }
}
