package uk.casebridge.domain.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import uk.casebridge.domain.kind.Urgency;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.recipient.Place;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.record.RecordId;

/**
 * One recipient's copy of one record version. Being overdue is not a state but a fact of time: sent, and
 * {@link #receiptDue()} is past.
 *
 * @param id its id
 * @param record the record
 * @param version its version
 * @param paper the paper it came from
 * @param caseGroup keyed hash of the case, 32 hexadecimal digits: deliveries of one case keep their order
 * @param recipient who gets it
 * @param place where it goes; empty while {@link DeliveryState#UNPLACED}
 * @param urgency how urgent it is
 * @param state where it stands
 * @param attempts how often it was put on the queue
 * @param createdAt when it was written
 * @param nextAttemptAt when the relay may try it (again)
 * @param sentAt when it was put on the queue
 * @param receiptDue until when the recipient must say that it has it
 * @param receivedAt when the recipient said it has it
 * @param answeredAt when the recipient acted on it or sent it back
 * @param reason why it was sent back or could not be placed
 */
public record Delivery(
        DeliveryId id,
        RecordId record,
        int version,
        PaperId paper,
        String caseGroup,
        Recipient recipient,
        Optional<Place> place,
        Urgency urgency,
        DeliveryState state,
        int attempts,
        Instant createdAt,
        Instant nextAttemptAt,
        Optional<Instant> sentAt,
        Optional<Instant> receiptDue,
        Optional<Instant> receivedAt,
        Optional<Instant> answeredAt,
        Optional<String> reason) {

    /** A new delivery: pending where its place is known and open, else unplaced. */
    public static Delivery of(
            RecordId record,
            int version,
            PaperId paper,
            String caseGroup,
            Recipient recipient,
            Optional<Place> place,
            Urgency urgency,
            Instant now) {
        Optional<Place> open = place.filter(Place::open);
        return new Delivery(
                DeliveryId.of(record, version, recipient),
                record,
                version,
                paper,
                caseGroup,
                recipient,
                open,
                urgency,
                open.isPresent() ? DeliveryState.PENDING : DeliveryState.UNPLACED,
                0,
                now,
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                place.isEmpty()
                        ? Optional.of("The paper and the court's defaults name no " + recipient.placeTitle() + ".")
                        : open.isPresent()
                                ? Optional.empty()
                                : Optional.of(place.get().name() + " is closed."));
    }

    public boolean isOverdue(Instant now) {
        return state.awaitsReceipt() && receiptDue.filter(now::isAfter).isPresent();
    }

    /** Put on the recipient's queue: its receipt is due within the limit. */
    public Delivery sent(Duration limit, Instant now) {
        return moved(
                DeliveryState.SENT,
                attempts + 1,
                now,
                Optional.of(now),
                Optional.of(now.plus(limit)),
                receivedAt,
                answeredAt,
                reason);
    }

    /** Not sent this time, because the recipient's queue was away: it stays pending until the next attempt. */
    public Delivery postponed(Instant next) {
        return new Delivery(
                id,
                record,
                version,
                paper,
                caseGroup,
                recipient,
                place,
                urgency,
                state,
                attempts + 1,
                createdAt,
                next,
                sentAt,
                receiptDue,
                receivedAt,
                answeredAt,
                reason);
    }

    /** Its next attempt is due now; the relay had no chance at it when it was due before. */
    public Delivery dueAt(Instant now) {
        return new Delivery(
                id,
                record,
                version,
                paper,
                caseGroup,
                recipient,
                place,
                urgency,
                state,
                attempts,
                createdAt,
                now,
                sentAt,
                receiptDue,
                receivedAt,
                answeredAt,
                reason);
    }

    /** A person said where it goes. */
    public Delivery placedAt(Place where, Instant now) {
        forward(DeliveryState.PENDING);
        return new Delivery(
                id,
                record,
                version,
                paper,
                caseGroup,
                recipient,
                Optional.of(where),
                urgency,
                DeliveryState.PENDING,
                attempts,
                createdAt,
                now,
                sentAt,
                receiptDue,
                receivedAt,
                answeredAt,
                Optional.empty());
    }

    /** A newer version overtook it. */
    public Delivery superseded() {
        return moved(
                DeliveryState.SUPERSEDED, attempts, nextAttemptAt, sentAt, receiptDue, receivedAt, answeredAt, reason);
    }

    /** Answered by its recipient. */
    public Delivery answered(Receipt receipt) {
        Optional<Instant> at = Optional.of(receipt.at());
        return moved(
                receipt.answer().state(),
                attempts,
                nextAttemptAt,
                sentAt,
                receiptDue,
                receivedAt.or(() -> at),
                receipt.answer() == Receipt.Answer.RECEIVED ? answeredAt : at,
                receipt.reason().or(() -> reason));
    }

    private Delivery moved(
            DeliveryState to,
            int attempts,
            Instant nextAttemptAt,
            Optional<Instant> sentAt,
            Optional<Instant> receiptDue,
            Optional<Instant> receivedAt,
            Optional<Instant> answeredAt,
            Optional<String> reason) {
        return new Delivery(
                id,
                record,
                version,
                paper,
                caseGroup,
                recipient,
                place,
                urgency,
                forward(to),
                attempts,
                createdAt,
                nextAttemptAt,
                sentAt,
                receiptDue,
                receivedAt,
                answeredAt,
                reason);
    }

    private DeliveryState forward(DeliveryState to) {
        if (!state.mayBecome(to)) {
            throw new IllegalStateException("Delivery " + id + " is " + state + " and cannot become " + to);
        }
        return to;
    }
}
