package uk.casebridge.domain.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.field.PageBox;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Rule;
import uk.casebridge.domain.finding.Severity;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.domain.kind.KindRules;
import uk.casebridge.domain.kind.Parser;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.record.Reading;
import uk.casebridge.domain.record.Reading.ReadRecord;
import uk.casebridge.domain.record.Restrictions;
import uk.casebridge.domain.record.SourceTime;
import uk.casebridge.domain.review.Ruling.Confirmed;
import uk.casebridge.domain.review.Ruling.FindingAccepted;
import uk.casebridge.domain.review.Ruling.KindChosen;
import uk.casebridge.domain.review.Ruling.PaperIsWrong;
import uk.casebridge.domain.review.Ruling.ReadingCorrected;
import uk.casebridge.domain.standing.BuiltInStandingData;

final class ReviewTest {

    private static final PaperId PAPER = new PaperId("p-01K9ZK4M2E0000000000000001");
    private static final Rule.Context CONTEXT = new Rule.Context(LocalDate.of(2026, 11, 16), new BuiltInStandingData());
    private static final Kind WARRANT = KindCatalogue.get("remand-warrant");

    private final List<Decision> decisions = new ArrayList<>();

    @Test
    void shouldLeaveAReadingAloneThatNobodyDecidedAbout() {
        Reading reading = reading(warrant());

        Review review = review(reading);

        assertThat(review.parts()).singleElement().satisfies(part -> {
            assertThat(part.record()).isSameAs(part.asRead());
            assertThat(part.revision()).isZero();
        });
        assertThat(review.open()).isEmpty();
    }

    @Test
    void shouldPutTheCorrectionInAndSayWhatWasRead() {
        decide(new ReadingCorrected(1, "prison.name", "HMP Thamesida", "HMP Thameside"));

        Review.Part part = review(reading(warrant().with(read("prison.name", "HMP Thamesida", 0.6))))
                .parts()
                .getFirst();

        assertThat(part.record().fields().at("prison.name")).hasValueSatisfying(field -> {
            assertThat(field.value()).isEqualTo("HMP Thameside");
            assertThat(field.confidence()).isEqualTo(1);
            assertThat(field.place()).isPresent();
        });
        assertThat(codes(part)).contains("READING-CORRECTED").doesNotContain("FIELD-IN-DOUBT");
        assertThat(finding(part, "READING-CORRECTED").severity()).isEqualTo(Severity.WARNING);
        assertThat(finding(part, "READING-CORRECTED").what())
                .isEqualTo("\u201cPrison\u201d was read as \u201cHMP Thamesida\u201d; the picture of the paper shows"
                        + " \u201cHMP Thameside\u201d.");
        assertThat(part.revision()).isEqualTo(1);
    }

    @Test
    void shouldUnblockAPaperWhoseMissingFieldThePictureShows() {
        Reading reading = reading(warrant().without("prison.name"));
        assertThat(review(reading).open().map(Failure::code)).contains(FailureCode.BLOCKED_BY_FINDING);

        decide(new ReadingCorrected(1, "prison.name", "", "HMP Thameside"));

        assertThat(review(reading).open()).isEmpty();
    }

    @Test
    void shouldTakeBackACorrectionWithoutAWord() {
        decide(new ReadingCorrected(1, "prison.name", "HMP Thameside", "HMP Wandsworth"));
        decide(new ReadingCorrected(1, "prison.name", "HMP Wandsworth", "HMP Thameside"));

        assertThat(codes(review(reading(warrant())).parts().getFirst())).doesNotContain("READING-CORRECTED");
    }

    @Test
    void shouldCloseTheGapThatALostMemberOfAListLeaves() {
        Fields two = warrant()
                .with(read("offences[2].code", "CJ88144", 1))
                .with(read("offences[2].title", "Common assault", 1));
        decide(new ReadingCorrected(1, "offences[1].code", "TH68023", ""));
        decide(new ReadingCorrected(1, "offences[1].title", "Robbery", ""));
        decide(new ReadingCorrected(1, "offences[1].title", "Common assault", "Assault by beating"));

        Fields fields = review(reading(two)).parts().getFirst().record().fields();

        assertThat(fields.members("offences")).containsExactly("offences[1]");
        assertThat(fields.value("offences[1].code")).contains("CJ88144");
        assertThat(fields.value("offences[1].title")).contains("Assault by beating");
    }

