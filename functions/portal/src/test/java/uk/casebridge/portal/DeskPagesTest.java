package uk.casebridge.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperState;
import uk.casebridge.domain.review.Decision;
import uk.casebridge.domain.review.Harm;
import uk.casebridge.domain.review.Ruling;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.Evidence;

/** The review desk: what waits, what a reviewer may decide, and what a clerk sees of it. */
final class DeskPagesTest {

    private static final String NAME = "Alex SAMPLE";

    private final World world = new World();
    private final Session reviewer = world.reviewer("reviewer.bexley");

    @Test
    void shouldListWhatChangesCustodyBeforeWhatHasWaitedLonger() {
        world.inReview("old.pdf");
        world.clock.forward(Duration.ofHours(3));
        warrant("warrant.pdf");

        String page = body(world.get(world.reviewer("reviewer.bexley"), "/desk"));

        assertThat(page.indexOf("warrant.pdf")).isPositive().isLessThan(page.indexOf("old.pdf"));
        assertThat(page).contains("Changes custody", "3 hours");
    }

    @Test
    void shouldShowAFieldBesideThePictureOfItsPlace() {
        Paper paper = warrant("warrant.pdf");

        String page = body(world.get(reviewer, desk(paper)));

        assertThat(page)
                .contains(NAME, "99% sure", "viewBox=", "/papers/" + paper.id() + "/pages/1")
                .contains("Cause:", "To correct it:", "To avoid it:", "FIELD-MISSING");
    }

    @Test
    void shouldGiveFormsToReviewersOnly() {
        Paper paper = warrant("warrant.pdf");

        assertThat(body(world.get(reviewer, desk(paper)))).contains(desk(paper) + "/correct");
        assertThat(body(world.get(world.clerk(), desk(paper))))
                .contains(NAME)
                .doesNotContain(desk(paper) + "/correct", desk(paper) + "/wrong");
        assertThat(correct(world.clerk(), paper, 0, "prison.name", "HMP Thameside")
                        .status())
                .isEqualTo(404);
        assertThat(world.store.decisions().of(paper.id())).isEmpty();
    }

    @Test
    void shouldLetNobodySeeTheDeskOfAnotherCourt() {
        Paper paper = warrant("warrant.pdf");
        Session elsewhere = world.clerk(World.OTHER);

        assertThat(world.get(elsewhere, desk(paper)).status()).isEqualTo(404);
        assertThat(body(world.get(elsewhere, "/desk"))).doesNotContain("warrant.pdf");
        assertThat(world.get(elsewhere, "/desk?court=" + World.BEXLEY).status()).isEqualTo(404);
    }

    @Test
    void shouldKeepAPaperWaitingUntilNothingIsOpenAndThenWakeTheRoom() {
        Paper paper = warrant("warrant.pdf");

        assertThat(correct(reviewer, paper, 0, "hearing.date", "12 8 2026").status())
                .isEqualTo(303);
        assertThat(state(paper)).isEqualTo(PaperState.REVIEW);

        assertThat(correct(reviewer, paper, 1, "prison.name", "HMP Thameside").status())
                .isEqualTo(303);
        assertThat(state(paper)).isEqualTo(PaperState.READING);
        assertThat(world.store.wakeUps().extracts()).containsExactly(paper.id());
        assertThat(world.store.decisions().of(paper.id()))
                .extracting(Decision::ruling)
                .contains(new Ruling.ReadingCorrected(1, "hearing.date", "2026-08-13", "2026-08-12"));
    }

    @Test
    void shouldNoteWhoDecidedWithoutAWordOfThePaper() {
        Paper paper = warrant("warrant.pdf");

        correct(reviewer, paper, 0, "defendant.name", "Alexandra SAMPLE");

        assertThat(world.store.audit().of(paper.id())).last().satisfies(entry -> {
            assertThat(entry.who()).isEqualTo("reviewer.bexley");
            assertThat(entry.what()).isEqualTo("reading-corrected");
        });
        assertThat(world.store.audit().of(paper.id()))
                .extracting(AuditEntry::detail)
                .noneMatch(it -> it.contains("SAMPLE"));
        assertThat(body(world.get(reviewer, desk(paper))))
                .contains("Alexandra SAMPLE", "from “Alex SAMPLE” to “Alexandra SAMPLE”", "READING-CORRECTED");
    }

