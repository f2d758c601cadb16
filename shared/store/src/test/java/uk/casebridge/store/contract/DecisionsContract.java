package uk.casebridge.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.casebridge.store.contract.Samples.NOW;
import static uk.casebridge.store.contract.Samples.line;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperState;
import uk.casebridge.domain.record.RecordId;
import uk.casebridge.domain.review.Decision;
import uk.casebridge.domain.review.Harm;
import uk.casebridge.domain.review.Ruling;
import uk.casebridge.domain.standing.CourtCode;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.Decisions.Tally;
import uk.casebridge.store.Store;

/** What decisions keep to. */
public abstract class DecisionsContract {

    private static final Tally TALLY = new Tally("remand-warrant", "reading-corrected", "offences[*].code");
    private static final Failure BLOCKED = Failure.of(FailureCode.BLOCKED_BY_FINDING);

    private final CourtCode court = Samples.anyCourt();

    protected abstract Store store();

    @Test
    void shouldReadBackEveryRulingInOrder() {
        Paper paper = waiting(Harm.OTHER, 2);
        List<Ruling> rulings = List.of(
                new Ruling.KindChosen("remand-warrant"),
                new Ruling.ReadingCorrected(1, "defendant.name", Samples.NAME, "Zoë\nO’Neill"),
                new Ruling.FindingAccepted(2, "URN-SHAPE", List.of("cases[1].urn"), "As printed for " + Samples.NAME),
                new Ruling.OrderChosen(1, true, new RecordId("r-0123456789abcdef0123456789abcdef"), 3),
                new Ruling.Confirmed(2),
                new Ruling.PaperIsWrong("It names the brother of " + Samples.NAME));
        for (Ruling ruling : rulings) {
            assertThat(add(paper, store().decisions().of(paper.id()).size() + 1, ruling))
                    .isTrue();
        }

        assertThat(store().decisions().of(paper.id()))
                .extracting(Decision::ruling)
                .isEqualTo(rulings);
        assertThat(store().decisions().of(paper.id()))
                .extracting(Decision::number)
                .containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(store().audit().of(paper.id()))
                .filteredOn(entry -> entry.what().equals("decided"))
                .hasSize(6);
    }

    @Test
    void shouldTakeOnlyTheNextNumber() {
        Paper paper = waiting(Harm.OTHER, 2);

        assertThat(add(paper, 2, new Ruling.KindChosen("remand-warrant"))).isFalse();
        assertThat(add(paper, 1, new Ruling.KindChosen("remand-warrant"))).isTrue();
        assertThat(add(paper, 1, new Ruling.KindChosen("sending-notice"))).isFalse();

        assertThat(store().decisions().of(paper.id())).hasSize(1);
        assertThat(store().audit().of(paper.id())).extracting(AuditEntry::what).containsOnlyOnce("decided");
    }

    @Test
    void shouldLetOneOfManyDecideFirst() throws Exception {
        Paper paper = waiting(Harm.OTHER, 2);

        List<Boolean> outcomes = PapersContract.atOnce(8, () -> add(paper, 1, new Ruling.KindChosen("remand-warrant")));

        assertThat(outcomes).containsOnlyOnce(true);
        assertThat(store().decisions().of(paper.id())).hasSize(1);
    }

    @Test
    void shouldMoveThePaperWithTheDecisionOrNeither() {
        Paper paper = waiting(Harm.OTHER, 2);
        Paper decided = paper.decided(NOW.plusSeconds(9));

        assertThat(store().decisions().add(decision(paper, 1), paper, decided, TALLY, line(paper.id(), "decided")))
                .isTrue();
        assertThat(store().papers().find(paper.id())).contains(decided);

        assertThat(store().decisions().add(decision(paper, 2), paper, decided, TALLY, line(paper.id(), "decided")))
                .as("of a paper that moved")
                .isFalse();
        assertThat(store().decisions().of(paper.id())).hasSize(1);
    }

    @Test
    void shouldListWhatWaitsByHarmAndThenByAge() {
        Paper late = waiting(Harm.OTHER, 3);
        Paper early = waiting(Harm.OTHER, 2);
        Paper money = waiting(Harm.MONEY, 5);
        Paper custody = waiting(Harm.CUSTODY, 9);
        Samples.stored(store(), court);

        assertThat(store().papers().waiting(court, Optional.empty(), 10).items())
                .extracting(Paper::id)
                .containsExactly(custody.id(), money.id(), early.id(), late.id());
        var first = store().papers().waiting(court, Optional.empty(), 3);
        assertThat(store().papers().waiting(court, first.next(), 3).items())
                .extracting(Paper::id)
                .containsExactly(late.id());
        assertThat(store().papers()
                        .waiting(Samples.anyCourt(), Optional.empty(), 10)
                        .items())
                .isEmpty();
        assertThat(store().papers().find(custody.id()).orElseThrow().harm()).contains(Harm.CUSTODY);
    }

    @Test
    void shouldCountAMonthOfACourtHouse() {
        Paper paper = waiting(Harm.OTHER, 2);
        add(paper, 1, new Ruling.KindChosen("remand-warrant"));
        add(paper, 2, new Ruling.KindChosen("sending-notice"));

        assertThat(store().decisions().tallies(court, YearMonth.of(2026, 3))).containsExactly(TALLY, TALLY);
        assertThat(store().decisions().tallies(court, YearMonth.of(2026, 4))).isEmpty();
        assertThat(store().decisions().tallies(Samples.anyCourt(), YearMonth.of(2026, 3)))
                .isEmpty();
    }

    private Paper waiting(Harm harm, int since) {
        Paper reading = Samples.reading(store(), court);
        Paper review = reading.forReview(Optional.of("remand-warrant"), BLOCKED, harm, 1, NOW.plusSeconds(since));
        assertThat(review.state()).isEqualTo(PaperState.REVIEW);
        store().papers().move(reading, review, line(reading.id(), "review"));
        return review;
    }

    private boolean add(Paper paper, int number, Ruling ruling) {
        return store().decisions()
                .add(
                        new Decision(paper.id(), number, NOW, "reviewer.bexley", ruling),
                        paper,
                        paper.stillInReview(BLOCKED, Harm.MONEY),
                        TALLY,
                        line(paper.id(), "decided"));
    }

    private static Decision decision(Paper paper, int number) {
        return new Decision(paper.id(), number, NOW, "reviewer.bexley", new Ruling.KindChosen("remand-warrant"));
    }
}
