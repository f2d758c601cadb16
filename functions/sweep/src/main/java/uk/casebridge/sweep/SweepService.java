package uk.casebridge.sweep;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.delivery.DeliveryState;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.kind.Urgency;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.paper.PaperState;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.store.Audit;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.Deliveries;
import uk.casebridge.store.Metrics;
import uk.casebridge.store.Papers;
import uk.casebridge.store.People;
import uk.casebridge.store.WakeUps;

/**
 * Finds what messages have lost: papers that stand still, deliveries nobody was woken for, receipts that are late. It
 * only ever calls others or makes a row due again, so running it twice does no harm. Everything is found by an index.
 *
 * <p>Missing pictures are not looked for: the extract room calls for them before a paper comes to rest.
 */
final class SweepService {

    private static final String WHO = "sweep";
    private static final String OVERDUE = "overdue";
    private static final String UNCONFIRMED = "unconfirmed";

    /** Most of anything that is looked at in one round; the next round goes on. */
    private static final int LIMIT = 500;

    /** How long a paper may stand still: longer than an attempt at reading can last. */
    private static final Duration STUCK = Duration.ofMinutes(10);

    /** How long the stream has for a delivery that was never tried. */
    private static final Duration STREAM = Duration.ofMinutes(2);

    /** How long bytes last in incoming; a form is good for less. */
    private static final Duration INCOMING = Duration.ofDays(1);

    /** How long a clerk has to say who somebody is: two days. */
    private static final Duration QUESTION = Duration.ofHours(48);

    private static final Duration ROUND = Duration.ofMinutes(5);

    private static final List<DeliveryState> UNSETTLED =
            List.of(DeliveryState.UNPLACED, DeliveryState.PENDING, DeliveryState.SENT, DeliveryState.REJECTED);

    private final Papers papers;
    private final Deliveries deliveries;
    private final People people;
    private final Audit audit;
    private final WakeUps wakeUps;
    private final Metrics metrics;
    private final Clock clock;

