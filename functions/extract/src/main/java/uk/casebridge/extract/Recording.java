package uk.casebridge.extract;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.delivery.DeliveryId;
import uk.casebridge.domain.delivery.DeliveryState;
import uk.casebridge.domain.delivery.Notice;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Severity;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.record.Change;
import uk.casebridge.domain.record.CustodyOrMoney;
import uk.casebridge.domain.record.Difference;
import uk.casebridge.domain.record.Reading.ReadRecord;
import uk.casebridge.domain.record.RecordId;
import uk.casebridge.domain.record.RecordKey;
import uk.casebridge.domain.record.RecordVersion;
import uk.casebridge.domain.record.SourceTime;
import uk.casebridge.domain.review.Review;
import uk.casebridge.domain.review.Ruling.OrderChosen;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.Deliveries;
import uk.casebridge.store.Papers;
import uk.casebridge.store.Records;

/**
 * Writes the records of one paper: each as a new record, as the next version of one, or not at all where the record
 * holds as much already. Every part is judged before the first is written, so that a paper that must wait for a person
 * waits whole.
 */
final class Recording {

    /** How often a part is judged again because another paper came between. */
    private static final int TRIES = 8;

    private static final List<String> CASES = List.of("case.urn", "cases[*].urn");

    private final Papers papers;
    private final Records records;
    private final Deliveries deliveries;
    private final Destinations destinations;
    private final Clock clock;

    Recording(Papers papers, Records records, Deliveries deliveries, Destinations destinations, Clock clock) {
        this.papers = papers;
        this.records = records;
        this.deliveries = deliveries;
        this.destinations = destinations;
        this.clock = clock;
    }

    /**
     * Writes what a paper holds; parts that an earlier run wrote are left as they are.
     *
     * @return why the paper must wait for a person, if it must
     */
    Optional<Failure> write(Paper paper, Kind kind, List<Review.Part> decided) {
        List<Records.Done> done = records.done(paper.id());
        Replacing replacing = Replacing.of(paper, papers, records);
        Optional<Failure> another = done.isEmpty()
                ? replacing.failure(decided.stream()
                        .map(part ->
                                records.idOf(RecordKey.of(kind, part.record().fields())))
                        .toList())
                : Optional.empty();
        if (another.isPresent()) {
            return another;
        }
        List<Part> parts = decided.stream()
                .filter(part -> done.stream()
                        .noneMatch(one -> one.part() == part.number() && one.revision() == part.revision()))
                .map(part -> new Part(
                        paper,
                        kind,
                        part.number(),
                        part.revision(),
                        part.record(),
                        part.order(),
                        replacing,
                        done.stream()
                                .filter(one -> one.part() == part.number() && !one.passed())
                                .reduce((one, later) -> later)
                                .map(Records.Done::record)))
                .toList();
        List<Failure> failures = new ArrayList<>();
        // What this paper itself is about to write counts as there: one thing may stand on it twice.
        Map<RecordId, RecordVersion> planned = new HashMap<>();
        parts.forEach(part -> judge(part, planned, failures));
        if (!failures.isEmpty()) {
            return Optional.of(failures.getFirst());
        }
        for (Part part : parts) {
            Optional<Failure> failure = write(part);
            if (failure.isPresent()) {
                return failure;
            }
        }
        return Optional.empty();
    }

    private void judge(Part part, Map<RecordId, RecordVersion> planned, List<Failure> failures) {
        List<String> blocking = part.read().findings().stream()
                .filter(Finding::blocks)
                .map(Finding::code)
                .toList();
        if (!blocking.isEmpty()) {
            failures.add(new Failure(
                    FailureCode.BLOCKED_BY_FINDING, "Record " + part.number() + ": " + String.join(", ", blocking)));
            return;
        }
        RecordId id = idOf(part);
        Optional<RecordVersion> current = Optional.ofNullable(planned.get(id)).or(() -> records.current(id));
        switch (step(part, id, current)) {
            case Step.Write(RecordVersion version) -> planned.put(id, version);
            case Step.Pass pass -> {}
            case Step.InDoubt doubt -> failures.add(inDoubt(part));
        }
    }

