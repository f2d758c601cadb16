package uk.casebridge.domain.paper;

import java.util.EnumSet;
import java.util.Set;

/** Where a paper stands. States only move forward; {@link #next()} is the whole state table. */
public enum PaperState {
    /** The upload form was issued; no bytes have come yet. */
    AWAITED("Waiting for the file"),
    /** Hashed, within limits and copied to the originals; nothing has read it yet. */
    STORED("Stored, waiting to be read"),
    /** An attempt at reading it was marked and is under way. */
    READING("Being read"),
    /** Every record of it is written and its deliveries are under way. */
    RECORDED("Recorded"),
    /** It held several papers, and each is stored as one of its own. */
    TAKEN_APART("Taken apart"),
    /** A person must act: the kind is not known, a finding blocks it, or a field cannot be read. */
    REVIEW("Needs a person"),
    /** Dangerous or unreadable: kept, never parsed again, visible. */
    QUARANTINED("Quarantined"),
    /** The same bytes came before from the same court; the earlier paper answers for it. */
    DUPLICATE("Already received"),
    /** The sender must send another: refused at the gate unread, or by the reading. What came is kept, up to 5 GB. */
    REFUSED("Refused"),
    /** Somebody took it back; its deliveries are being withdrawn one by one. */
    WITHDRAWING("Being withdrawn"),
    /** Taken back by the court; its deliveries are withdrawn. */
    WITHDRAWN("Withdrawn");

    private final String title;

    PaperState(String title) {
        this.title = title;
    }

    /** What a clerk reads. */
    public String title() {
        return title;
    }

    /** The states that may follow this one. */
    public Set<PaperState> next() {
        return switch (this) {
            case AWAITED -> EnumSet.of(STORED, DUPLICATE, REFUSED);
            // What the virus scanner stops goes to quarantine unread.
            case STORED -> EnumSet.of(READING, QUARANTINED, WITHDRAWING);
            // So does a paper whose attempt died without a word; one whose attempt failed with a word is read again.
            case READING -> EnumSet.of(READING, RECORDED, TAKEN_APART, REVIEW, REFUSED, QUARANTINED);
            // Somebody decides about it, or an operator has it read again, once what kept it is mended.
            case REVIEW -> EnumSet.of(READING, RECORDED, QUARANTINED, WITHDRAWING);
            // Somebody corrects its reading after it left.
            case RECORDED -> EnumSet.of(READING, WITHDRAWING);
            case QUARANTINED -> EnumSet.of(WITHDRAWING);
            case WITHDRAWING -> EnumSet.of(WITHDRAWN);
            case TAKEN_APART, DUPLICATE, REFUSED, WITHDRAWN -> EnumSet.noneOf(PaperState.class);
        };
    }

    public boolean mayBecome(PaperState state) {
        return next().contains(state);
    }

    /** Whether nothing more happens to the paper by itself. */
    public boolean isAtRest() {
        return switch (this) {
            case AWAITED, STORED, READING, WITHDRAWING -> false;
            case RECORDED, TAKEN_APART, REVIEW, QUARANTINED, DUPLICATE, REFUSED, WITHDRAWN -> true;
        };
    }
}