    SweepService(
            Papers papers,
            Deliveries deliveries,
            People people,
            Audit audit,
            WakeUps wakeUps,
            Metrics metrics,
            Clock clock) {
        this.papers = papers;
        this.deliveries = deliveries;
        this.people = people;
        this.audit = audit;
        this.wakeUps = wakeUps;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * One round. A part that fails does not keep the others from their work.
     *
     * @return how much each part found
     * @throws RuntimeException the first failure of a part, after all have had their turn
     */
    Map<String, Integer> sweep() {
        Map<String, IntSupplier> parts = new LinkedHashMap<>();
        parts.put("PapersExpired", this::expireAwaited);
        parts.put("PapersAwaitedLong", this::lookForAwaited);
        parts.put("PapersStuck", this::wakeStuck);
        parts.put("PapersInReview", this::inReview);
        parts.put("PeopleNotFoundLong", this::wakeForPeople);
        parts.put("QuestionsOpenLong", this::questionsOpenLong);
        parts.put("DeliveriesUnsent", this::rearmUnsent);
        parts.put("DeliveriesOverdue", this::noteOverdue);
        parts.put("DeliveriesUnconfirmed", this::noteUnconfirmed);
        parts.put("DeliveriesUnsettled", this::countUnsettled);
        Map<String, Integer> found = new LinkedHashMap<>();
        Optional<RuntimeException> failure = Optional.empty();
        for (Map.Entry<String, IntSupplier> part : parts.entrySet()) {
            try {
                int count = part.getValue().getAsInt();
                found.put(part.getKey(), count);
                metrics.count(part.getKey(), count);
            } catch (RuntimeException e) {
                failure.ifPresent(e::addSuppressed);
                failure = Optional.of(e);
            }
        }
        failure.ifPresent(e -> {
            throw e;
        });
        return found;
    }

    /** Nothing can come any more for a form issued more than a day ago; the clerk must not wait for it. */
    private int expireAwaited() {
        Instant now = clock.instant();
        List<Paper> expired = papers.inStateSince(PaperState.AWAITED, now.minus(INCOMING), LIMIT);
        Failure failure = Failure.of(FailureCode.NEVER_CAME);
        for (Paper paper : expired) {
            papers.move(
                    paper,
                    paper.refused(failure, now),
                    entry(paper, now, "refused", failure.code().code() + " " + failure.sentence()));
        }
        return expired.size();
    }

    /**
     * The notification of an upload may be lost. Most forms that stay empty were given up, so the calls for one double
     * their distance: after 10, 20, 40 … minutes.
     */
    private int lookForAwaited() {
        Instant now = clock.instant();
        List<Paper> due = papers.inStateSince(PaperState.AWAITED, now.minus(STUCK), LIMIT).stream()
                .filter(paper ->
                        Long.bitCount(Duration.between(paper.changedAt(), now).dividedBy(ROUND)) == 1)
                .toList();
        due.forEach(paper -> wakeUps.extract(paper.id()));
        return due.size();
    }

    private int wakeStuck() {
        Instant before = clock.instant().minus(STUCK);
        int found = 0;
        for (PaperState state : List.of(PaperState.STORED, PaperState.READING, PaperState.WITHDRAWING)) {
            List<Paper> stuck = papers.inStateSince(state, before, LIMIT);
            stuck.forEach(paper -> wakeUps.extract(paper.id()));
            found += stuck.size();
        }
        return found;
    }

    private int inReview() {
        return papers.inStateSince(PaperState.REVIEW, clock.instant(), LIMIT).size();
    }

    /** Whom a paper is about is found as it is closed; where that failed or died, it is done again. */
    private int wakeForPeople() {
        List<PaperId> due = people.dueBefore(clock.instant().minus(STUCK), LIMIT);
        due.forEach(wakeUps::extract);
        return due.size();
    }

    private int questionsOpenLong() {
        return people.askedBefore(clock.instant().minus(QUESTION), LIMIT).size();
    }

    private int rearmUnsent() {
        Instant now = clock.instant();
        List<Delivery> unsent = deliveries.due(now, LIMIT).stream()
                .filter(delivery ->
                        delivery.attempts() > 0 || delivery.nextAttemptAt().isBefore(now.minus(STREAM)))
                .toList();
        for (Delivery delivery : unsent) {
            deliveries.move(
                    delivery,
                    delivery.dueAt(now),
                    entry(
                            delivery,
                            now,
                            "due-again",
                            "Not sent yet to " + delivery.recipient().title()));
        }
        return unsent.size();
    }

    private int noteOverdue() {
        Instant now = clock.instant();
        List<Delivery> overdue = deliveries.overdue(now, LIMIT);
        for (Recipient recipient : Recipient.values()) {
            metrics.count(
                    "OverdueDeliveries",
                    overdue.stream()
                            .filter(delivery -> delivery.recipient() == recipient)
                            .count(),
                    Metrics.by("Recipient", recipient.id()));
        }
        // The duty contact's alarm hangs on this one, and must see it fall to nothing again.
        metrics.count(
                "OverdueUrgentDeliveries",
                overdue.stream().filter(Delivery::isUrgent).count());
        overdue.stream()
                .filter(delivery -> !isNoted(delivery, OVERDUE))
                .forEach(delivery -> audit.append(overdue(delivery, now)));
        return overdue.size();
    }

    /** Changes and withdrawals that nobody has acknowledged, and recalled papers that nobody says are deleted. */
    private int noteUnconfirmed() {
        Instant now = clock.instant();
        List<Delivery> unconfirmed = deliveries.unconfirmed(now, LIMIT);
        for (Recipient recipient : Recipient.values()) {
            metrics.count(
                    "UnconfirmedDeliveries",
                    unconfirmed.stream()
                            .filter(delivery -> delivery.recipient() == recipient)
                            .count(),
                    Metrics.by("Recipient", recipient.id()));
        }
        // An alarm hangs on this one, and must see it fall to nothing again.
        metrics.count(
                "UnconfirmedUrgentDeliveries",
                unconfirmed.stream().filter(Delivery::isUrgent).count());
        unconfirmed.stream()
                .filter(delivery -> !isNoted(delivery, UNCONFIRMED))
                .forEach(delivery -> audit.append(unconfirmed(delivery, now)));
        return unconfirmed.size();
    }

    private boolean isNoted(Delivery delivery, String what) {
        return audit.of(delivery.paper()).stream()
                .anyMatch(entry -> entry.what().equals(what)
                        && entry.about().equals(Optional.of(delivery.id().value())));
    }

    private int countUnsettled() {
        int unsettled = 0;
        for (Recipient recipient : Recipient.values()) {
            for (DeliveryState state : UNSETTLED) {
                int count = deliveries
                        .of(recipient, state, Optional.empty(), LIMIT)
                        .items()
                        .size();
                metrics.count(
                        "Deliveries",
                        count,
                        Metrics.by("Recipient", recipient.id()),
                        Metrics.by("State", state.name()));
                unsettled += count;
            }
        }
        return unsettled;
    }

    private static AuditEntry overdue(Delivery delivery, Instant now) {
        return entry(
                delivery,
                now,
                OVERDUE,
                "No receipt from " + delivery.recipient().title() + ", which was due at "
                        + delivery.receiptDue().map(Instant::toString).orElse("no time")
                        + (delivery.urgency() == Urgency.CUSTODY ? "; it changes custody" : ""));
    }

    private static AuditEntry unconfirmed(Delivery delivery, Instant now) {
        return entry(
                delivery,
                now,
                UNCONFIRMED,
                delivery.recipient().title()
                        + switch (delivery.notice()) {
                            case RECORD -> " has not acknowledged the change, version " + delivery.version();
                            case WITHDRAWAL -> " has not acknowledged that the paper was withdrawn";
                            case RECALL -> " has not confirmed that it deleted the paper";
                        }
                        + ", due at "
                        + delivery.confirmationDue().map(Instant::toString).orElse("no time"));
    }

    private static AuditEntry entry(Delivery delivery, Instant at, String what, String detail) {
        return new AuditEntry(
                at, WHO, what, delivery.paper(), Optional.of(delivery.id().value()), detail);
    }

    private static AuditEntry entry(Paper paper, Instant at, String what, String detail) {
        return new AuditEntry(at, WHO, what, paper.id(), Optional.empty(), detail);
    }
}
