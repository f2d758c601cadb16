package uk.casebridge.domain.paper;

import java.time.Instant;
import uk.casebridge.domain.delivery.Notice;

/** What a person said of one paper as a whole, once and for all: a fact, never changed. */
public sealed interface Instruction {

    /** The paper it is about. */
    PaperId paper();

    /** The user name, or the operator's client id, of who said so. */
    String who();

    Instant at();

    /**
     * The paper is taken back.
     *
     * @param notice {@link Notice#WITHDRAWAL}, or {@link Notice#RECALL} where it went to the wrong place
     * @param reason why; recipients read it
     */
    record TakeBack(PaperId paper, String who, Instant at, Notice notice, String reason) implements Instruction {

        /** The longest reason, in characters. */
        public static final int LONGEST_REASON = 1000;

        public TakeBack {
            if (notice == Notice.RECORD || reason.isBlank() || reason.length() > LONGEST_REASON) {
                throw new IllegalArgumentException(
                        "A paper is withdrawn or recalled with a reason of up to " + LONGEST_REASON + " characters");
            }
        }
    }

    /**
     * The paper replaces an earlier one of its court, so that their order is not in doubt.
     *
     * @param earlier the paper it replaces
     */
    record Replaces(PaperId paper, String who, Instant at, PaperId earlier) implements Instruction {
        public Replaces {
            if (earlier.equals(paper)) {
                throw new IllegalArgumentException("No paper replaces itself");
            }
        }
    }
}
