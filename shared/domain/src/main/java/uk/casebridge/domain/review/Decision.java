package uk.casebridge.domain.review;

import java.time.Instant;
import uk.casebridge.domain.paper.PaperId;

/**
 * A decision of one person about one paper. Decisions are only ever added; a later one can change what an earlier one
 * did, and both stay.
 *
 * @param paper the paper
 * @param number its number among the paper's decisions, from 1 without gaps
 * @param at when it was made
 * @param who the user name of who made it
 * @param ruling what was decided
 */
public record Decision(PaperId paper, int number, Instant at, String who, Ruling ruling) {

    public Decision {
        if (number < 1) {
            throw new IllegalArgumentException("Decisions are counted from 1, not " + number);
        }
    }
}
