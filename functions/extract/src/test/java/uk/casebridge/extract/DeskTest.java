package uk.casebridge.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Severity;
import uk.casebridge.domain.kind.Urgency;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperState;
import uk.casebridge.domain.record.Change;
import uk.casebridge.domain.record.Reading;
import uk.casebridge.domain.record.Reading.ReadRecord;
import uk.casebridge.domain.record.RecordVersion;
import uk.casebridge.domain.record.SourceTime;
import uk.casebridge.domain.review.Decision;
import uk.casebridge.domain.review.Harm;
import uk.casebridge.domain.review.Ruling;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.Decisions.Tally;

/** What the room does after people decided at the review desk. */
final class DeskTest {

    private final Room room = new Room();

    @Test
    void shouldLetAPaperLeaveOnceItsReadingIsCorrected() {
        Paper paper = room.taken("warrant", reading(warrant().without("prison.name"), missing("prison.name")));
        assertThat(paper.state()).isEqualTo(PaperState.REVIEW);
        assertThat(paper.harm()).contains(Harm.CUSTODY);

        decide(paper, new Ruling.ReadingCorrected(1, "prison.name", "", "HMP Thameside"));

        assertThat(room.paper(paper.id()).state()).isEqualTo(PaperState.RECORDED);
        assertThat(room.reader.reads()).as("not read again").isEqualTo(1);
        assertThat(room.records(paper)).singleElement().satisfies(version -> {
            assertThat(version.version()).isEqualTo(1);
            assertThat(version.revision()).isEqualTo(1);
            assertThat(version.fields().value("prison.name")).contains("HMP Thameside");
            assertThat(version.findings()).extracting(Finding::code).contains("READING-CORRECTED");
        });
        assertThat(room.deliveries(paper)).isNotEmpty();
    }

