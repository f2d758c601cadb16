package uk.casebridge.domain.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.kind.Urgency;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.domain.standing.CourtCode;

/**
 * One immutable version of a record.
 *
 * @param id the record
 * @param version 1, 2, 3 …
 * @param kind the id of its kind
 * @param paper the paper it was read from
 * @param part which record of that paper it is, from 1
 * @param revision which reading of that part: 0 as it was read, else the number of the last decision of the review
 *     desk that changed it
 * @param paperSha256 the SHA-256 of that paper's bytes
 * @param issuingCourt the court that sent the paper
 * @param fields what was read
 * @param findings what the rules say
 * @param urgency how urgent it is
 * @param restrictions reporting restriction, youth and protection markers, which travel with every delivery
 * @param sourceTime the order of versions: the message's time, else the time printed, else the file's own, never arrival
 * @param changes what differs from the version before; empty for version 1
 * @param recordedAt when it was written
 * @param takenBack that its paper was withdrawn or recalled; its fields are then those of what holds instead
 */
public record RecordVersion(
        RecordId id,
        int version,
        String kind,
        PaperId paper,
        int part,
        int revision,
        Sha256 paperSha256,
        CourtCode issuingCourt,
        Fields fields,
        List<Finding> findings,
        Urgency urgency,
        List<String> restrictions,
        SourceTime sourceTime,
        List<Change> changes,
        Instant recordedAt,
        Optional<TakenBack> takenBack) {

    public RecordVersion {
        if (version < 1 || part < 1 || revision < 0) {
            throw new IllegalArgumentException("Versions and parts are counted from 1, revisions from 0");
        }
        findings = List.copyOf(findings);
        restrictions = List.copyOf(restrictions);
        changes = List.copyOf(changes);
    }

    /** A version as it was read. */
    public RecordVersion(
            RecordId id,
            int version,
            String kind,
            PaperId paper,
            int part,
            Sha256 paperSha256,
            CourtCode issuingCourt,
            Fields fields,
            List<Finding> findings,
            Urgency urgency,
            List<String> restrictions,
            SourceTime sourceTime,
            List<Change> changes,
            Instant recordedAt) {
        this(
                id,
                version,
                kind,
                paper,
                part,
                0,
                paperSha256,
                issuingCourt,
                fields,
                findings,
                urgency,
                restrictions,
                sourceTime,
                changes,
                recordedAt,
                Optional.empty());
    }

    /** A version of a paper as it was read, or one that takes it back. */
    public RecordVersion(
            RecordId id,
            int version,
            String kind,
            PaperId paper,
            int part,
            Sha256 paperSha256,
            CourtCode issuingCourt,
            Fields fields,
            List<Finding> findings,
            Urgency urgency,
            List<String> restrictions,
            SourceTime sourceTime,
            List<Change> changes,
            Instant recordedAt,
            Optional<TakenBack> takenBack) {
        this(
                id,
                version,
                kind,
                paper,
                part,
                0,
                paperSha256,
                issuingCourt,
                fields,
                findings,
                urgency,
                restrictions,
                sourceTime,
                changes,
                recordedAt,
                takenBack);
    }

    /** The paper whose word this record is now; empty once all were withdrawn. */
    public Optional<PaperId> holder() {
        return takenBack.isEmpty()
                ? Optional.of(paper)
                : takenBack.get().standing().map(TakenBack.Standing::paper);
    }

    /** Whether this version takes a paper back. */
    public boolean takesBack(PaperId other) {
        return takenBack.isPresent() && paper.equals(other);
    }
}
