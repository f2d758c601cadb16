package uk.casebridge.domain.paper;

import java.time.Instant;
import java.util.Optional;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.review.Harm;
import uk.casebridge.domain.standing.CourtCode;

/**
 * One uploaded document as the table knows it; its bytes are in the originals under its id.
 *
 * @param id its id, minted when the upload form was issued
 * @param fileName the name the sender gave it; never used as a path
 * @param court the court that sent it
 * @param sender who sent it: the user name of the clerk, or the intake route
 * @param state where it stands
 * @param sha256 the SHA-256 of its bytes, once stored
 * @param size its size in bytes, once kept; 0 before
 * @param mediaType what its content is, whatever its name says, once stored
 * @param objectVersion the version of the original in the bucket, once kept
 * @param kind the id of the kind it was told to be
 * @param records how many records it holds, once all are written
 * @param attempts how many times reading it was begun
 * @param failure why it is refused, in review or quarantined
 * @param duplicateOf the paper that has the same bytes
 * @param pages how many pages it has, once read; 0 before
 * @param parts how many parts it was taken apart into, once all are stored; 0 for a paper that is no bundle
 * @param partOf the bundle it came in, if it did
 * @param harm what would come of it if what it waits for were passed over; of a paper in review only
 * @param createdAt when the form was issued
 * @param changedAt when its state last changed
 */
