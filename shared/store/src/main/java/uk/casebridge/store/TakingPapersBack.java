package uk.casebridge.store;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import uk.casebridge.domain.delivery.Notice;
import uk.casebridge.domain.paper.Instruction;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperState;

/**
 * How a person takes a paper back, whatever way it is said: the decision becomes a fact beside the paper, and the
 * extract room is called, which does what follows from it.
 */
public final class TakingPapersBack {

    private final Store store;
    private final Clock clock;

    public TakingPapersBack(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What came of it. */
    public enum Outcome {
        /** It is noted, and under way. */
        BEGUN,
        /** It was taken back before. */
        BEFORE,
        /** Its file is on its way or being read this moment: a minute later it can be. */
        NOT_YET,
        /** Nothing came of the paper itself: it was refused, is a duplicate, or was taken apart into others. */
        NOTHING_OF_IT
    }

    /** Whether a paper that stands so can be taken back. */
    public static boolean isPossible(PaperState state) {
        return state.mayBecome(PaperState.WITHDRAWING);
    }

    /**
     * Takes a paper back.
     *
     * @param notice withdrawn, or recalled because it went to the wrong place
     * @param reason why, which recipients read
     */
    public Outcome takeBack(Paper paper, Notice notice, String reason, String who) {
        switch (paper.state()) {
            case AWAITED, READING -> {
                return Outcome.NOT_YET;
            }
            case WITHDRAWING, WITHDRAWN -> {
                return Outcome.BEFORE;
            }
            case TAKEN_APART, DUPLICATE, REFUSED -> {
                return Outcome.NOTHING_OF_IT;
            }
            case STORED, REVIEW, RECORDED, QUARANTINED -> {
                Instant now = clock.instant();
                AuditEntry entry = new AuditEntry(
                        now,
                        who,
                        notice == Notice.RECALL ? "recall" : "withdraw",
                        paper.id(),
                        Optional.empty(),
                        notice == Notice.RECALL
                                ? "Recalled: every recipient is to delete it."
                                : "Taken back: every recipient is told.");
                boolean noted = store.papers()
                        .instruct(
                                new Instruction.TakeBack(paper.id(), who, now, notice, reason),
                                paper,
                                paper.withdrawing(now),
                                entry);
                if (!noted) {
                    return Outcome.NOT_YET;
                }
                store.wakeUps().extract(paper.id());
                return Outcome.BEGUN;
            }
        }
        throw new IllegalStateException("No such state: " + paper.state());
    }
}