    @Test
    void shouldRefuseADecisionMadeOnAnOldPage() {
        Paper paper = warrant("warrant.pdf");
        correct(reviewer, paper, 0, "hearing.date", "12 8 2026");

        Answer answer = correct(world.reviewer("second.bexley"), paper, 0, "hearing.date", "11 8 2026");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(body(answer)).contains("Somebody else decided");
        assertThat(world.store.decisions().of(paper.id())).hasSize(1);
    }

    @Test
    void shouldSayWhatCannotStandInAField() {
        Paper paper = warrant("warrant.pdf");

        Answer answer = correct(reviewer, paper, 0, "hearing.date", "31 6 2026");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(body(answer)).contains("Enter a date, such as 27 3 2026");
    }

    @Test
    void shouldAcceptAFindingWithAReasonOnly() {
        Paper paper = warrant("warrant.pdf");
        Map<String, String> form =
                Map.of("seen", "0", "part", "1", "code", "FIELD-MISSING", "fields", "prison.name", "reason", " ");
        assertThat(world.post(reviewer, desk(paper) + "/accept", form).status()).isEqualTo(422);

        Answer answer = world.post(
                reviewer,
                desk(paper) + "/accept",
                Map.of(
                        "seen",
                        "0",
                        "part",
                        "1",
                        "code",
                        "FIELD-MISSING",
                        "fields",
                        "prison.name",
                        "reason",
                        "The prison was told by phone"));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(state(paper)).isEqualTo(PaperState.READING);
        assertThat(body(world.get(reviewer, desk(paper))))
                .contains("Accepted by reviewer.bexley", "The prison was told by phone");
    }

    @Test
    void shouldSendAPaperBackToTheCourt() {
        Paper paper = warrant("warrant.pdf");

        assertThat(world.post(reviewer, desk(paper) + "/wrong", Map.of("seen", "0", "reason", "It names the brother"))
                        .status())
                .isEqualTo(303);

        assertThat(world.store.wakeUps().extracts()).containsExactly(paper.id());
        assertThat(world.store.decisions().of(paper.id()))
                .extracting(Decision::ruling)
                .containsExactly(new Ruling.PaperIsWrong("It names the brother"));
    }

    @Test
    void shouldNotCallAPaperWrongThatLeftAndCameBack() {
        Paper left = world.recorded("register.pdf");
        Paper again = left.reading(world.clock.instant());
        Paper back = again.forReview(left.kind(), Failure.of(FailureCode.BLOCKED_BY_FINDING), 3, world.clock.instant());
        AuditEntry entry = new AuditEntry(
                world.clock.instant(), "extract", "review", left.id(), Optional.empty(), "Came back for a person");
        assertThat(world.store.papers().move(left, again, entry)).isTrue();
        assertThat(world.store.papers().move(again, back, entry)).isTrue();

        world.post(reviewer, desk(back) + "/wrong", Map.of("seen", "0", "reason", "It names the brother"));

        assertThat(world.store.decisions().of(back.id())).isEmpty();
        assertThat(state(back)).isEqualTo(PaperState.REVIEW);
    }

    @Test
    void shouldShowTheBestGuessesAndTakeTheKindAPersonChooses() {
        Paper paper = world.inReview("unknown.pdf");
        keep(paper, """
                {"mediaType":"application/pdf","pages":1,"kind":null,
                 "scores":[{"kind":"remand-warrant","score":0.31,"clues":["remanded in custody"]}],
                 "records":[],"failure":{"code":"CB-301","detail":""}}
                """);
        assertThat(body(world.get(reviewer, desk(paper))))
                .contains("Remand warrant", "31 in 100", "remanded in custody");

        world.post(reviewer, desk(paper) + "/kind", Map.of("seen", "0", "kind", "remand-warrant"));

        assertThat(state(paper)).isEqualTo(PaperState.READING);
        assertThat(world.store.wakeUps().extracts()).containsExactly(paper.id());
    }

