package uk.casebridge.domain.delivery;

import java.time.Instant;
import java.util.Optional;
import uk.casebridge.domain.paper.Sha256;

/**
 * A recipient's typed answer to a delivery.
 *
 * @param delivery the delivery it answers
 * @param answer what the recipient says
 * @param documentSha256 the SHA-256 of the document as the recipient fetched it, if it did
 * @param reason why it was sent back; required then
 * @param at when the recipient says so
 */
public record Receipt(
        DeliveryId delivery, Answer answer, Optional<Sha256> documentSha256, Optional<String> reason, Instant at) {

    /** What a recipient can say of a delivery. */
    public enum Answer {
        RECEIVED(DeliveryState.RECEIVED),
        /** A person there has seen what changed, or that the paper was withdrawn. */
        ACKNOWLEDGED(DeliveryState.ACKNOWLEDGED),
        /** What was recalled is deleted there. */
        DELETED(DeliveryState.DELETED),
        ACTIONED(DeliveryState.ACTIONED),
        REJECTED(DeliveryState.REJECTED);

        private final DeliveryState state;

        Answer(DeliveryState state) {
            this.state = state;
        }

        /** The state the delivery takes. */
        public DeliveryState state() {
            return state;
        }
    }

    public Receipt {
        if (answer == Answer.REJECTED && reason.filter(text -> !text.isBlank()).isEmpty()) {
            throw new IllegalArgumentException("A delivery is sent back with a reason");
        }
    }
}
