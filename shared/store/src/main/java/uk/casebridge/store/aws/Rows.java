package uk.casebridge.store.aws;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import uk.casebridge.domain.delivery.DeliveryId;
import uk.casebridge.domain.paper.KeptPart;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.record.RecordId;
import uk.casebridge.domain.standing.CourtCode;
import uk.casebridge.store.AuditEntry;

/** The keys of the table's rows, and those of its rows that stand for nothing in the domain. */
final class Rows {

    static final String PAPER = "PAPER";
    static final String PART = "PART#";
    static final String BUNDLE = "BUNDLE#";
    static final String VERSION = "VERSION#";
    static final String CURRENT = "CURRENT";
    static final String DELIVERY = "DELIVERY#";
    static final String AUDIT = "AUDIT#";
    static final String CLAIM = "CLAIM";

    // Instant.toString leaves zeros out, so its texts do not sort; these do.
    private static final DateTimeFormatter SORTABLE = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Rows() {}

    static String paper(PaperId id) {
        return "PAPER#" + id;
    }

    static String record(RecordId id) {
        return "RECORD#" + id;
    }

    static String version(int version) {
        return VERSION + "%08d".formatted(version);
    }

    /** A part as it was read keeps the key it always had; a later revision sorts after it. */
    static String part(int part, int revision) {
        return PART + "%08d".formatted(part) + (revision == 0 ? "" : "#%08d".formatted(revision));
    }

    static String bundled(int part) {
        return BUNDLE + "%08d".formatted(part);
    }

    static String caseOf(String caseGroup) {
        return "CASE#" + caseGroup;
    }

    static String delivery(DeliveryId id) {
        return DELIVERY + id;
    }

    static String court(CourtCode court) {
        return "COURT#" + court.house();
    }

    static String time(Instant time) {
        return SORTABLE.format(time);
    }

    /** The pointer to a record's current version. */
    record Current(RecordId record, int version) {}

    /** A part of a paper that is dealt with, and by which version of which record. */
    record Part(PaperId paper, int part, int revision, RecordId record, int version, boolean passed) {}

    /** What became of a part of a bundle. */
    record Bundled(PaperId bundle, KeptPart part) {}

    /**
     * The claim of a court house on bytes: its key is a keyed hash of both. One that was given up stays as it is known, as
     * nothing is ever deleted, and stands in nobody's way.
     */
    record Claim(String hash, PaperId paper, boolean givenUp) {}

    /** The claim of an envelope on a document control number: its key is a keyed hash of that. */
    record Numbered(String hash, PaperId paper, String envelope) {}

    /** A line of a paper's timeline; the suffix keeps lines of the same moment apart and in order. */
    record Line(AuditEntry entry, String suffix) {}

    /**
     * A record version as its row holds it.
     *
     * @param content the sealed content, or nothing where it is too large and lies in evidence
     * @param contentAt its name in evidence, if it lies there
     * @param groups the case group of each of its deliveries: {@code prison=0a1b…,careers=0a1b…}
     */
    record Version(
            RecordId id,
            int version,
            String kind,
            PaperId paper,
            int part,
            int revision,
            String paperSha256,
            String issuingCourt,
            String urgency,
            String groups,
            Optional<byte[]> content,
            Optional<String> contentAt,
            Instant recordedAt) {}

    /** What a record version's row says of its deliveries, without the rest of it. */
    record Groups(RecordId id, int version, String groups) {}
}
