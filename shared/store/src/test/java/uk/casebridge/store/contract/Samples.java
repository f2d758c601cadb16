package uk.casebridge.store.contract;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.field.PageBox;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Severity;
import uk.casebridge.domain.kind.Urgency;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.paper.PaperIds;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.domain.recipient.Place;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.record.Change;
import uk.casebridge.domain.record.RecordKey;
import uk.casebridge.domain.record.RecordVersion;
import uk.casebridge.domain.record.SourceTime;
import uk.casebridge.domain.standing.CourtCode;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.Store;

/** Papers, record versions and deliveries to try a store with. */
public final class Samples {

    public static final Instant NOW = Instant.parse("2026-03-02T09:30:00.123456Z");
    public static final CourtCode COURT = new CourtCode("B01BH00");
    public static final String NAME = "Zebedee QUILLFEATHER";
    public static final String BORN = "1987-04-19";
    public static final String ASN = "2501UP0000000000001K";
    public static final String URN = "01WX9876543";
    public static final String FILE_NAME = "Quillfeather register.pdf";
    public static final Place PLACE = new Place("WWI", "HMP Wandsworth", true);

    private static final PaperIds IDS = new PaperIds(Clock.systemUTC(), new SecureRandom());

    private Samples() {}

    public static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    public static PaperId paperId() {
        return IDS.next();
    }

    /** A court of this code's house that no other test uses. */
    public static CourtCode anyCourt() {
        byte[] chance = new byte[2];
        new SecureRandom().nextBytes(chance);
        return new CourtCode("B%02X%02X00".formatted(chance[0] & 0xff, chance[1] & 0xff));
    }

    public static AuditEntry line(PaperId paper, String what) {
        return new AuditEntry(NOW, "test", what, paper, Optional.empty(), "A test said so.");
    }

    public static Paper awaited(CourtCode court) {
        return Paper.awaited(paperId(), FILE_NAME, court, "clerk.bexley", NOW);
    }

    /** A paper awaited and stored, with bytes nobody else has. */
    public static Paper stored(Store store, CourtCode court) {
        Paper awaited = awaited(court);
        store.papers().await(awaited, line(awaited.id(), "uploaded"));
        Paper stored = stored(awaited, Sha256.of(awaited.id().value().getBytes(StandardCharsets.UTF_8)));
        store.papers().store(awaited, stored, line(awaited.id(), "stored"));
        return stored;
    }

    public static Paper stored(Paper awaited, Sha256 sha256) {
        return awaited.stored(sha256, 4711, "application/pdf", "version-1", NOW.plusSeconds(1));
    }

    /** A paper that is being read. */
    public static Paper reading(Store store, CourtCode court) {
        Paper stored = stored(store, court);
        Paper reading = stored.reading(NOW.plusSeconds(2));
        store.papers().move(stored, reading, line(stored.id(), "reading"));
        return reading;
    }

    public static RecordKey anyKey() {
        return new RecordKey("sample|" + paperId());
    }

    public static Fields fields() {
        return Fields.of(
                Field.read("defendant.name", NAME, NAME, 0.98, new PageBox(1, 72, 144.5, 120, 11)),
                Field.read("defendant.dateOfBirth", BORN, "19 Apr 1987", 1, new PageBox(1, 72, 160, 60, 11)),
                Field.read("defendant.asn", ASN, ASN, 0.9, new PageBox(2, 10, 20, 90, 10)),
                Field.stated("cases[1].urn", URN));
    }

    public static RecordVersion version(Store store, RecordKey key, int number, PaperId paper, int part) {
        return version(store, key, number, paper, part, fields());
    }

    public static RecordVersion version(
            Store store, RecordKey key, int number, PaperId paper, int part, Fields fields) {
        List<Change> changes = number == 1
                ? List.of()
                : List.of(
                        new Change("defendant.name", Optional.of("Z QUILLFEATHER"), Optional.of(NAME)),
                        new Change(
                                "offences[1].code",
                                Optional.of("offences[2].code"),
                                Optional.of("offences[1]"),
                                Optional.of("Code"),
                                Optional.empty(),
                                Optional.of("TH68001")));
        return new RecordVersion(
                store.records().idOf(key),
                number,
                "prison-court-register",
                paper,
                part,
                Sha256.of(paper.value().getBytes(StandardCharsets.UTF_8)),
                COURT,
                fields,
                List.of(new Finding(
                        "F-1",
                        Severity.WARNING,
                        List.of("defendant.asn"),
                        "The check letter of " + ASN + " is not right",
                        "A slip of the pen",
                        "Look at the summons",
                        "Copy it",
                        "Section 2")),
                Urgency.CUSTODY,
                List.of("Nobody may name " + NAME),
                new SourceTime(
                        Optional.of(NOW),
                        SourceTime.Evidence.PRINTED,
                        Optional.of(NOW.minusSeconds(9)),
                        Optional.of("LibreOffice 7.2")),
                changes,
                NOW.plusSeconds(3));
    }

    /** One delivery for every recipient; the careers service's has no place. */
    public static List<Delivery> deliveries(Store store, RecordVersion version) {
        String group = store.records().caseGroup(URN + version.id());
        return Arrays.stream(Recipient.values())
                .map(recipient -> Delivery.of(
                        version.id(),
                        version.version(),
                        version.paper(),
                        group,
                        recipient,
                        recipient == Recipient.CAREERS ? Optional.empty() : Optional.of(PLACE),
                        version.urgency(),
                        NOW.plusSeconds(3)))
                .toList();
    }

    /** Writes the first version of a new record from a paper, with its deliveries. */
    public static List<Delivery> written(Store store, PaperId paper, int part) {
        RecordVersion version = version(store, anyKey(), 1, paper, part);
        List<Delivery> deliveries = deliveries(store, version);
        store.records().write(version, deliveries, List.of(), line(paper, "recorded"));
        return deliveries;
    }

    /** Writes the second version of the record that deliveries are of, with its own. */
    public static List<Delivery> writtenAgain(Store store, PaperId paper, List<Delivery> before) {
        RecordVersion first =
                store.records().current(before.getFirst().record()).orElseThrow();
        RecordVersion second = new RecordVersion(
                first.id(),
                2,
                first.kind(),
                paper,
                1,
                first.paperSha256(),
                first.issuingCourt(),
                first.fields(),
                List.of(),
                first.urgency(),
                List.of(),
                first.sourceTime(),
                List.of(),
                first.recordedAt());
        List<Delivery> deliveries = deliveries(store, second);
        store.records().write(second, deliveries, List.of(), line(paper, "amended"));
        return deliveries;
    }

    public static Delivery of(List<Delivery> deliveries, Recipient recipient) {
        return deliveries.stream()
                .filter(delivery -> delivery.recipient() == recipient)
                .findFirst()
                .orElseThrow();
    }

    public static Delivery sent(Store store, Delivery pending, Instant at) {
        Delivery sent = pending.sent(Duration.ofMinutes(15), at);
        store.deliveries().move(pending, sent, line(pending.paper(), "sent"));
        return sent;
    }
}
