package uk.casebridge.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.casebridge.extract.Readings.MORNING;
import static uk.casebridge.extract.Readings.NOON;
import static uk.casebridge.extract.Readings.of;
import static uk.casebridge.extract.Readings.stated;
import static uk.casebridge.extract.Readings.warrant;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.paper.Instruction;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.paper.PaperState;
import uk.casebridge.domain.record.Reading;
import uk.casebridge.store.AuditEntry;

class ReplacingTest {

    private static final String WARRANT = "custodial-warrant";

    private final Room room = new Room();

    @Test
    void shouldNotDoubtAnOrderThatAPersonSaid() {
        Paper earlier = room.taken("a", of(WARRANT, warrant("Ada Byron", "5 months", stated(NOON))));

        Paper later = replacing(earlier, of(WARRANT, warrant("Ada Byron", "7 months", stated(MORNING))));

        assertThat(later.state()).isEqualTo(PaperState.RECORDED);
        assertThat(room.records(later).getFirst().version()).isEqualTo(2);
        assertThat(room.records(later).getFirst().findings()).isEmpty();
    }

    @Test
    void shouldAskAgainWhereThePaperIsAboutSomebodyElse() {
        Paper earlier = room.taken("a", of(WARRANT, warrant("Ada Byron", "5 months", stated(MORNING))));

        Paper other = replacing(earlier, of(WARRANT, warrant("Ben Byron", "7 months", stated(NOON))));

        assertThat(other.state()).isEqualTo(PaperState.REVIEW);
        assertThat(other.failure())
                .contains(new Failure(FailureCode.REPLACES_ANOTHER, earlier.id().value()));
        assertThat(room.deliveries(other)).isEmpty();
    }

    @Test
    void shouldDoubtAsEverWhereAThirdPaperCameBetween() {
        Paper earlier = room.taken("a", of(WARRANT, warrant("Ada Byron", "5 months", stated(MORNING))));
        room.taken("b", of(WARRANT, warrant("Ada Byron", "6 months", stated(NOON))));

        Paper later = replacing(earlier, of(WARRANT, warrant("Ada Byron", "7 months", stated(NOON))));

        assertThat(later.failure()).map(Failure::code).contains(FailureCode.AMENDS_IN_DOUBT);
    }

    private Paper replacing(Paper earlier, Reading reading) {
        room.reader.learn("new", () -> reading);
        PaperId id = room.uploaded("new");
        Paper awaited = room.paper(id);
        assertThat(room.store
                        .papers()
                        .instruct(
                                new Instruction.Replaces(id, "clerk.bexley", room.clock.instant(), earlier.id()),
                                awaited,
                                awaited,
                                new AuditEntry(
                                        room.clock.instant(), "clerk.bexley", "replaces", id, Optional.empty(), "")))
                .isTrue();
        room.service().take(Room.arrived("papers/" + id));
        return room.paper(id);
    }
}
