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
 * @param notice what it tells
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
        Optional<String> reason,
        Notice notice) {

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
                                : Optional.of(place.get().name() + " is closed."),
                Notice.RECORD);
    }

    /**
     * A new delivery that takes an earlier one back: to the same place, whether or not it is open, and in the same order.
     *
     * @param sent the earlier delivery, which was sent
     * @param version the record version that says so
     * @param notice {@link Notice#WITHDRAWAL} or {@link Notice#RECALL}
     */
    public static Delivery takingBack(Delivery sent, int version, Notice notice, Instant now) {
        if (notice == Notice.RECORD || sent.sentAt().isEmpty() || version <= sent.version()) {
            throw new IllegalArgumentException("Nothing takes " + sent.id() + " back as version " + version);
        }
        return new Delivery(
                DeliveryId.of(sent.record(), version, sent.recipient()),
                sent.record(),
                version,
                sent.paper(),
                sent.caseGroup(),
                sent.recipient(),
                sent.place(),
                sent.urgency(),
                DeliveryState.PENDING,
                0,
                now,
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                notice);
    }

    public boolean isOverdue(Instant now) {
        return state.awaitsReceipt() && receiptDue.filter(now::isAfter).isPresent();
    }

    /** Whether it is to be dealt with before others: it changes custody, or something is where it must not be. */
    public boolean isUrgent() {
        return urgency == Urgency.CUSTODY || notice == Notice.RECALL;
    }

    /** How long its recipient may take to say that it has it. */
    public Duration receiptLimit() {
        return isUrgent() ? recipient.urgentReceiptLimit() : recipient.receiptLimit();
    }

    /** Whether saying "received" is not enough: it changes or takes back what was said before. */
    public boolean needsConfirmation() {
        return notice != Notice.RECORD || version > 1;
    }

    /** Whether the recipient has it and has not yet said more, though it must. */
    public boolean awaitsConfirmation() {
        return needsConfirmation() && state == DeliveryState.RECEIVED;
    }

    /** Until when the recipient must acknowledge it, or confirm the deletion; empty if it need not, or it is not sent. */
    public Optional<Instant> confirmationDue() {
        Duration limit = notice == Notice.RECALL
                ? recipient.urgentReceiptLimit()
                : isUrgent() ? recipient.urgentAcknowledgementLimit() : recipient.acknowledgementLimit();
        return needsConfirmation() ? sentAt.map(sent -> sent.plus(limit)) : Optional.empty();
    }

    /** Whether its acknowledgement or the confirmation of the deletion is late. */
    public boolean isUnconfirmed(Instant now) {
        return awaitsConfirmation() && confirmationDue().filter(now::isAfter).isPresent();
    }

    /** Whether its recipient may answer so now. */
    public boolean mayBeAnswered(Receipt.Answer answer) {
        return notice.takes(answer) && state.mayBecome(answer.state());
    }

    /** The court took the paper back before it was sent. */
    public Delivery withdrawn(String why) {
        return moved(
                DeliveryState.WITHDRAWN,
                attempts,
                nextAttemptAt,
                sentAt,
                receiptDue,
                receivedAt,
                answeredAt,
                Optional.of(why));
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
                reason,
                notice);
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
                reason,
                notice);
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
                Optional.empty(),
                notice);
    }

    /** A newer version overtook it. */
    public Delivery superseded() {
        return moved(
                DeliveryState.SUPERSEDED, attempts, nextAttemptAt, sentAt, receiptDue, receivedAt, answeredAt, reason);
    }

    /** Answered by its recipient. */
    public Delivery answered(Receipt receipt) {
        if (!notice.takes(receipt.answer())) {
            throw new IllegalStateException("A " + notice + " is not answered with " + receipt.answer());
        }
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
                reason,
                notice);
    }

    private DeliveryState forward(DeliveryState to) {
        if (!state.mayBecome(to)) {
            throw new IllegalStateException("Delivery " + id + " is " + state + " and cannot become " + to);
        }
        return to;
    }
}
