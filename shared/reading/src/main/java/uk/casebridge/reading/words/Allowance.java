package uk.casebridge.reading.words;

import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.failure.PaperFailedException;
import uk.casebridge.reading.Limits;

/** What is left of a paper's limits while it is read: one per paper, shared by everything within it. */
public final class Allowance {

    private final Limits limits;
    private final long deadline;
    private long characters;
    private int pages;
    private long steps;

    private Allowance(Limits limits) {
        this.limits = limits;
        this.deadline = System.nanoTime() + limits.time().toNanos();
    }

    /** The full allowance, its time running from now. */
    public static Allowance of(Limits limits) {
        return new Allowance(limits);
    }

    public Limits limits() {
        return limits;
    }

    /**
     * Takes pages.
     *
     * @throws PaperFailedException if there are more than allowed
     */
    public void takePages(int count) {
        if (count < 0 || count > limits.pages() - pages) {
            throw new PaperFailedException(
                    FailureCode.TOO_MANY_PAGES, "more than " + limits.pages() + " pages, one part alone " + count);
        }
        pages += count;
    }

    /**
     * Takes characters.
     *
     * @throws PaperFailedException if there are more than allowed
     */
    public void takeCharacters(long count) {
        characters += count;
        if (characters > limits.characters()) {
            throw new PaperFailedException(
                    FailureCode.TOO_MUCH_TEXT, "more than " + limits.characters() + " characters");
        }
        checkTime();
    }

    /**
     * Says that one of very many small steps is done; looks at the clock now and then.
     *
     * @throws PaperFailedException if the time is up
     */
    public void step() {
        if ((++steps & 0x3ff) == 0) {
            checkTime();
        }
    }

    /**
     * Looks at the clock.
     *
     * @throws PaperFailedException if the time is up
     */
    public void checkTime() {
        if (System.nanoTime() - deadline > 0) {
            throw new PaperFailedException(
                    FailureCode.TOO_SLOW, "not read within " + limits.time().toSeconds() + " s");
        }
    }
}
