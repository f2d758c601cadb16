package uk.casebridge.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.approvaltests.Approvals;
import org.approvaltests.core.Options;
import org.approvaltests.reporters.Junit5Reporter;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.store.Evidence;

/** Every page as it is sent, word for word. */
class PagesTest {

    private final World world = new World();

    @Test
    void shouldShowTheStartPage() {
        approve(world.get("/"), 200);
    }

    @Test
    void shouldShowAnEmptyList() {
        approve(world.get(world.clerk(), "/papers"), 200);
    }

    @Test
    void shouldShowTheListWithPapersInEveryState() {
        everyState();

        approve(world.get(world.clerk(World.BEXLEY, World.OTHER), "/papers"), 200);
    }

    @Test
    void shouldShowOnlyPapersThatNeedAPerson() {
        everyState();

        approve(world.get(world.clerk(), "/papers?show=attention"), 200);
    }

    @Test
    void shouldShowTheFormToSendPapers() {
        approve(world.get(world.clerk(World.BEXLEY, World.OTHER), "/papers/send"), 200);
    }

    @Test
    void shouldShowWhatIsWrongWithTheForm() {
        approve(world.post(world.clerk(), "/papers/send", Map.of("fileName", "register.exe", "urgent", "yes")), 422);
    }

    @Test
    void shouldShowTheFormForTheFile() {
        Paper paper = world.awaited("register.pdf");

        approve(world.get(world.clerk(), "/papers/" + paper.id() + "/upload?urgent=yes"), 200);
    }

    @Test
    void shouldShowAPaperThatIsWaitedFor() {
        Paper paper = world.awaited("register.pdf");

        approve(world.get(world.clerk(), "/papers/" + paper.id()), 200);
    }

    @Test
    void shouldShowARecordedPaperWithItsRecordDeliveriesAndTimeline() {
        Paper paper = world.recorded(
                "register.pdf",
                World.BEXLEY,
                "prison-court-register",
                World.register(),
                List.of(World.warning()),
                List.of("Reporting restriction: section 45 Youth Justice and Criminal Evidence Act 1999"),
                List.of(Recipient.PRISON, Recipient.CROWN_COURT, Recipient.CAREERS));
        world.send(paper);
        world.receive(paper, Recipient.PRISON);
        world.clock.forward(Duration.ofHours(1));

        approve(world.get(world.clerk(), "/papers/" + paper.id()), 200);
    }

    @Test
    void shouldShowWhyAPaperIsInReviewAndWhatToDo() {
        Paper paper = world.inReview("letter.pdf");

        approve(world.get(world.clerk(), "/papers/" + paper.id()), 200);
    }

    @Test
    void shouldShowWhatMustBePutRightInAPaperThatWaits() {
        Paper paper = world.blocked("warrant.pdf");

        approve(world.get(world.clerk(), "/papers/" + paper.id()), 200);
    }

    @Test
    void shouldShowTheEarlierPaperOfADuplicate() {
        Paper first = world.recorded("register.pdf");
        Paper again = world.duplicateOf(first);

        approve(world.get(world.clerk(), "/papers/" + again.id()), 200);
    }

    @Test
    void shouldShowThatAPageIsNotThere() {
        approve(world.get(world.clerk(), "/nothing"), 404);
    }

    @Test
    void shouldShowThatSomeoneIsNotAClerk() {
        world.provider.next = new Identity("sam.visitor", List.of("court-B01BH00"));

        approve(signIn(), 403);
    }

    @Test
    void shouldShowThatAnAccountHasNoCourt() {
        world.provider.next = new Identity("clerk.new", List.of("clerk", "court-nonsense"));

        approve(signIn(), 403);
    }

    @Test
    void shouldShowAReferenceWhereSomethingWentWrong() {
        World broken = new World(URI.create("https://portal.example"), Optional.of(new BrokenStore()));

        Answer answer = broken.get(broken.clerk(), "/papers");

        assertThat(answer.status()).isEqualTo(500);
        verify(answer.body().text().replaceAll("<strong>[0-9A-F]{10}</strong>", "<strong>REFERENCE</strong>"));
    }

    private void everyState() {
        world.awaited("sending notice.docx");
        world.stored("register 12 August.pdf");
        world.reading("register 13 August.pdf");
        world.inReview("letter.pdf");
        world.quarantined("all registers of 2025.pdf");
        Paper received = world.recorded("register 14 August.pdf");
        world.send(received);
        world.receive(received, Recipient.PRISON);
        Paper late = world.recorded(
                "register 15 August.pdf",
                World.BEXLEY,
                World.register().with(World.read("hearing.date", "2026-08-15", 0.9, 1)),
                List.of(),
                List.of(Recipient.PRISON, Recipient.CROWN_COURT));
        world.send(late);
        world.duplicateOf(received);
        world.clock.forward(Duration.ofMinutes(20));
        world.store.evidence().put(received.id(), Evidence.picture(1), new byte[] {1, 2, 3}, "image/png");
    }

    private Answer signIn() {
        Answer begun = world.get("/sign-in");
        String state = begun.headers().getOrDefault("location", "").replaceAll(".*state=", "");
        return world.ask(
                "GET",
                "/signed-in?code=good&state=" + state,
                Optional.of(World.cookieValue(begun.cookies().getFirst())),
                Map.of());
    }

    private static void approve(Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        verify(answer.body().text());
    }

    /** Hashes of style sheets change with them; the pages around them do not. */
    private static void verify(String html) {
        Approvals.verify(
                html.replaceAll("-[0-9a-f]{12}\\.(css|js|svg)", "-HASH.$1")
                        .replaceAll("(?m)^\\s+$", "")
                        .replaceAll("\n{2,}", "\n"),
                new Options(new Junit5Reporter()).forFile().withExtension(".html"));
    }
}
