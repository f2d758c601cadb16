package uk.casebridge.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.paper.Instruction;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.paper.PaperState;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.store.AuditEntry;

class TakeBacksTest {

    private final World world = new World();

    @Test
    void shouldAskWhatIsWrongWithAPaperAndWhy() {
        Paper paper = sent();

        String form = world.get(world.clerk(), path(paper)).body().text();

        assertThat(form)
                .contains("Withdraw or recall a paper", "The court takes it back", "It went to the wrong place");
        assertThat(world.get(world.clerk(), "/papers/" + paper.id()).body().text())
                .contains("Withdraw or recall this paper");
    }

    @Test
    void shouldSayWhatTheFormLacks() {
        Paper paper = sent();

        Answer nothing = post(paper, Map.of());
        Answer noReason = post(paper, Map.of("notice", "recall", "reason", " "));

        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.body().text()).contains("Select what is wrong with the paper");
        assertThat(noReason.status()).isEqualTo(422);
        assertThat(noReason.body().text()).contains("Enter the reason");
        assertThat(state(paper)).isEqualTo(PaperState.RECORDED);
    }

    @Test
    void shouldShowWhoWillBeToldBeforeAnythingHappens() {
        Paper paper = sent();

        Answer second = post(paper, Map.of("notice", "recall", "reason", "Held at <Leeds>"));

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body().text())
                .contains(
                        "Recall this paper from everyone who has it?", "Prison: HMP/YOI Isis", "Held at &lt;Leeds&gt;");
        assertThat(state(paper)).isEqualTo(PaperState.RECORDED);
    }

    @Test
    void shouldNoteWhatWasConfirmedAndCallTheExtractRoom() {
        Paper paper = sent();

        Answer done = confirmed(paper);

        assertThat(done.status()).isEqualTo(303);
        assertThat(done.headers()).containsEntry("location", "/papers/" + paper.id());
        assertThat(state(paper)).isEqualTo(PaperState.WITHDRAWING);
        assertThat(world.store.wakeUps().extracts()).contains(paper.id());
        assertThat(confirmed(paper).status()).as("once more changes nothing").isEqualTo(303);
        String page = world.get(world.clerk(), "/papers/" + paper.id()).body().text();
        assertThat(page).contains("Recalled", "Held at Leeds", "/breach-report").doesNotContain("/take-back\"");
    }

    @Test
    void shouldListWhoLookedAtThePaper() {
        Paper paper = sent();
        world.get(world.clerk(), "/papers/" + paper.id() + "/document");
        confirmed(paper);

        Answer report = world.get(world.clerk(), "/papers/" + paper.id() + "/breach-report");

        assertThat(report.headers().get("content-type")).startsWith("text/csv");
        assertThat(report.headers().get("content-disposition")).contains("breach-report-" + paper.id() + ".csv");
        assertThat(report.body().text().lines())
                .startsWith("when_utc,what,who,recipient,place,delivery,detail")
                .anyMatch(line -> line.contains("\"sent\""))
                .anyMatch(line -> line.contains("\"opened\",\"clerk.bexley\""))
                .anyMatch(line -> line.contains("\"recall\",\"clerk.bexley\""));
    }

    @Test
    void shouldTakeBackNoPaperOfAnotherCourtAndNoFormWithoutItsToken() {
        Paper paper = sent();

        assertThat(world.get(world.clerk(World.OTHER), path(paper)).status()).isEqualTo(404);
        assertThat(world.post(world.clerk(World.OTHER), path(paper), form()).status())
                .isEqualTo(404);
        Map<String, String> forged = new HashMap<>(form());
        forged.put("csrf", "forged");
        assertThat(world.post(world.clerk(), path(paper), forged).status()).isEqualTo(403);
        assertThat(state(paper)).isEqualTo(PaperState.RECORDED);
        assertThat(world.store.audit().of(paper.id()))
                .extracting(AuditEntry::what)
                .doesNotContain("recall");
    }

    @Test
    void shouldNotTakeBackWhatIsBeingRead() {
        Paper paper = world.reading("register.pdf");

        Answer answer = post(paper, form());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().text()).contains("Try again in a minute");
    }

    @Test
    void shouldNoteWhichPaperANewOneReplaces() {
        Paper earlier = sent();

        Answer sent = world.post(
                world.clerk(),
                "/papers/send",
                Map.of("fileName", "again.pdf", "replaces", earlier.id().value()));

        assertThat(sent.status()).isEqualTo(303);
        PaperId later = new PaperId(Optional.ofNullable(sent.headers().get("location"))
                .orElseThrow()
                .split("/", -1)[2]);
        assertThat(world.store.papers().instructions(later))
                .singleElement()
                .isInstanceOfSatisfying(
                        Instruction.Replaces.class,
                        said -> assertThat(said.earlier()).isEqualTo(earlier.id()));
        assertThat(world.get(world.clerk(), "/papers/" + later).body().text())
                .contains("Replaces", "/papers/" + earlier.id());
        assertThat(world.get(world.clerk(), "/papers/send").body().text()).contains("register.pdf");
    }

    @Test
    void shouldKnowNoEarlierPaperOfAnotherCourt() {
        Paper earlier = sent();

        Answer answer = world.post(
                world.clerk(World.OTHER),
                "/papers/send",
                Map.of(
                        "fileName",
                        "again.pdf",
                        "replacesReference",
                        earlier.id().value()));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().text()).contains("There is no paper of this court with that reference");
    }

    private Paper sent() {
        Paper paper = world.recorded("register.pdf");
        world.send(paper);
        world.receive(paper, Recipient.PRISON);
        return paper;
    }

    private PaperState state(Paper paper) {
        return world.store.papers().find(paper.id()).orElseThrow().state();
    }

    private Answer confirmed(Paper paper) {
        return post(paper, form());
    }

    private static Map<String, String> form() {
        return Map.of("notice", "recall", "reason", "Held at Leeds", "confirmed", "yes");
    }

    private Answer post(Paper paper, Map<String, String> form) {
        return world.post(world.clerk(), path(paper), form);
    }

    private static String path(Paper paper) {
        return "/papers/" + paper.id() + "/take-back";
    }
}
