package uk.casebridge.extract;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.paper.PaperIds;
import uk.casebridge.domain.record.Reading;
import uk.casebridge.domain.record.RecordVersion;
import uk.casebridge.domain.standing.CourtCode;
import uk.casebridge.reading.PaperReader;
import uk.casebridge.store.Audit;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.ControlNumbers;
import uk.casebridge.store.Deliveries;
import uk.casebridge.store.MemoryMetrics;
import uk.casebridge.store.Originals;
import uk.casebridge.store.Papers;
import uk.casebridge.store.People;
import uk.casebridge.store.Records;
import uk.casebridge.store.WakeUps;
import uk.casebridge.store.memory.MemoryStore;

/** The extract room set up on the store in memory, with a reader that knows the test papers by heart. */
final class Room {

    final TestClock clock = new TestClock();
    final MemoryStore store = new MemoryStore(clock);
    final TestReader reader = new TestReader();
    final MemoryMetrics metrics = new MemoryMetrics();
    final Map<PaperId, Reading> kept = new HashMap<>();
    VirusScan virusScan = VirusScan.none();

    private final java.util.Random chance = new java.util.Random(7);

    ExtractService service() {
        return service(UnaryOperator.identity());
    }

    /** The room with each of its ports wrapped. */
    ExtractService service(UnaryOperator<Object> wrap) {
        Papers papers = (Papers) wrap.apply(store.papers());
        Originals originals = (Originals) wrap.apply(store.originals());
        Records records = (Records) wrap.apply(store.records());
        Deliveries deliveries = (Deliveries) wrap.apply(store.deliveries());
        People people = (People) wrap.apply(store.people());
        Audit audit = (Audit) wrap.apply(store.audit());
        ControlNumbers controlNumbers = (ControlNumbers) wrap.apply(store.controlNumbers());
        WakeUps wakeUps = (WakeUps) wrap.apply(store.wakeUps());
        PaperReader reads = (PaperReader) wrap.apply(reader);
        KeptReadings readings = (KeptReadings) wrap.apply(new KeptReadings() {
            @Override
            public Optional<Reading> of(Paper paper) {
                return Optional.ofNullable(kept.get(paper.id()));
            }

            @Override
            public void keep(Paper paper, Reading reading) {
                kept.put(paper.id(), reading);
            }
        });
        return new ExtractService(
                papers,
                originals,
                new Gate(papers, originals, clock),
                file -> virusScan.scan(file),
                reads,
                readings,
                new Recording(papers, records, deliveries, new Destinations(new TestPlaces()), clock),
                new Identifying(people, records, audit, metrics, clock),
                new TakingApart(papers, originals, controlNumbers, reads, wakeUps, clock),
                new TakingBack(papers, records, deliveries, clock),
                new Desk(store.decisions(), new TestPlaces(), new BigDecimal("1000")),
                wakeUps,
                metrics,
                clock);
    }

    /** A form is issued and a file uploaded by it; the room does not know yet. */
    PaperId uploaded(String text) {
        return uploaded(text.getBytes(StandardCharsets.UTF_8), TestPlaces.BEXLEY);
    }

    PaperId uploaded(byte[] bytes, CourtCode court) {
        clock.passes(Duration.ofSeconds(1));
        PaperId id = new PaperIds(clock, chance).next();
        Paper paper = Paper.awaited(id, "paper.pdf", court, "clerk.bexley", clock.instant());
        store.papers()
                .await(
                        paper,
                        new AuditEntry(clock.instant(), "clerk.bexley", "form", id, Optional.empty(), "Form issued"));
        store.originals().putIncoming("papers/" + id, bytes);
        return id;
    }

    /** A file uploaded and taken by the room. */
    Paper taken(String text) {
        PaperId id = uploaded(text);
        service().take(arrived("papers/" + id));
        return paper(id);
    }

    Paper taken(String text, Reading reading) {
        reader.learn(text, () -> reading);
        return taken(text);
    }

    static IntakeMessage arrived(String key) {
        return new IntakeMessage.Arrived(
                List.of(new IntakeMessage.ArrivedFile(key, Instant.parse("2026-08-14T08:59:00Z"))));
    }

    void lookAt(PaperId id) {
        service().take(new IntakeMessage.Look(id));
    }

    Paper paper(PaperId id) {
        return store.papers().find(id).orElseThrow();
    }

    List<RecordVersion> records(Paper paper) {
        return store.records().of(paper.id());
    }

    List<Delivery> deliveries(Paper paper) {
        return store.deliveries().of(paper.id());
    }

    List<String> timeline(PaperId id) {
        return store.audit().of(id).stream().map(AuditEntry::what).toList();
    }
}
