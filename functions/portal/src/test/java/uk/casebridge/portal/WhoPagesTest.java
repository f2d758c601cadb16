package uk.casebridge.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.approvaltests.Approvals;
import org.approvaltests.core.Options;
import org.approvaltests.reporters.Junit5Reporter;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.person.Decision;
import uk.casebridge.domain.person.Identification;
import uk.casebridge.domain.person.Identification.State;
import uk.casebridge.domain.person.Mention;
import uk.casebridge.domain.person.MentionId;
import uk.casebridge.domain.person.PersonId;
import uk.casebridge.domain.person.WhoIsThis;
import uk.casebridge.domain.record.RecordVersion;
import uk.casebridge.domain.standing.CourtCode;
import uk.casebridge.store.AuditEntry;

/** Who is this? As a clerk sees and answers it. */
class WhoPagesTest {

    private final World world = new World();
    private final PersonId first =
            decided("register 1.pdf", World.BEXLEY, "2026-08-01", "1 Long Acre", Optional.empty());
    private final PersonId second =
            decided("register 2.pdf", World.BEXLEY, "2026-08-02", "9 Mill Lane", Optional.of(first));
    private MentionId question = new MentionId("m-" + "0".repeat(32));

    @Test
    void shouldListTheQuestionsTheOldestFirstWithTheirAge() {
        ask("warrant A.pdf", World.BEXLEY, "2026-08-10");
        world.clock.forward(Duration.ofHours(50));
        ask("warrant B.pdf", World.BEXLEY, "2026-08-11");
        ask("warrant C.pdf", World.OTHER, "2026-08-12");

        approve(world.get(world.clerk(), "/who"));
    }

    @Test
    void shouldSayWhenThereIsNoQuestion() {
        assertThat(world.get(world.clerk(), "/who").body().text()).contains("Nobody has to say who somebody is.");
    }

    @Test
    void shouldShowTheRecordBesideTheCandidatesWithTheWorking() {
        ask("warrant A.pdf", World.BEXLEY, "2026-08-10");
        world.clock.forward(Duration.ofHours(3));

        approve(world.get(world.clerk(), "/who/" + question));
    }

    @Test
    void shouldNoteWhoSawThePeople() {
        Paper paper = ask("warrant A.pdf", World.BEXLEY, "2026-08-10");

        world.get(world.clerk(), "/who/" + question);

        AuditEntry last = world.store.audit().of(paper.id()).getLast();
        assertThat(last.what()).isEqualTo("person-shown");
        assertThat(last.who()).isEqualTo("clerk.bexley");
    }