    @Test
    void shouldMakeTheNextVersionOfWhatIsCorrectedAfterItLeft() {
        Paper paper = room.taken("warrant", reading(warrant()));
        assertThat(paper.state()).isEqualTo(PaperState.RECORDED);
        RecordVersion first = room.records(paper).getFirst();

        // The name is part of the record's key: whoever holds the record must hear of it all the same.
        decide(paper, new Ruling.ReadingCorrected(1, "defendant.name", "Rhodri O'Brien", "Rhodri O'Bryan"));

        RecordVersion second = room.records(paper).getFirst();
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.changes())
                .containsExactly(
                        new Change("defendant.name", Optional.of("Rhodri O'Brien"), Optional.of("Rhodri O'Bryan")));
        assertThat(room.deliveries(paper)).extracting(Delivery::version).contains(1, 2);
        assertThat(room.paper(paper.id()).state()).isEqualTo(PaperState.RECORDED);
    }

    @Test
    void shouldChangeNothingHoweverOftenItIsCalled() {
        Paper paper = room.taken("warrant", reading(warrant()));
        decide(paper, new Ruling.ReadingCorrected(1, "prison.name", "HMP Thameside", "HMP Wandsworth"));
        int lines = room.timeline(paper.id()).size();

        room.lookAt(paper.id());
        room.lookAt(paper.id());

        assertThat(room.timeline(paper.id())).hasSize(lines);
        assertThat(room.records(paper).getFirst().version()).isEqualTo(2);
    }

    @Test
    void shouldHoldAPaperAgainThatACorrectionMakesWrong() {
        Paper paper = room.taken("warrant", reading(warrant()));

        decide(paper, new Ruling.ReadingCorrected(1, "prison.name", "HMP Thameside", ""));

        assertThat(room.paper(paper.id()).state()).isEqualTo(PaperState.REVIEW);
        assertThat(room.records(paper).getFirst().version()).isEqualTo(1);
    }

    @Test
    void shouldReadAPaperAgainAsTheKindAPersonChose() {
        Paper paper = room.taken("warrant", Reading.failed("application/pdf", Failure.of(FailureCode.UNCLASSIFIED)));
        room.reader.learn("warrant", () -> reading(warrant()));

        decide(paper, new Ruling.KindChosen("remand-warrant"));

        assertThat(room.reader.reads()).isEqualTo(2);
        assertThat(room.paper(paper.id()).state()).isEqualTo(PaperState.RECORDED);
        assertThat(room.records(paper).getFirst().revision()).isEqualTo(1);
    }

    @Test
    void shouldSendAPaperBackThatIsWrong() {
        Paper paper = room.taken("warrant", reading(warrant(), error("URN-SHAPE", "cases[1].urn")));

        decide(paper, new Ruling.PaperIsWrong("It names the brother"));

        assertThat(room.paper(paper.id()).state()).isEqualTo(PaperState.REFUSED);
        assertThat(room.paper(paper.id()).failure().map(Failure::code)).contains(FailureCode.PAPER_IS_WRONG);
        assertThat(room.deliveries(paper)).isEmpty();
    }

    @Test
    void shouldWriteThePaperThatAPersonSaysIsTheNewer() {
        room.taken("first", reading(warrant()));
        Paper second = room.taken("second", reading(warrant().with(Field.stated("prison.name", "HMP Wandsworth"))));
        assertThat(second.failure().map(Failure::code)).contains(FailureCode.AMENDS_IN_DOUBT);
        RecordVersion held = room.store
                .records()
                .of(room.store
                        .papers()
                        .ofCourt(second.court(), Optional.empty(), 10)
                        .items()
                        .getLast()
                        .id())
                .getFirst();

        decide(second, new Ruling.OrderChosen(1, true, held.id(), held.version()));

        assertThat(room.records(second).getFirst().version()).isEqualTo(2);
        assertThat(room.paper(second.id()).state()).isEqualTo(PaperState.RECORDED);
    }

    @Test
    void shouldLeaveTheRecordWhereAPersonSaysThatThePaperIsTheOlder() {
        room.taken("first", reading(warrant()));
        Paper second = room.taken("second", reading(warrant().with(Field.stated("prison.name", "HMP Wandsworth"))));
        RecordVersion held = room.store
                .records()
                .of(room.store
                        .papers()
                        .ofCourt(second.court(), Optional.empty(), 10)
                        .items()
                        .getLast()
                        .id())
                .getFirst();

        decide(second, new Ruling.OrderChosen(1, false, held.id(), held.version()));

        assertThat(room.records(second)).isEmpty();
        assertThat(room.store.records().current(held.id())).contains(held);
        assertThat(room.paper(second.id()).state()).isEqualTo(PaperState.RECORDED);
    }

    private void decide(Paper then, Ruling ruling) {
        Paper paper = room.paper(then.id());
        int number = room.store.decisions().of(paper.id()).size() + 1;
        assertThat(room.store
                        .decisions()
                        .add(
                                new Decision(paper.id(), number, room.clock.instant(), "reviewer", ruling),
                                paper,
                                paper.decided(room.clock.instant()),
                                new Tally("remand-warrant", ruling.word(), "any"),
                                new AuditEntry(
                                        room.clock.instant(),
                                        "reviewer",
                                        "decided",
                                        paper.id(),
                                        Optional.empty(),
                                        "Decision " + number)))
                .isTrue();
        room.lookAt(paper.id());
    }

    private static Reading reading(Fields fields, Finding... findings) {
        return new Reading(
                "application/pdf",
                1,
                Optional.of("remand-warrant"),
                List.of(),
                List.of(new ReadRecord(fields, List.of(findings), Urgency.CUSTODY, List.of(), SourceTime.unknown())),
                Optional.empty());
    }

    private static Finding missing(String path) {
        return error("FIELD-MISSING", path);
    }

    private static Finding error(String code, String path) {
        return new Finding(code, Severity.ERROR, List.of(path), "", "", "", "", "");
    }

    private static Fields warrant() {
        return Fields.of(
                Field.stated("court.name", "Bexley Magistrates' Court"),
                Field.stated("court.code", "B01BH00"),
                Field.stated("cases[1].urn", "01YD0303226"),
                Field.stated("hearing.date", "2026-11-16"),
                Field.stated("defendant.name", "Rhodri O'Brien"),
                Field.stated("defendant.dateOfBirth", "1988-03-14"),
                Field.stated("prison.name", "HMP Thameside"),
                Field.stated("offences[1].code", "TH68023"),
                Field.stated("offences[1].title", "Robbery"));
    }
}
