package uk.casebridge.relay;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.delivery.DeliveryId;
import uk.casebridge.domain.delivery.DeliveryState;
import uk.casebridge.domain.delivery.Notice;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.record.RecordVersion;
import uk.casebridge.domain.standing.StandingData;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.Metrics;
import uk.casebridge.store.RecipientAwayException;
import uk.casebridge.store.RecipientQueues.Message;
import uk.casebridge.store.Store;

/**
 * Puts a pending delivery on its recipient's queue and notes that it did. The stream's record is only the wake-up; what
 * is done follows from the table as it is now, so a wake-up that comes late, twice or out of turn does no harm. Sent
 * but not noted is sent again with the same deduplication id, and the recipient drops what it has.
 */
final class RelayService {

    private static final Logger LOG = LoggerFactory.getLogger(RelayService.class);
    private static final String ROOM = "relay";
    private static final String ROW = "DELIVERY#";

    private final Store store;
    private final Payload payload;
    private final Metrics metrics;
    private final Clock clock;

    RelayService(Store store, StandingData standingData, Metrics metrics, Clock clock) {
        this.store = store;
        this.payload = new Payload(standingData);
        this.metrics = metrics;
        this.clock = clock;
    }

    /** What came of a wake-up. */
    enum Outcome {
        SENT,
        /** Not pending, or not due yet: nothing to do. */
        SKIPPED,
        /** A newer version's delivery to the same recipient is there. */
        SUPERSEDED,
        /** The recipient's queue was away, or the message could not be made: the sweep brings it back when it is due. */
        POSTPONED
    }

    /**
     * Relays the delivery of a row of the table.
     *
     * @param sortKey the row's sort key; a row that is no delivery is skipped
     * @throws RuntimeException if the table cannot be read or written: only then must the wake-up come again
     */
    Outcome wake(String sortKey) {
        return sortKey.startsWith(ROW) ? relay(new DeliveryId(sortKey.substring(ROW.length()))) : Outcome.SKIPPED;
    }

    /**
     * Relays one delivery.
     *
     * @throws RuntimeException if the table cannot be read or written: only then must the wake-up come again
     */
    Outcome relay(DeliveryId id) {
        Optional<Delivery> found = store.deliveries().find(id);
        Instant now = clock.instant();
        if (found.isEmpty()
                || found.get().state() != DeliveryState.PENDING
                || found.get().nextAttemptAt().isAfter(now)) {
            return Outcome.SKIPPED;
        }
        Delivery delivery = found.get();
        if (isOvertaken(delivery)) {
            return moved(
                    delivery,
                    delivery.superseded(),
                    "superseded",
                    "A newer version goes to " + delivery.recipient().title() + " instead",
                    Outcome.SUPERSEDED);
        }
        Optional<RecordVersion> version = store.records().version(delivery.record(), delivery.version());
        Optional<Paper> paper = store.papers().find(delivery.paper());
        if (version.isEmpty() || paper.isEmpty()) {
            return postponed(delivery, "its record version or paper is not in the table");
        }
        String body;
        try {
            body = payload.of(delivery, version.get(), paper.get(), now).toJson();
        } catch (IllegalArgumentException e) {
            // A mistake of ours, which must hold up nobody else's deliveries in this shard of the stream.
            return postponed(delivery, e.getMessage());
        }
        return send(delivery, body);
    }

    private boolean isOvertaken(Delivery delivery) {
        // What must be deleted must be deleted, whatever comes after, and asking for that replaces nothing.
        return delivery.notice() != Notice.RECALL
                && store.deliveries().of(delivery.record()).stream()
                        .anyMatch(other -> other.recipient() == delivery.recipient()
                                && other.version() > delivery.version()
                                && other.notice() != Notice.RECALL);
    }

    private Outcome send(Delivery delivery, String body) {
        // A deliberate resend has a higher attempt, so that the queue does not take it for the first one.
        Message message = new Message(body, delivery.caseGroup(), delivery.id() + "-" + (delivery.attempts() + 1));
        try {
            store.queues().send(delivery.recipient(), delivery.urgency(), message);
        } catch (RecipientAwayException e) {
            return postponed(delivery, "its queue is away: " + e.getMessage());
        }
        return moved(
                delivery,
                delivery.sent(delivery.receiptLimit(), clock.instant()),
                "sent",
                "Put on the queue of " + delivery.recipient().title()
                        + delivery.place().map(place -> " for " + place.name()).orElse(""),
                Outcome.SENT);
    }

    private Outcome postponed(Delivery delivery, @Nullable String why) {
        int attempt = delivery.attempts() + 1;
        Instant next = clock.instant().plus(Backoff.after(attempt, delivery.urgency()));
        LOG.warn("Delivery {} is postponed to {}, because {}", delivery.id(), next, why);
        return moved(
                delivery,
                delivery.postponed(next),
                "postponed",
                "Attempt " + attempt + " did not reach " + delivery.recipient().title() + "; next at " + next,
                Outcome.POSTPONED);
    }

    private Outcome moved(Delivery from, Delivery to, String what, String detail, Outcome outcome) {
        AuditEntry entry = new AuditEntry(
                clock.instant(), ROOM, what, from.paper(), Optional.of(from.id().value()), detail);
        if (!store.deliveries().move(from, to, entry)) {
            LOG.info("Delivery {} was moved by someone else meanwhile", from.id());
            return Outcome.SKIPPED;
        }
        metrics.count(
                switch (outcome) {
                    case SENT -> "DeliveriesSent";
                    case SUPERSEDED -> "DeliveriesSuperseded";
                    case POSTPONED -> "DeliveriesPostponed";
                    case SKIPPED -> "DeliveriesSkipped";
                },
                1,
                Metrics.by("Recipient", from.recipient().id()));
        return outcome;
    }
}