    @Test
    void shouldCountWhereErrorsComeFrom() {
        Paper paper = warrant("warrant.pdf");
        correct(reviewer, paper, 0, "hearing.date", "12 8 2026");

        assertThat(body(world.get(world.clerk(), "/desk/report")))
                .contains("Remand warrant", "reading corrected", "hearing.date", "August 2026");
        assertThat(body(world.get(world.clerk(), "/desk/report?month=2026-08&as=csv")))
                .isEqualTo("court,month,kind,decision,rule,count\r\n"
                        + "B01BH00,2026-08,\"Remand warrant\",reading corrected,hearing.date,1\r\n");
        assertThat(body(world.get(world.clerk(), "/desk/report?month=2026-07"))).contains("Nothing was decided");
    }

    @Test
    void shouldShowAReviewersDeskOnlyToWhoIsSignedIn() {
        assertThat(world.get("/desk").status()).isEqualTo(303);
    }

    private Answer correct(Session session, Paper paper, int seen, String path, String after) {
        return world.post(
                session,
                desk(paper) + "/correct",
                Map.of("seen", Integer.toString(seen), "part", "1", "path", path, "after", after));
    }

    private PaperState state(Paper paper) {
        return world.store.papers().find(paper.id()).orElseThrow().state();
    }

    private static String desk(Paper paper) {
        return "/desk/" + paper.id();
    }

    private static String body(Answer answer) {
        return answer.body().text();
    }

    private void keep(Paper paper, String json) {
        world.store
                .evidence()
                .put(paper.id(), Evidence.READING, json.getBytes(StandardCharsets.UTF_8), "application/json");
    }

    /** A remand warrant that names no prison, with the head of a picture of its page. */
    private Paper warrant(String fileName) {
        Paper reading = world.reading(fileName);
        keep(reading, """
                {"mediaType":"application/pdf","pages":1,"kind":"remand-warrant","scores":[],"failure":null,"records":[{
                 "fields":[
                  {"path":"court.name","value":"Bexley Magistrates' Court","raw":"","confidence":1},
                  {"path":"cases[1].urn","value":"01YD0303226","raw":"","confidence":1},
                  {"path":"hearing.date","value":"2026-08-13","raw":"13/08/2026","confidence":1},
                  {"path":"defendant.name","value":"Alex SAMPLE","raw":"Alex SAMPLE","confidence":0.99,
                   "page":1,"box":{"x":72,"y":144,"width":60,"height":11}},
                  {"path":"defendant.dateOfBirth","value":"1988-03-14","raw":"","confidence":1},
                  {"path":"offences[1].code","value":"TH68023","raw":"","confidence":1},
                  {"path":"offences[1].title","value":"Robbery","raw":"","confidence":1}],
                 "findings":[
                  {"code":"FIELD-MISSING","severity":"error","fields":["prison.name"],"what":"The paper has no prison.",
                   "cause":"Left out.","howToCorrect":"Look.","howToAvoid":"Fill in.","source":"A test"}],
                 "urgency":"custody","restrictions":[],"sourceTime":{"evidence":"file"}}]}
                """);
        byte[] png = new byte[24];
        png[18] = 4;
        png[22] = 6;
        world.store.evidence().put(reading.id(), Evidence.picture(1), png, "image/png");
        Paper review = reading.forReview(
                Optional.of("remand-warrant"),
                new Failure(FailureCode.BLOCKED_BY_FINDING, "Record 1: FIELD-MISSING"),
                Harm.CUSTODY,
                1,
                world.clock.instant());
        world.store
                .papers()
                .move(
                        reading,
                        review,
                        new AuditEntry(world.clock.instant(), "extract", "review", reading.id(), Optional.empty(), ""));
        return review;
    }
}
