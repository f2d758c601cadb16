package uk.casebridge.extract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import uk.casebridge.domain.finding.Rule;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.record.Reading;
import uk.casebridge.domain.review.Review;
import uk.casebridge.domain.standing.StandingData;
import uk.casebridge.store.Decisions;

/** What people decided about papers, put to what was read of them. */
final class Desk {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Decisions decisions;
    private final StandingData standingData;
    private final BigDecimal secondPersonAbove;

    /** @param secondPersonAbove a change of money by more than this many pounds needs a second person */
    Desk(Decisions decisions, StandingData standingData, BigDecimal secondPersonAbove) {
        this.decisions = decisions;
        this.standingData = standingData;
        this.secondPersonAbove = secondPersonAbove;
    }

    /** The kind a person chose for a paper, whatever its words speak for. */
    Optional<String> kindChosen(Paper paper) {
        return Review.chosenKind(decisions.of(paper.id()));
    }

    /** A paper as decided. */
    Review review(Paper paper, Reading reading) {
        // The day the paper came, as for the rules when it was read.
        LocalDate came = LocalDate.ofInstant(paper.createdAt(), LONDON);
        return Review.of(reading, decisions.of(paper.id()), new Rule.Context(came, standingData), secondPersonAbove);
    }
}