    private Optional<Failure> write(Part part) {
        RecordId id = idOf(part);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            switch (step(part, id, records.current(id))) {
                case Step.Write(RecordVersion version) -> {
                    if (records.write(version, deliveriesOf(version, part), overtaken(version), entry(version, part))
                            != Records.WriteOutcome.OVERTAKEN) {
                        return Optional.empty();
                    }
                }
                case Step.Pass(int current, String why) -> {
                    records.pass(part.paper().id(), part.number(), part.revision(), id, current, passed(part, id, why));
                    return Optional.empty();
                }
                case Step.InDoubt doubt -> {
                    return Optional.of(inDoubt(part));
                }
            }
        }
        throw new IllegalStateException("Others keep writing " + id + "; part " + part.number() + " waits");
    }

    private Step step(Part part, RecordId id, Optional<RecordVersion> current) {
        if (current.isEmpty()) {
            return new Step.Write(version(part, id, 1, List.of(), part.read().findings()));
        }
        RecordVersion before = current.get();
        if (before.holder().isEmpty()) {
            // All that was said before was taken back: there is nothing to be older or newer than.
            return new Step.Write(version(
                    part,
                    id,
                    before.version() + 1,
                    Difference.between(Fields.none(), part.read().fields()),
                    part.read().findings()));
        }
        List<Change> changes = Difference.between(before.fields(), part.read().fields());
        if (changes.isEmpty()) {
            return new Step.Pass(before.version(), "It says what version " + before.version() + " says");
        }
        return switch (orderOf(part, before, changes)) {
            case NEWER ->
                new Step.Write(version(
                        part, id, before.version() + 1, changes, part.read().findings()));
            case NEWER_BY_FILE_TIME ->
                new Step.Write(version(
                        part,
                        id,
                        before.version() + 1,
                        changes,
                        Stream.concat(part.read().findings().stream(), Stream.of(newerByFileTime()))
                                .toList()));
            case OLDER -> new Step.Pass(before.version(), "It is older than version " + before.version());
            case IN_DOUBT -> new Step.InDoubt();
        };
    }

    /**
     * Which is the newer: a correction of the same paper is, a person may have said, else the source's time tells; but
     * where custody or money changes, no weak time does.
     */
    private static SourceTime.Order orderOf(Part part, RecordVersion before, List<Change> changes) {
        if (isOf(part, before)) {
            return SourceTime.Order.NEWER;
        }
        return part.order()
                .filter(chosen -> chosen.record().equals(before.id()) && chosen.version() == before.version())
                .map(chosen -> chosen.newer() ? SourceTime.Order.NEWER : SourceTime.Order.OLDER)
                .orElseGet(() -> orderInTime(part, before, changes));
    }

    private static SourceTime.Order orderInTime(Part part, RecordVersion before, List<Change> changes) {
        if (part.replacing().isSaidOf(before)) {
            return SourceTime.Order.NEWER;
        }
        return part.read().sourceTime().restsOnWeakFileTimes(before.sourceTime())
                        && CustodyOrMoney.touchedBy(part.kind(), changes)
                ? SourceTime.Order.IN_DOUBT
                : part.read().sourceTime().against(before.sourceTime());
    }

    private static boolean isOf(Part part, RecordVersion version) {
        return version.paper().equals(part.paper().id()) && version.part() == part.number();
    }

    private RecordVersion version(Part part, RecordId id, int number, List<Change> changes, List<Finding> findings) {
        Paper paper = part.paper();
        return new RecordVersion(
                id,
                number,
                part.kind().id(),
                paper.id(),
                part.number(),
                part.revision(),
                paper.sha256().orElseThrow(),
                paper.court(),
                part.read().fields(),
                findings,
                part.read().urgency(),
                part.read().restrictions(),
                part.read().sourceTime(),
                changes,
                clock.instant(),
                Optional.empty());
    }

    private List<Delivery> deliveriesOf(RecordVersion version, Part part) {
        String caseGroup = caseGroup(version);
        return part.kind().entitlements().stream()
                .map(entitlement -> Delivery.of(
                        version.id(),
                        version.version(),
                        version.paper(),
                        caseGroup,
                        entitlement.recipient(),
                        destinations.of(entitlement, version.fields(), version.issuingCourt()),
                        version.urgency(),
                        version.recordedAt()))
                .toList();
    }

    private String caseGroup(RecordVersion version) {
        return CASES.stream()
                .flatMap(path -> version.fields().matching(path).stream())
                .map(urn -> records.caseGroup(urn.value()))
                .findFirst()
                // What belongs to no case keeps its order by itself.
                .orElseGet(() -> version.id().value().substring(2));
    }

    private List<DeliveryId> overtaken(RecordVersion version) {
        return deliveries.of(version.id()).stream()
                .filter(delivery -> delivery.version() < version.version())
                .filter(delivery -> delivery.state().mayBecome(DeliveryState.SUPERSEDED))
                // What must be deleted must be deleted, whatever comes after.
                .filter(delivery -> delivery.notice() != Notice.RECALL)
                .map(Delivery::id)
                .toList();
    }

    /**
     * The record a part belongs to: by its key, but where its own reading is corrected after it left, the record it
     * made, though the correction changes the key. Whoever holds that record must hear of it.
     */
    private RecordId idOf(Part part) {
        Optional<RecordId> own = part.made()
                .filter(record -> records.current(record)
                        .filter(current -> isOf(part, current))
                        .isPresent());
        if (own.isPresent()) {
            return own.get();
        }
        return records.idOf(RecordKey.of(part.kind(), part.read().fields()));
    }

    private static Failure inDoubt(Part part) {
        return new Failure(FailureCode.AMENDS_IN_DOUBT, "Record " + part.number());
    }

    private static AuditEntry entry(RecordVersion version, Part part) {
        boolean first = version.version() == 1;
        return new AuditEntry(
                version.recordedAt(),
                ExtractService.WHO,
                first ? "recorded" : "amended",
                version.paper(),
                Optional.of(version.id().value()),
                part.kind().title() + ", record " + part.number() + " of the paper, version " + version.version()
                        + (first ? "" : ", changes: " + Difference.count(version.changes())));
    }

    private AuditEntry passed(Part part, RecordId id, String why) {
        Instant now = clock.instant();
        return new AuditEntry(
                now,
                ExtractService.WHO,
                "passed",
                part.paper().id(),
                Optional.of(id.value()),
                "Record " + part.number() + " of the paper changes nothing. " + why + ".");
    }

    private static Finding newerByFileTime() {
        return new Finding(
                "AMENDS-BY-FILE-TIME",
                Severity.WARNING,
                List.of(),
                "This paper replaces an earlier one that states the same time. That it is the newer one rests on the"
                        + " creation time inside the file alone.",
                "The system that made both papers prints the date of the hearing or of the register, not the time.",
                "If the earlier paper is the right one, tell the court that sent it.",
                "State the time of issue on an amended paper.",
                "Order of versions by the source's time");
    }

    /** One record of a paper, on its way to become a version. */
    private record Part(
            Paper paper,
            Kind kind,
            int number,
            int revision,
            ReadRecord read,
            Optional<OrderChosen> order,
            Replacing replacing,
            Optional<RecordId> made) {}

    /** What is to be done with a part. */
    private sealed interface Step {
        record Write(RecordVersion version) implements Step {}

        record Pass(int current, String why) implements Step {}

        record InDoubt() implements Step {}
    }
}
