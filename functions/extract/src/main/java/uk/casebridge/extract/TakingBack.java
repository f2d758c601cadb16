package uk.casebridge.extract;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.delivery.DeliveryState;
import uk.casebridge.domain.delivery.Notice;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.paper.Instruction.TakeBack;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.paper.PaperState;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.record.Difference;
import uk.casebridge.domain.record.RecordVersion;
import uk.casebridge.domain.record.SourceTime;
import uk.casebridge.domain.record.TakenBack;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.Deliveries;
import uk.casebridge.store.Papers;
import uk.casebridge.store.Records;

/**
 * Takes a paper back, record by record: what was not sent is withdrawn where it lies; to whoever was sent something a
 * delivery goes by the same way that takes it back. The next version of the record says so, and what holds instead. A
 * run that died is gone on with by the next; a record that is done is left as it is.
 */
final class TakingBack {

    /** How often something is looked at again because someone else came between. */
    private static final int TRIES = 8;

    private final Papers papers;
    private final Records records;
    private final Deliveries deliveries;
    private final Clock clock;

    TakingBack(Papers papers, Records records, Deliveries deliveries, Clock clock) {
        this.papers = papers;
        this.records = records;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Goes on with a paper that is being withdrawn until nothing of it stands. */
    void goOn(Paper paper) {
        TakeBack why = papers.instructions(paper.id()).stream()
                .filter(TakeBack.class::isInstance)
                .map(TakeBack.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody said why " + paper.id() + " is taken back"));
        for (RecordVersion version : records.of(paper.id())) {
            takeBack(version, why);
        }
        Instant now = clock.instant();
        papers.withdraw(
                paper,
                paper.withdrawn(now),
                new AuditEntry(
                        now,
                        ExtractService.WHO,
                        why.notice() == Notice.RECALL ? "recalled" : "withdrawn",
                        paper.id(),
                        Optional.empty(),
                        "Nothing of it stands any more. The same file may be sent again."));
    }

    private void takeBack(RecordVersion version, TakeBack why) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            List<Delivery> sent = settled(version, why);
            RecordVersion current = records.current(version.id()).orElseThrow();
            boolean holds = current.holder().equals(Optional.of(why.paper()));
            boolean mustBeSaid = why.notice() == Notice.RECALL && !sent.isEmpty();
            if (isDone(version, current) || !(holds || mustBeSaid)) {
                return;
            }
            RecordVersion next = next(version, current, holds, why);
            List<Delivery> notices = sent.stream()
                    .map(delivery -> Delivery.takingBack(delivery, next.version(), why.notice(), next.recordedAt()))
                    .toList();
            if (records.takeBack(next, notices, entry(next, notices.size(), why))) {
                return;
            }
        }
        throw new IllegalStateException("Others keep writing " + version.id() + "; it is taken back later");
    }

    private boolean isDone(RecordVersion version, RecordVersion current) {
        for (int number = current.version(); number > version.version(); number--) {
            if (records.version(version.id(), number)
                    .filter(later -> later.takesBack(version.paper()))
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Withdraws what of the paper was not sent, and gives what was, the last of each recipient. */
    private List<Delivery> settled(RecordVersion version, TakeBack why) {
        Map<Recipient, Delivery> sent = new LinkedHashMap<>();
        for (Delivery delivery : deliveries.of(version.id())) {
            if (delivery.paper().equals(version.paper()) && delivery.notice() == Notice.RECORD) {
                Delivery now = settled(delivery, why);
                if (now.sentAt().isPresent()) {
                    sent.put(now.recipient(), now);
                }
            }
        }
        return new ArrayList<>(sent.values());
    }

    private Delivery settled(Delivery read, TakeBack why) {
        Delivery delivery = read;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            if (!delivery.state().mayBecome(DeliveryState.WITHDRAWN)
                    || delivery.sentAt().isPresent()) {
                return delivery;
            }
            Delivery withdrawn = delivery.withdrawn(why.reason());
            if (deliveries.move(
                    delivery,
                    withdrawn,
                    new AuditEntry(
                            clock.instant(),
                            ExtractService.WHO,
                            "unsent",
                            why.paper(),
                            Optional.of(delivery.id().value()),
                            "Not sent to " + delivery.recipient().title() + ", because the paper was taken back"))) {
                return withdrawn;
            }
            delivery = deliveries.find(delivery.id()).orElseThrow();
        }
        throw new IllegalStateException("Others keep moving " + read.id() + "; it is taken back later");
    }

    private RecordVersion next(RecordVersion version, RecordVersion current, boolean holds, TakeBack why) {
        Optional<RecordVersion> standing = holds ? earlier(current) : Optional.of(current);
        Fields fields = standing.map(RecordVersion::fields).orElseGet(Fields::none);
        return new RecordVersion(
                version.id(),
                current.version() + 1,
                version.kind(),
                version.paper(),
                version.part(),
                version.paperSha256(),
                version.issuingCourt(),
                fields,
                standing.map(RecordVersion::findings).orElseGet(List::of),
                version.urgency(),
                version.restrictions(),
                standing.map(RecordVersion::sourceTime).orElseGet(SourceTime::unknown),
                Difference.between(current.fields(), fields),
                clock.instant(),
                Optional.of(new TakenBack(
                        why.notice(),
                        why.reason(),
                        standing.flatMap(now -> now.holder()
                                .map(paper -> new TakenBack.Standing(
                                        now.takenBack()
                                                .flatMap(TakenBack::standing)
                                                .map(TakenBack.Standing::version)
                                                .orElse(now.version()),
                                        paper))))));
    }

    /** The last version before, of a paper that nobody took back. */
    private Optional<RecordVersion> earlier(RecordVersion current) {
        for (int number = current.version() - 1; number > 0; number--) {
            Optional<RecordVersion> version = records.version(current.id(), number)
                    .filter(before -> before.takenBack().isEmpty())
                    .filter(before -> stands(before.paper()));
            if (version.isPresent()) {
                return version;
            }
        }
        return Optional.empty();
    }

    private boolean stands(PaperId paper) {
        return papers.find(paper)
                .filter(found -> found.state() != PaperState.WITHDRAWING && found.state() != PaperState.WITHDRAWN)
                .isPresent();
    }

    private static AuditEntry entry(RecordVersion next, int told, TakeBack why) {
        String standing = next.takenBack()
                .flatMap(TakenBack::standing)
                .map(holds -> "Version " + holds.version() + " holds instead.")
                .orElse("Nothing holds instead.");
        return new AuditEntry(
                next.recordedAt(),
                ExtractService.WHO,
                "taken-back",
                why.paper(),
                Optional.of(next.id().value()),
                "Record " + next.part() + ", version " + next.version() + ": " + standing + " Recipients to be told: "
                        + told);
    }
}
