package uk.casebridge.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.paper.PaperIds;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.Originals;
import uk.casebridge.store.Originals.Dropped;
import uk.casebridge.store.Originals.Incoming;
import uk.casebridge.store.Papers;
import uk.casebridge.store.PoisonousMessageException;

/**
 * Where a file becomes a paper: it is hashed while it is read once, held against the limits, copied to the originals
 * and claimed for its court. Nothing is parsed here.
 */
final class Gate {

    private final Papers papers;
    private final Originals originals;
    private final Clock clock;

    Gate(Papers papers, Originals originals, Clock clock) {
        this.papers = papers;
        this.originals = originals;
        this.clock = clock;
    }

    /** The paper an incoming file is the bytes of; a dropped file's is made here, the same one however often it is seen. */
    Paper paperOf(Incoming incoming, Instant arrived) {
        if (incoming.dropped().isPresent()) {
            return dropped(incoming, incoming.dropped().get(), arrived);
        }
        PaperId id = incoming.paper()
                .orElseThrow(() -> new PoisonousMessageException("The key names neither paper nor court"));
        return papers.find(id).orElseThrow(() -> new PoisonousMessageException("No form was issued for " + id));
    }

    /**
     * Stores an awaited paper, or refuses it, or finds that its bytes were here before.
     *
     * @return its bytes, if it is stored now and may be read
     */
    Optional<PaperFile> pass(Paper awaited, Incoming incoming) throws IOException {
        Optional<Failure> failure = limits(incoming.size());
        if (failure.isPresent()) {
            refuse(awaited, incoming, failure.get());
            return Optional.empty();
        }
        PaperFile file;
        try (InputStream bytes = originals.openIncoming(incoming)) {
            file = PaperFile.of(bytes);
        }
        boolean stored = false;
        try {
            stored = store(awaited, incoming, file);
            return stored ? Optional.of(file) : Optional.empty();
        } finally {
            if (!stored) {
                file.close();
            }
        }
    }

    private boolean store(Paper awaited, Incoming incoming, PaperFile file) {
        String version = originals.keep(awaited.id(), incoming, file.sha256());
        Instant now = clock.instant();
        Paper stored = awaited.stored(file.sha256(), file.size(), file.mediaType(), version, now);
        AuditEntry entry = entry(
                awaited, now, "stored", "Kept as an original, " + file.size() + " bytes, SHA-256 " + file.sha256());
        return switch (papers.store(awaited, stored, entry)) {
            case Papers.StoreOutcome.Stored() -> true;
            case Papers.StoreOutcome.Moved() -> false;
            case Papers.StoreOutcome.SameBytes(PaperId first) -> {
                papers.move(
                        awaited,
                        awaited.duplicateOf(first, file.sha256(), file.size(), now),
                        entry(awaited, now, "duplicate", "The same bytes came before as " + first));
                yield false;
            }
        };
    }

    private static Optional<Failure> limits(long size) {
        if (size == 0) {
            return Optional.of(Failure.of(FailureCode.EMPTY));
        }
        return size > Paper.MAXIMUM_SIZE
                ? Optional.of(new Failure(FailureCode.TOO_LARGE, size + " bytes, allowed are " + Paper.MAXIMUM_SIZE))
                : Optional.empty();
    }

    /** Refuses a file unread. What can be kept of it is, since incoming forgets it within a day. */
    private void refuse(Paper awaited, Incoming incoming, Failure failure) {
        boolean canBeKept = incoming.size() > 0 && incoming.size() <= Originals.LARGEST_KEPT;
        Optional<String> version =
                canBeKept ? Optional.of(originals.keepUnread(awaited.id(), incoming)) : Optional.empty();
        Instant now = clock.instant();
        Paper refused = version.map(kept -> awaited.refusedUnread(failure, incoming.size(), kept, now))
                .orElseGet(() -> awaited.refused(failure, now));
        String said = failure.code().code() + " " + failure.sentence();
        papers.move(
                awaited,
                refused,
                entry(awaited, now, "refused", canBeKept ? said + " It is kept as an original, unread." : said));
    }

    private Paper dropped(Incoming incoming, Dropped dropped, Instant arrived) {
        PaperId id = idOf(incoming, arrived);
        return papers.find(id).orElseGet(() -> {
            Paper paper = Paper.awaited(id, dropped.fileName(), dropped.court(), "drop", arrived);
            papers.await(
                    paper, entry(paper, clock.instant(), "dropped", "Came by the drop folder of " + dropped.court()));
            return paper;
        });
    }

    /** The id of a dropped file: the time it arrived, and chance drawn from its key and version, so always the same. */
    private static PaperId idOf(Incoming incoming, Instant arrived) {
        MessageDigest digest = Sha256.digest();
        digest.update(incoming.key().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(incoming.version().getBytes(StandardCharsets.UTF_8));
        return PaperIds.of(arrived, digest.digest());
    }

    private static AuditEntry entry(Paper paper, Instant at, String what, String detail) {
        return new AuditEntry(at, ExtractService.WHO, what, paper.id(), Optional.empty(), detail);
    }
}