public record Paper(
        PaperId id,
        String fileName,
        CourtCode court,
        String sender,
        PaperState state,
        Optional<Sha256> sha256,
        long size,
        Optional<String> mediaType,
        Optional<String> objectVersion,
        Optional<String> kind,
        int records,
        int attempts,
        Optional<Failure> failure,
        Optional<PaperId> duplicateOf,
        int pages,
        int parts,
        Optional<PartOf> partOf,
        Optional<Harm> harm,
        Instant createdAt,
        Instant changedAt) {

    /** A paper that is not in review. */
    public Paper(
            PaperId id,
            String fileName,
            CourtCode court,
            String sender,
            PaperState state,
            Optional<Sha256> sha256,
            long size,
            Optional<String> mediaType,
            Optional<String> objectVersion,
            Optional<String> kind,
            int records,
            int attempts,
            Optional<Failure> failure,
            Optional<PaperId> duplicateOf,
            int pages,
            int parts,
            Optional<PartOf> partOf,
            Instant createdAt,
            Instant changedAt) {
        this(
                id,
                fileName,
                court,
                sender,
                state,
                sha256,
                size,
                mediaType,
                objectVersion,
                kind,
                records,
                attempts,
                failure,
                duplicateOf,
                pages,
                parts,
                partOf,
                Optional.empty(),
                createdAt,
                changedAt);
    }

    /** The greatest paper that is taken, in bytes: 50 MB. */
    public static final long MAXIMUM_SIZE = 50L * 1024 * 1024;

    /** A paper whose upload form was just issued. */
    public static Paper awaited(PaperId id, String fileName, CourtCode court, String sender, Instant now) {
        return new Paper(
                id,
                fileName,
                court,
                sender,
                PaperState.AWAITED,
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                Optional.empty(),
                now,
                now);
    }

    /** The paper that a part of this bundle becomes, before its bytes are stored. */
    public Paper part(Bundle.Part part) {
        return new Paper(
                PartOf.idOf(this, part.number()),
                part.name(),
                court,
                sender,
                PaperState.AWAITED,
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                Optional.of(new PartOf(id, part.number(), depth() + 1, part.time())),
                createdAt,
                createdAt);
    }

    /** How many bundles it lies within. */
    public int depth() {
        return partOf.map(PartOf::depth).orElse(0);
    }

    /** Stored as an original: its hash, size, detected type and the object's version are known. */
    public Paper stored(Sha256 sha256, long size, String mediaType, String objectVersion, Instant now) {
        return new Paper(
                id,
                fileName,
                court,
                sender,
                forward(PaperState.STORED),
                Optional.of(sha256),
                size,
                Optional.of(mediaType),
                Optional.of(objectVersion),
                kind,
                records,
                attempts,
                failure,
                duplicateOf,
                pages,
                parts,
                partOf,
                createdAt,
                now);
    }

    /** An attempt at reading is marked before it is made. */
    public Paper reading(Instant now) {
        return moved(PaperState.READING, kind, records, attempts + 1, Optional.empty(), duplicateOf, pages, now);
    }

    /**
     * The attempt failed on our side and left this word, so that it is tried again; an attempt that leaves none has
     * died.
     */
    public Paper postponed(Failure why, Instant now) {
        return moved(PaperState.READING, kind, records, attempts, Optional.of(why), duplicateOf, pages, now);
    }

    /** The same paper with what the reading found its content to be, in place of what its first bytes said. */
    public Paper seenAs(String mediaType) {
        return new Paper(
                id,
                fileName,
                court,
                sender,
                state,
                sha256,
                size,
                Optional.of(mediaType),
                objectVersion,
                kind,
                records,
                attempts,
                failure,
                duplicateOf,
                pages,
                parts,
                partOf,
                createdAt,
                changedAt);
    }

    /** All its records are written. */
    public Paper recorded(String kind, int records, int pages, Instant now) {
        return moved(
                PaperState.RECORDED, Optional.of(kind), records, attempts, Optional.empty(), duplicateOf, pages, now);
    }

    /** All its parts are stored, each paper among them as one of its own. */
    public Paper takenApart(int parts, int pages, Instant now) {
        Paper apart =
                moved(PaperState.TAKEN_APART, Optional.empty(), 0, attempts, Optional.empty(), duplicateOf, pages, now);
        return apart.withParts(parts);
    }

    private Paper withParts(int parts) {
        return new Paper(
                id,
                fileName,
                court,
                sender,
                state,
                sha256,
                size,
                mediaType,
                objectVersion,
                kind,
                records,
                attempts,
                failure,
                duplicateOf,
                pages,
                parts,
                partOf,
                createdAt,
                changedAt);
    }

    /** It waits for a person, for this reason. */
    public Paper forReview(Optional<String> kind, Failure why, int pages, Instant now) {
        return forReview(kind, why, Harm.OTHER, pages, now);
    }

    /** The same, with what would come of it if that were passed over. */
    public Paper forReview(Optional<String> kind, Failure why, Harm harm, int pages, Instant now) {
        return waiting(
                moved(PaperState.REVIEW, kind, records, attempts, Optional.of(why), duplicateOf, pages, now),
                why,
                harm);
    }

    /** A person decided something and it still waits for one, since when it did; for this reason now. */
    public Paper stillInReview(Failure why, Harm harm) {
        if (state != PaperState.REVIEW) {
            throw new IllegalStateException("Paper " + id + " is " + state + " and not in review");
        }
        return waiting(this, why, harm);
    }

    /** A person decided about it, in review or after it was recorded: the word that it may go on from its reading. */
    public Paper decided(Instant now) {
        return moved(
                PaperState.READING,
                kind,
                records,
                attempts,
                Optional.of(Failure.of(FailureCode.DECIDED)),
                duplicateOf,
                pages,
                now);
    }

    private static Paper waiting(Paper paper, Failure why, Harm harm) {
        return new Paper(
                paper.id,
                paper.fileName,
                paper.court,
                paper.sender,
                paper.state,
                paper.sha256,
                paper.size,
                paper.mediaType,
                paper.objectVersion,
                paper.kind,
                paper.records,
                paper.attempts,
                Optional.of(why),
                paper.duplicateOf,
                paper.pages,
                paper.parts,
                paper.partOf,
                Optional.of(harm),
                paper.createdAt,
                paper.changedAt);
    }

    /** It is kept and never parsed again, for this reason. */
    public Paper quarantined(Failure why, Instant now) {
        return moved(PaperState.QUARANTINED, kind, records, attempts, Optional.of(why), duplicateOf, pages, now);
    }

    /** It was refused, at the gate or by the reading, for this reason. */
    public Paper refused(Failure why, Instant now) {
        return moved(PaperState.REFUSED, kind, records, attempts, Optional.of(why), duplicateOf, pages, now);
    }

    /** It was refused at the gate unread; its bytes are kept in this version of the original. */
    public Paper refusedUnread(Failure why, long size, String objectVersion, Instant now) {
        return new Paper(
                id,
                fileName,
                court,
                sender,
                forward(PaperState.REFUSED),
                sha256,
                size,
                mediaType,
                Optional.of(objectVersion),
                kind,
                records,
                attempts,
                Optional.of(why),
                duplicateOf,
                pages,
                parts,
                partOf,
                createdAt,
                now);
    }

    /** The same bytes came before, from the same court. */
    public Paper duplicateOf(PaperId first, Sha256 sha256, long size, Instant now) {
        return new Paper(
                id,
                fileName,
                court,
                sender,
                forward(PaperState.DUPLICATE),
                Optional.of(sha256),
                size,
                mediaType,
                objectVersion,
                kind,
                records,
                attempts,
                failure,
                Optional.of(first),
                pages,
                parts,
                partOf,
                createdAt,
                now);
    }

    /** Somebody took it back; what came of it is withdrawn next. */
    public Paper withdrawing(Instant now) {
        return moved(PaperState.WITHDRAWING, kind, records, attempts, failure, duplicateOf, pages, now);
    }

    /** The court took it back, and nothing of it stands any more. */
    public Paper withdrawn(Instant now) {
        return moved(PaperState.WITHDRAWN, kind, records, attempts, failure, duplicateOf, pages, now);
    }

    private Paper moved(
            PaperState to,
            Optional<String> kind,
            int records,
            int attempts,
            Optional<Failure> failure,
            Optional<PaperId> duplicateOf,
            int pages,
            Instant now) {
        return new Paper(
                id,
                fileName,
                court,
                sender,
                forward(to),
                sha256,
                size,
                mediaType,
                objectVersion,
                kind,
                records,
                attempts,
                failure,
                duplicateOf,
                pages,
                parts,
                partOf,
                createdAt,
                now);
    }

    private PaperState forward(PaperState to) {
        if (!state.mayBecome(to)) {
            throw new IllegalStateException("Paper " + id + " is " + state + " and cannot become " + to);
        }
        return to;
    }
}
