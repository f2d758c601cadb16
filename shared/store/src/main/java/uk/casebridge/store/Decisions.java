package uk.casebridge.store;

import java.time.YearMonth;
import java.util.List;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.review.Decision;
import uk.casebridge.domain.standing.CourtCode;

/**
 * What people decided at the review desk: facts, only ever added. Values, reasons and all else that can be personal are
 * sealed.
 */
public interface Decisions {

    /** Everything that was decided about a paper, in order. */
    List<Decision> of(PaperId paper);

    /**
     * Adds a decision, what it makes of its paper and its line of the timeline, in one transaction.
     *
     * @param decision the decision; its number must be the next
     * @param from the paper as it was read when the person decided
     * @param to the paper as the decision leaves it
     * @param tally how the decision is counted
     * @return false if somebody else decided meanwhile or the paper moved; nothing is written then
     */
    boolean add(Decision decision, Paper from, Paper to, Tally tally, AuditEntry entry);

    /** What was counted of a court house's papers in a month of the London calendar, one for each decision. */
    List<Tally> tallies(CourtCode court, YearMonth month);

    /**
     * Something that counts, without anything personal.
     *
     * @param kind the id of the paper's kind; {@code none} where it was not told
     * @param what the word of the ruling
     * @param rule the code of the finding, the pattern of the field, or the id of the kind it was about
     */
    record Tally(String kind, String what, String rule) {
        public Tally {
            for (String text : List.of(kind, what, rule)) {
                if (!text.matches("[A-Za-z0-9.*\\[\\]-]{1,120}")) {
                    throw new IllegalArgumentException("Not something to count by: " + text);
                }
            }
        }
    }
}
