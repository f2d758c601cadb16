package uk.casebridge.store;

import java.util.List;
import java.util.Optional;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.delivery.DeliveryId;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.record.RecordId;
import uk.casebridge.domain.record.RecordKey;
import uk.casebridge.domain.record.RecordVersion;

/**
 * The records of the table. A version is written whole or not at all: the version, the pointer to the current one, its
 * deliveries and the line of the timeline go in one transaction. Names, dates of birth and numbers are sealed.
 */
public interface Records {

    /** The id of the record with a key: a keyed hash, the same for every paper about the same thing. */
    RecordId idOf(RecordKey key);

    /** A keyed hash of a case (32 hexadecimal digits) by which its deliveries are kept in order. */
    String caseGroup(String urn);

    /** The newest version. */
    Optional<RecordVersion> current(RecordId id);

    Optional<RecordVersion> version(RecordId id, int version);

    /** The versions that were read from a paper, the last one of each part, in the order of its parts. */
    List<RecordVersion> of(PaperId paper);

    /**
     * Writes a version with its deliveries. Writing the same revision of the same part of a paper again changes nothing.
     *
     * @param version the version; its number must be one more than the current one's
     * @param deliveries one per entitled recipient
     * @param overtaken deliveries of earlier versions still pending, which become superseded with it
     */
    WriteOutcome write(RecordVersion version, List<Delivery> deliveries, List<DeliveryId> overtaken, AuditEntry entry);

    /**
     * Notes that a part of a paper is older than, or the same as, what the record already holds: the part counts as
     * written, the record does not change.
     */
    void pass(PaperId paper, int part, int revision, RecordId record, int currentVersion, AuditEntry entry);

    /** What became of the parts of a paper: each revision of each that was written or passed, in order. */
    List<Done> done(PaperId paper);

    /**
     * Writes a version that takes back what a paper said, with the deliveries that tell so. The part of the paper stays
     * as it was written.
     *
     * @param version the version; its number must be one more than the current one's
     * @return false if another version came between; nothing is written then
     */
    boolean takeBack(RecordVersion version, List<Delivery> deliveries, AuditEntry entry);

    /** Refuses deliveries that are not of the version they are to be written with. */
    static void requireOwn(RecordVersion version, List<Delivery> deliveries) {
        for (Delivery delivery : deliveries) {
            if (!delivery.record().equals(version.id())
                    || delivery.version() != version.version()
                    || !delivery.paper().equals(version.paper())) {
                throw new IllegalArgumentException("The delivery " + delivery.id() + " is not of " + version.id()
                        + " version " + version.version() + " from " + version.paper());
            }
        }
    }

    /**
     * A revision of a part that is dealt with.
     *
     * @param record the record it went to
     * @param version the version it made, or the one that was current when it was passed
     * @param passed whether the record was left as it was
     */
    record Done(int part, int revision, RecordId record, int version, boolean passed) {}

    /** What came of a write. */
    enum WriteOutcome {
        WRITTEN,
        /** This revision of this part of the paper was written before; nothing changed. */
        WRITTEN_BEFORE,
        /** Another version came between; nothing was written. Read the current one again. */
        OVERTAKEN
    }
}
