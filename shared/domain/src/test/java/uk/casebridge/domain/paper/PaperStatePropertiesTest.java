package uk.casebridge.domain.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.standing.CourtCode;

class PaperStatePropertiesTest {

    private static final Instant NOW = Instant.parse("2026-11-16T09:30:00Z");
    private static final PaperId FIRST = new PaperId("p-01K9ZK4M2E0000000000000001");
    private static final Sha256 HASH = Sha256.of(new byte[] {1});
    private static final Failure FAILURE = Failure.of(FailureCode.TOO_DEEP);
    private static final List<UnaryOperator<Paper>> STEPS = List.of(
            paper -> paper.stored(HASH, 1, "application/pdf", "v1", NOW),
            paper -> paper.reading(NOW),
            paper -> paper.recorded("remand-warrant", 1, 1, NOW),
            paper -> paper.forReview(Optional.empty(), FAILURE, 1, NOW),
            paper -> paper.quarantined(FAILURE, NOW),
            paper -> paper.refused(FAILURE, NOW),
            paper -> paper.duplicateOf(FIRST, HASH, 1, NOW),
            paper -> paper.withdrawing(NOW),
            paper -> paper.withdrawn(NOW));

    @Property
    void noWalkShouldLeaveTheTable(@ForAll("walks") List<UnaryOperator<Paper>> walk) {
        Paper paper = Paper.awaited(FIRST, "paper.pdf", new CourtCode("B01BH00"), "clerk", NOW);
        for (UnaryOperator<Paper> step : walk) {
            PaperState before = paper.state();
            try {
                paper = step.apply(paper);
            } catch (IllegalStateException e) {
                // Refused: the paper is as it was.
                assertThat(paper.state()).isEqualTo(before);
                continue;
            }
            assertThat(before.next()).contains(paper.state());
        }
    }

    @Property
    void noStateShouldComeBackButThatAPaperInReviewOrRecordedMayBeReadAgain(@ForAll PaperState state) {
        Set<PaperState> readAgain = EnumSet.of(PaperState.READING, PaperState.REVIEW, PaperState.RECORDED);
        if (readAgain.contains(state)) {
            return;
        }
        for (PaperState next : state.next()) {
            assertThat(reachableFrom(next)).as("from " + next).doesNotContain(state);
        }
    }

    @Property
    void everyStateShouldBeReachable(@ForAll PaperState state) {
        assertThat(reachableFrom(PaperState.AWAITED)).contains(state);
    }

    @Property
    void everyStateShouldLeadToRest(@ForAll PaperState state) {
        assertThat(reachableFrom(state)).anyMatch(PaperState::isAtRest);
    }

    @Property
    void whatIsAtRestShouldNotBeReadAgainUnlessItIsInReviewOrRecorded(@ForAll PaperState state) {
        if (state.isAtRest() && state != PaperState.REVIEW && state != PaperState.RECORDED) {
            assertThat(reachableFrom(state)).doesNotContain(PaperState.STORED, PaperState.READING);
        }
    }

    @Example
    void readingShouldBeCountedBeforeItIsMade() {
        Paper paper = Paper.awaited(FIRST, "paper.pdf", new CourtCode("B01BH00"), "clerk", NOW)
                .stored(HASH, 1, "application/pdf", "v1", NOW)
                .reading(NOW)
                .reading(NOW);
        assertThat(paper.attempts()).isEqualTo(2);
    }

    @Provide
    Arbitrary<List<UnaryOperator<Paper>>> walks() {
        return Arbitraries.of(STEPS).list().ofMaxSize(12);
    }

    private static Set<PaperState> reachableFrom(PaperState start) {
        Set<PaperState> reached = EnumSet.of(start);
        boolean grew = true;
        while (grew) {
            grew = false;
            for (PaperState state : EnumSet.copyOf(reached)) {
                grew |= reached.addAll(state.next());
            }
        }
        return reached;
    }
}
