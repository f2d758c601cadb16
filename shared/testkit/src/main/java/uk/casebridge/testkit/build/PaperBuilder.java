package uk.casebridge.testkit.build;

import java.time.Instant;
import java.util.Optional;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.paper.PaperState;
import uk.casebridge.domain.paper.PartOf;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.domain.standing.CourtCode;

/** Builds a paper: by default one that is stored and waits to be read. */
public final class PaperBuilder {

    private PaperId id = new PaperId("p-01K9ZK4M2E0000000000000001");
    private String fileName = "remand-warrant.pdf";
    private CourtCode court = new CourtCode("B01BH00");
    private String sender = "clerk.bexley";
    private PaperState state = PaperState.STORED;
    private Optional<Sha256> sha256 =
            Optional.of(Sha256.of("a paper".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    private long size = 51_234;
    private Optional<String> mediaType = Optional.of("application/pdf");
    private Optional<String> objectVersion = Optional.of("v1");
    private Optional<String> kind = Optional.empty();
    private int records;
    private int attempts;
    private Optional<Failure> failure = Optional.empty();
    private Optional<PaperId> duplicateOf = Optional.empty();
    private int pages;
    private int parts;
    private Optional<PartOf> partOf = Optional.empty();
    private Instant createdAt = Instant.parse("2026-11-16T09:30:00Z");
    private Instant changedAt = Instant.parse("2026-11-16T09:31:00Z");

    private PaperBuilder() {}

    public static PaperBuilder aPaper() {
        return new PaperBuilder();
    }

    /** The paper numbered so: another number makes another id, and a greater number a later one. */
    public PaperBuilder number(int number) {
        return id(new PaperId("p-01K9ZK4M2E%016d".formatted(number)));
    }

    public PaperBuilder id(PaperId id) {
        this.id = id;
        return this;
    }

    public PaperBuilder fileName(String fileName) {
        this.fileName = fileName;
        return this;
    }

    public PaperBuilder court(String code) {
        this.court = new CourtCode(code);
        return this;
    }

    public PaperBuilder sender(String sender) {
        this.sender = sender;
        return this;
    }

    public PaperBuilder sha256(Sha256 sha256) {
        this.sha256 = Optional.of(sha256);
        return this;
    }

    public PaperBuilder size(long size) {
        this.size = size;
        return this;
    }

    public PaperBuilder mediaType(String mediaType) {
        this.mediaType = Optional.of(mediaType);
        return this;
    }

    public PaperBuilder attempts(int attempts) {
        this.attempts = attempts;
        return this;
    }

    public PaperBuilder createdAt(Instant createdAt) {
        this.createdAt = createdAt;
        this.changedAt = createdAt;
        return this;
    }

    public PaperBuilder changedAt(Instant changedAt) {
        this.changedAt = changedAt;
        return this;
    }

    /** Its form was issued and no bytes have come. */
    public PaperBuilder awaited() {
        state = PaperState.AWAITED;
        sha256 = Optional.empty();
        size = 0;
        mediaType = Optional.empty();
        objectVersion = Optional.empty();
        return this;
    }

    /** An attempt at reading it is under way. */
    public PaperBuilder reading() {
        state = PaperState.READING;
        attempts = Math.max(1, attempts);
        return this;
    }

    /** It is of this kind and its records are written. */
    public PaperBuilder recorded(String kindId, int recordCount) {
        state = PaperState.RECORDED;
        kind = Optional.of(kindId);
        records = recordCount;
        pages = Math.max(1, pages);
        attempts = Math.max(1, attempts);
        return this;
    }

    /** It held so many parts, and they are stored. */
    public PaperBuilder takenApart(int count) {
        state = PaperState.TAKEN_APART;
        parts = count;
        attempts = Math.max(1, attempts);
        return this;
    }

    /** It came as a part of another paper. */
    public PaperBuilder partOf(PaperId bundle, int part) {
        partOf = Optional.of(new PartOf(bundle, part, 1, Optional.empty()));
        return this;
    }

    /** It waits for a person. */
    public PaperBuilder inReview(Failure why) {
        state = PaperState.REVIEW;
        failure = Optional.of(why);
        attempts = Math.max(1, attempts);
        return this;
    }

    /** It is kept and never parsed again. */
    public PaperBuilder quarantined(Failure why) {
        state = PaperState.QUARANTINED;
        failure = Optional.of(why);
        attempts = Math.max(1, attempts);
        return this;
    }

    /** It was refused at the gate. */
    public PaperBuilder refused(Failure why) {
        awaited();
        state = PaperState.REFUSED;
        failure = Optional.of(why);
        return this;
    }

    /** The same bytes came before. */
    public PaperBuilder duplicateOf(PaperId first) {
        state = PaperState.DUPLICATE;
        duplicateOf = Optional.of(first);
        return this;
    }

    public Paper build() {
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
}