    @Test
    void shouldHoldAPaperWhoseCorrectionWasMadeOnAnotherReading() {
        decide(new ReadingCorrected(1, "prison.name", "HMP Belmarsh", "HMP Thameside"));

        Review review = review(reading(warrant().with(read("prison.name", "HMP Isis", 1))));

        assertThat(review.open())
                .hasValueSatisfying(failure -> assertThat(failure.detail()).contains("CORRECTION-UNFIT"));
        assertThat(review.parts().getFirst().record().fields().value("prison.name"))
                .contains("HMP Isis");
    }

    @Test
    void shouldLetAnAcceptedFindingPassAndShowWhoAcceptedIt() {
        Reading reading = reading(warrant().without("prison.name"));
        decide(new FindingAccepted(1, "FIELD-MISSING", List.of("prison.name"), "The prison is told by phone"));

        Review review = review(reading);

        assertThat(review.open()).isEmpty();
        assertThat(finding(review.parts().getFirst(), "FIELD-MISSING")).satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.blocks()).isFalse();
            assertThat(finding.accepted().orElseThrow().who()).isEqualTo("reviewer.1");
        });
    }

    @Test
    void shouldAskAgainWhereAnAcceptedFieldIsCorrectedAfterwards() {
        Reading reading = reading(warrant().without("prison.name"));
        decide(new FindingAccepted(1, "FIELD-MISSING", List.of("prison.name"), "Told by phone"));
        decide(new ReadingCorrected(1, "prison.name", "", "HMP Thameside"));
        decide(new ReadingCorrected(1, "prison.name", "HMP Thameside", ""));

        assertThat(review(reading).open().map(Failure::code)).contains(FailureCode.BLOCKED_BY_FINDING);
    }

    @Test
    void shouldKeepWhatRestsOnThePaperItselfAndDropItWhereAPersonLooked() {
        Finding twice = finding("PRINTED-TWICE", "prison.name");
        Finding inside = finding("PART-UNREAD");
        Reading reading = reading(warrant(), twice, inside);
        decide(new ReadingCorrected(1, "hearing.date", "2026-11-16", "2026-11-15"));

        assertThat(codes(review(reading).parts().getFirst())).contains("PRINTED-TWICE", "PART-UNREAD");

        decide(new ReadingCorrected(1, "prison.name", "HMP Thameside", "HMP Thameside"));

        assertThat(codes(review(reading).parts().getFirst()))
                .contains("PART-UNREAD")
                .doesNotContain("PRINTED-TWICE");
    }

    @Test
    void shouldAskASecondPersonForAChangeOfMoneyAboveTheSum() {
        Kind order = KindCatalogue.all().stream()
                .filter(kind -> moneyPath(kind).isPresent())
                .findFirst()
                .orElseThrow();
        String path = moneyPath(order).orElseThrow();
        Reading reading = reading(order, Fields.of(read(path, "500.00", 1)));
        decide(new ReadingCorrected(1, path, "500.00", "1500.00"));
        assertThat(review(reading).unconfirmed()).isEmpty();

        decide(new ReadingCorrected(1, path, "1500.00", "1500.01"));
        assertThat(review(reading).unconfirmed()).extracting(Decision::number).containsExactly(2);
        assertThat(review(reading).harm()).isEqualTo(Harm.MONEY);

        decisions.add(new Decision(PAPER, 3, Instant.EPOCH, "reviewer.1", new Confirmed(2)));
        assertThat(review(reading).unconfirmed()).as("not the one who made it").hasSize(1);

        decisions.add(new Decision(PAPER, 4, Instant.EPOCH, "reviewer.2", new Confirmed(2)));
        assertThat(review(reading).unconfirmed()).isEmpty();
        assertThat(review(reading).parts().getFirst().revision()).isEqualTo(4);
    }

    @Test
    void shouldWantAnotherReadingForAKindThatAPersonChose() {
        Reading unknown = Reading.failed("application/pdf", Failure.of(FailureCode.UNCLASSIFIED));
        decide(new KindChosen("remand-warrant"));

        assertThat(review(unknown).toBeReadAs()).contains("remand-warrant");
        assertThat(review(unknown).open()).isEmpty();
        assertThat(review(reading(warrant())).toBeReadAs()).isEmpty();
    }

    @Test
    void shouldForgetWhatWasDecidedAboutTheReadingOfAnotherKind() {
        decide(new ReadingCorrected(1, "case.urn", "01YD0303226", "01YD0303227"));
        decide(new KindChosen("remand-warrant"));

        assertThat(review(reading(warrant())).parts().getFirst().corrections()).isEmpty();
        assertThat(review(reading(warrant())).parts().getFirst().revision()).isEqualTo(2);
    }

    @Test
    void shouldLetAPersonReadWhatWeCannot() {
        Reading unread = new Reading(
                "image/tiff",
                1,
                Optional.of("remand-warrant"),
                List.of(),
                List.of(),
                Optional.of(Failure.of(FailureCode.NO_TEXT)));
        assertThat(review(unread).open().map(Failure::code)).contains(FailureCode.NO_TEXT);

        warrant().all().forEach(field -> decide(new ReadingCorrected(1, field.path(), "", field.value())));

        assertThat(review(unread).open()).isEmpty();
        assertThat(review(unread).harm()).isEqualTo(Harm.CUSTODY);
    }

    @Test
    void shouldHoldAPaperThatIsWrong() {
        decide(new PaperIsWrong("It names the brother"));

        assertThat(review(reading(warrant())).open().map(Failure::code)).contains(FailureCode.PAPER_IS_WRONG);
    }

    private static Optional<String> moneyPath(Kind kind) {
        return kind.fields().stream()
                .filter(spec -> spec.parser() == Parser.MONEY && !spec.repeats())
                .map(spec -> spec.path())
                .findFirst();
    }

    private void decide(Ruling ruling) {
        decisions.add(new Decision(PAPER, decisions.size() + 1, Instant.EPOCH, "reviewer.1", ruling));
    }

    private Review review(Reading reading) {
        return Review.of(reading, decisions, CONTEXT, new BigDecimal("1000.00"));
    }

    private static Reading reading(Fields fields, Finding... others) {
        return reading(WARRANT, fields, others);
    }

    private static Reading reading(Kind kind, Fields fields, Finding... others) {
        List<Finding> findings = Stream.concat(KindRules.check(kind, fields, CONTEXT).stream(), Stream.of(others))
                .toList();
        return new Reading(
                "application/pdf",
                1,
                Optional.of(kind.id()),
                List.of(),
                List.of(new ReadRecord(
                        fields,
                        findings,
                        kind.urgency().apply(fields),
                        Restrictions.of(fields),
                        SourceTime.printedIn(fields, Optional.empty()))),
                Optional.empty());
    }

    private static Fields warrant() {
        return Fields.of(
                read("court.name", "Bexley Magistrates' Court", 1),
                read("court.code", "B01BH00", 1),
                read("cases[1].urn", "01YD0303226", 1),
                read("hearing.date", "2026-11-16", 1),
                read("defendant.name", "Rhodri O'Brien", 1),
                read("defendant.dateOfBirth", "1988-03-14", 1),
                read("prison.name", "HMP Thameside", 1),
                read("offences[1].code", "TH68023", 1),
                read("offences[1].title", "Robbery", 1));
    }

    private static Field read(String path, String value, double confidence) {
        return Field.read(path, value, value, confidence, new PageBox(1, 10, 10, 50, 10));
    }

    private static Finding finding(String code, String... fields) {
        return new Finding(code, Severity.WARNING, List.of(fields), "", "", "", "", "");
    }

    private static Finding finding(Review.Part part, String code) {
        return part.record().findings().stream()
                .filter(finding -> finding.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> codes(Review.Part part) {
        return part.record().findings().stream().map(Finding::code).toList();
    }
}