    @Test
    void shouldTakeTheAnswerOfAButton() {
        Paper paper = ask("warrant A.pdf", World.BEXLEY, "2026-08-10");

        Answer answer = world.post(
                world.clerk(), "/who/" + question, Map.of("same", first.value(), "reason", "Rang the prison"));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.headers().get("location")).isEqualTo("/who?court=B01BH00");
        Identification now = world.store.people().identification(question).orElseThrow();
        assertThat(now.person()).contains(first);
        assertThat(now.answer().orElseThrow().reason()).isEqualTo("Rang the prison");
        assertThat(world.get(world.clerk(), "/who/" + question).body().text())
                .contains("clerk.bexley said on", "that this is the same person as " + first)
                .doesNotContain("<button type=\"submit\" name=\"same\"");
        assertThat(world.get(world.clerk(), "/papers/" + paper.id()).body().text())
                .contains("A person said who this is.", "Who it is was said");
    }

    @Test
    void shouldTakeThatItIsANewPersonOnce() {
        ask("warrant A.pdf", World.BEXLEY, "2026-08-10");

        world.post(world.clerk(), "/who/" + question, Map.of("same", "new"));
        Answer again = world.post(world.clerk(), "/who/" + question, Map.of("same", first.value()));

        assertThat(again.headers().get("location")).isEqualTo("/who/" + question);
        assertThat(world.store.people().identification(question).orElseThrow().person())
                .contains(PersonId.madeBy(question));
    }

    @Test
    void shouldTakeNoAnswerThatNamesSomebodyNotShown() {
        ask("warrant A.pdf", World.BEXLEY, "2026-08-10");
        PersonId stranger = decided("other.pdf", World.OTHER, "2026-08-05", "7 High Street", Optional.empty());

        for (String same : List.of(stranger.value(), "n-" + "0".repeat(32), "", "anything")) {
            assertThat(world.post(world.clerk(), "/who/" + question, Map.of("same", same))
                            .status())
                    .isEqualTo(303);
        }

        assertThat(world.store.people().identification(question).orElseThrow().state())
                .isEqualTo(State.ASKED);
    }

    @Test
    void shouldShowAndTakeNothingOfAnotherCourt() {
        ask("warrant A.pdf", World.OTHER, "2026-08-10");

        assertThat(world.get(world.clerk(), "/who/" + question).status()).isEqualTo(404);
        assertThat(world.post(world.clerk(), "/who/" + question, Map.of("same", "new"))
                        .status())
                .isEqualTo(404);
        assertThat(world.get(world.clerk(), "/who?court=" + World.OTHER).status())
                .isEqualTo(404);
        assertThat(world.get(world.clerk(), "/who").body().text()).doesNotContain("warrant A.pdf");
        assertThat(world.store.people().identification(question).orElseThrow().state())
                .isEqualTo(State.ASKED);
    }

    @Test
    void shouldTakeNoFormOfAnotherSession() {
        ask("warrant A.pdf", World.BEXLEY, "2026-08-10");

        assertThat(world.post(world.clerk(), "/who/" + question, Map.of("csrf", "another", "same", "new"))
                        .status())
                .isEqualTo(403);
        assertThat(world.store.people().identification(question).orElseThrow().state())
                .isEqualTo(State.ASKED);
    }

    @Test
    void shouldSendWhoeverIsNotSignedInToTheSignIn() {
        assertThat(world.get("/who").headers().get("location")).isEqualTo("/sign-in?next=/who");
        assertThat(world.get("/who/" + question).headers().get("location")).isEqualTo("/sign-in?next=/who/" + question);
    }

    @Test
    void shouldFindNoPageForWhatIsNoQuestion() {
        for (String path : List.of("/who/nothing", "/who/m-" + "1".repeat(32), "/who/a/b")) {
            assertThat(world.get(world.clerk(), path).status()).as(path).isEqualTo(404);
        }
    }

    /** Asks who the defendant of a new paper is; {@code question} is then its id. */
    private Paper ask(String fileName, CourtCode court, String hearing) {
        Paper paper = world.recorded(fileName, court, fields(hearing, "3 Market Place"), List.of(), List.of());
        RecordVersion version = world.store.records().of(paper.id()).getFirst();
        Mention mention = mention(version);
        question = world.store.people().idOf(version.id(), mention);
        Decision.Ask ask = (Decision.Ask) WhoIsThis.decide(
                mention, world.store.people().found(mention.keys()).people());
        world.store
                .people()
                .ask(
                        new Identification(
                                question,
                                version.id(),
                                1,
                                paper.id(),
                                "defendant",
                                court,
                                State.ASKED,
                                Optional.empty(),
                                Optional.of(ask.doubt()),
                                ask.candidates(),
                                world.clock.instant(),
                                Optional.empty(),
                                1),
                        entry(paper));
        return paper;
    }

    /** Somebody known from a paper; of the same name as the one before, whom a person told apart. */
    private PersonId decided(
            String fileName, CourtCode court, String hearing, String address, Optional<PersonId> apartFrom) {
        Paper paper = world.recorded(fileName, court, fields(hearing, address), List.of(), List.of());
        RecordVersion version = world.store.records().of(paper.id()).getFirst();
        Mention mention = mention(version);
        MentionId id = world.store.people().idOf(version.id(), mention);
        world.store
                .people()
                .introduce(
                        new Identification(
                                id,
                                version.id(),
                                1,
                                paper.id(),
                                "defendant",
                                court,
                                State.NEW,
                                Optional.of(PersonId.madeBy(id)),
                                Optional.empty(),
                                List.of(),
                                world.clock.instant(),
                                Optional.empty(),
                                1),
                        mention.known(),
                        world.store.people().found(mention.keys()),
                        entry(paper));
        assertThat(apartFrom).isNotEqualTo(Optional.of(PersonId.madeBy(id)));
        return PersonId.madeBy(id);
    }

    private AuditEntry entry(Paper paper) {
        return new AuditEntry(
                world.clock.instant(), "extract", "person-asked", paper.id(), Optional.empty(), "Who is this?");
    }

    private static Fields fields(String hearing, String address) {
        return World.register()
                .with(Field.stated("hearing.date", hearing))
                .with(Field.stated("defendant.name", "John Smith"))
                .with(Field.stated("defendant.address", address));
    }

    private static Mention mention(RecordVersion version) {
        return Mention.in(KindCatalogue.get(version.kind()), version.fields()).getFirst();
    }

    private void approve(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(second).isNotEqualTo(first);
        Approvals.verify(
                answer.body()
                        .text()
                        .replaceAll("-[0-9a-f]{12}\\.(css|js|svg)", "-HASH.$1")
                        .replaceAll("(?m)^\\s+$", "")
                        .replaceAll("\n{2,}", "\n"),
                new Options(new Junit5Reporter()).forFile().withExtension(".html"));
    }
}
