package uk.casebridge.domain.record;

import java.util.Optional;
import uk.casebridge.domain.delivery.Notice;
import uk.casebridge.domain.paper.PaperId;

/**
 * Says that a version takes back what its paper said.
 *
 * @param notice whether the paper was withdrawn or recalled
 * @param reason why, in the words of whoever took it back
 * @param standing what holds instead; empty if nothing does
 */
public record TakenBack(Notice notice, String reason, Optional<Standing> standing) {

    public TakenBack {
        if (notice == Notice.RECORD) {
            throw new IllegalArgumentException("Nothing is taken back by telling it");
        }
    }

    /** The version, read from another paper, that holds after this one. */
    public record Standing(int version, PaperId paper) {}
}
