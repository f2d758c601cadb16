package uk.casebridge.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.store.Evidence;

/** The pages in a browser, signed in through a real OpenID Connect provider on loopback. */
@Timeout(120)
class PortalIT {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String CLIENT = "casebridge-portal";

    private static final List<AutoCloseable> OPEN = new ArrayList<>();
    private static Optional<Browser> browser = Optional.empty();
    private static Optional<MockOAuth2Server> provider = Optional.empty();

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private LoopbackServer server;
    private World world;
    private FakeObjectStore store;

    @BeforeAll
    static void startBrowser() throws IOException {
        assumeTrue(Files.isExecutable(CHROMIUM), "No " + CHROMIUM + " here, so the pages are not tried in a browser");
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        OPEN.add(playwright);
        browser = Optional.of(playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync"))));
        MockOAuth2Server started = new MockOAuth2Server();
        started.start(InetAddress.getLoopbackAddress(), 0);
        OPEN.add(started::shutdown);
        provider = Optional.of(started);
        Files.createDirectories(SCREENSHOTS);
    }

    @AfterAll
    static void stopBrowser() throws Exception {
        for (AutoCloseable each : OPEN) {
            each.close();
        }
    }

    @BeforeEach
    void startPortal() throws IOException {
        server = new LoopbackServer();
        world = new World(server.address(), Optional.empty());
        store = new FakeObjectStore(world.store, server.address());
        opened.add(server);
        opened.add(store);
        server.serve(world.portal(
                store,
                new OidcProvider(
                        provider.orElseThrow().issuerUrl("casebridge").uri(),
                        CLIENT,
                        server.address().resolve(Portal.CALLBACK)),
                server.address(),
                new SecureRandom()));
    }

    @AfterEach
    void stopPortal() throws Exception {
        for (AutoCloseable each : opened.reversed()) {
            each.close();
        }
    }

    @Test
    void shouldSendSeveralFilesAtOnceAndFollowThem() {
        Page page = signedIn(true, 1200, "clerk", "court-B01BH00", "court-B01LY00");
        page.getByRole(AriaRole.BUTTON, named("Send papers")).click();
        page.getByLabel("Court house").selectOption("B01BH00");
        page.getByLabel("Changes someone’s custody").check();
        byte[] large = new byte[3_000_000];
        large[7] = 7;
        page.getByLabel("Files").setInputFiles(new FilePayload[] {
            new FilePayload("remand warrant.pdf", "application/pdf", large),
            new FilePayload("Überstellung.docx", "application/msword", bytes("second"))
        });
        shoot(page, "send-with-scripts");
        page.getByRole(AriaRole.BUTTON, named("Send")).click();

        page.waitForURL(Pattern.compile(".*/papers\\?court=B01BH00"));
        assertThat(page.getByRole(AriaRole.LINK, linked("remand warrant.pdf"))).isVisible();
        assertThat(page.getByRole(AriaRole.LINK, linked("Überstellung.docx"))).isVisible();
        assertThat(store.uploads)
                .extracting(upload -> Sha256.of(upload.bytes()))
                .containsExactlyInAnyOrder(Sha256.of(large), Sha256.of(bytes("second")));
        assertThat(store.uploads)
                .allSatisfy(upload -> assertThat(upload.key()).startsWith("urgent/p-"))
                .allSatisfy(upload -> assertThat(upload.fields().get("x-amz-checksum-sha256"))
                        .isEqualTo(Sha256.of(upload.bytes()).base64()));
        assertThat(complaints).isEmpty();
    }

    @Test
    void shouldSayWhatIsWrongWithFilesBeforeSendingAny() {
        Page page = signedIn(true, 1200, "clerk", "court-B01BH00");
        page.navigate(server.address() + "/papers/send");

        page.getByRole(AriaRole.BUTTON, named("Send")).click();
        assertThat(page.locator("#files-error")).containsText("Choose at least one file");
        page.getByLabel("Files").setInputFiles(new FilePayload("empty.pdf", "application/pdf", new byte[0]));
        page.getByRole(AriaRole.BUTTON, named("Send")).click();
        assertThat(page.locator("#files-error")).containsText("empty.pdf is empty");
        page.getByLabel("Files").setInputFiles(new FilePayload("setup.exe", "application/pdf", bytes("x")));
        page.getByRole(AriaRole.BUTTON, named("Send")).click();
        assertThat(page.locator("#files-error")).containsText("setup.exe is not a kind of file we can read");

        check(page, "send-mistake");
        assertThat(store.uploads).isEmpty();
    }

    @Test
    void shouldSendAFileWithoutScripts() {
        Page page = signedIn(false, 1200, "clerk", "court-B01BH00");
        page.getByRole(AriaRole.BUTTON, named("Send papers")).click();
        page.getByLabel("Name of the file").fill("register.pdf");
        page.getByRole(AriaRole.BUTTON, named("Continue")).click();
        page.getByLabel("File", new Page.GetByLabelOptions().setExact(true))
                .setInputFiles(new FilePayload("register.pdf", "application/pdf", bytes("the register")));
        page.getByRole(AriaRole.BUTTON, named("Send")).click();

        page.waitForURL(Pattern.compile(".*/papers/p-[^/]*"));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("register.pdf");
        assertThat(page.getByText("Waiting for the file").first()).isVisible();
        assertThat(page.locator("meta[http-equiv=refresh]")).hasCount(1);
        assertThat(store.uploads).singleElement().satisfies(upload -> {
            assertThat(upload.bytes()).isEqualTo(bytes("the register"));
            assertThat(upload.key()).startsWith("papers/p-");
        });
        page.getByRole(AriaRole.LINK, linked("Stop that")).click();
        assertThat(page.locator("meta[http-equiv=refresh]")).hasCount(0);
    }

    @Test
    void shouldFollowAPaperAndSayItAloud() {
        Paper paper = world.recorded("register.pdf");
        Page page = signedIn(true, 1200, "clerk", "court-B01BH00");
        page.navigate(server.address() + "/papers/" + paper.id());
        assertThat(page.getByText("Waiting to be sent").first()).isVisible();

        world.send(paper);
        world.receive(paper, Recipient.PRISON);

        assertThat(page.locator("[data-cb-announce]")).hasText("Recorded, 1 of 1 received");
        assertThat(page.locator("td strong").first()).hasText("Received");
        assertThat(complaints).isEmpty();
    }

    @Test
    void shouldSignOutHereAndAtTheProvider() {
        Page page = signedIn(true, 1200, "clerk", "court-B01BH00");

        page.getByRole(AriaRole.BUTTON, named("Sign out")).click();

        page.waitForURL(server.address() + "/");
        assertThat(page.getByRole(AriaRole.BUTTON, named("Sign in"))).isVisible();
        assertThat(complaints).isEmpty();
        // Whoever comes next has to sign in, and this provider's next user has no role.
        page.navigate(server.address() + "/papers/send");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("You cannot use this service yet");
    }

    @Test
    void shouldComeBackToThePageWantedAfterTheSignIn() {
        Paper paper = world.recorded("register.pdf");
        Page page = page(true, 1200);
        nextToSignIn("clerk", "court-B01BH00");

        page.navigate(server.address() + "/papers/" + paper.id());

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("register.pdf");
    }

    @Test
    void shouldOpenTheDocumentAndSeeItsPages() throws IOException {
        Paper paper = world.recorded("register.pdf");
        for (int number = 1; number <= 3; number++) {
            world.store.evidence().put(paper.id(), Evidence.picture(number), picture(number), "image/png");
        }
        Page page = signedIn(true, 1200, "clerk", "court-B01BH00");
        page.navigate(server.address() + "/papers/" + paper.id());

        page.getByText("See the pages as pictures").click();
        page.locator(".cb-picture img").first().scrollIntoViewIfNeeded();
        page.waitForFunction("document.querySelector('.cb-picture img').naturalWidth === 300");
        page.getByRole(AriaRole.LINK, linked("Open the document")).click();

        assertThat(page.locator("body")).hasText("the document");
        assertThat(complaints).isEmpty();
    }

    @Test
    void shouldTurnAwayWhoeverIsNoClerk() {
        Page page = page(true, 1200);
        nextToSignIn("operator");

        page.navigate(server.address() + "/sign-in");

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("You cannot use this service yet");
        check(page, "no-role");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldHaveNoBarrierOnAnyPage(boolean scripts) {
        world.awaited("sending notice.docx");
        world.reading("register 13 August.pdf");
        Paper review = world.inReview("letter.pdf");
        world.quarantined("all registers of 2025, scanned at far too high a resolution and never split.pdf");
        Paper recorded = world.recorded(
                "register 14 August.pdf",
                World.BEXLEY,
                "prison-court-register",
                World.register(),
                List.of(World.warning()),
                List.of("Reporting restriction: section 45 Youth Justice and Criminal Evidence Act 1999"),
                List.of(Recipient.PRISON, Recipient.CROWN_COURT, Recipient.CAREERS));
        world.send(recorded);
        world.receive(recorded, Recipient.PRISON);
        Paper duplicate = world.duplicateOf(recorded);
        world.clock.forward(Duration.ofMinutes(31));
        Paper moving = world.awaited("warrant.pdf");
        String how = scripts ? "scripts" : "plain";
        for (int width : scripts ? new int[] {1200, 375} : new int[] {375}) {
            // The checker is itself a script, so "without scripts" means here: with none of ours.
            Page page = page(true, width);
            if (!scripts) {
                page.context().route("**/assets/*.js", Route::abort);
            }
            visit(page, "/", how + "-start", width);
            nextToSignIn("clerk", "court-B01BH00", "court-B01LY00");
            page.navigate(server.address() + "/sign-in");
            visit(page, "/papers", how + "-papers", width);
            visit(page, "/papers?show=attention", how + "-attention", width);
            visit(page, "/papers/send", how + "-send", width);
            visit(page, "/papers/" + moving.id() + "/upload", how + "-upload", width);
            visit(page, "/papers/" + moving.id() + "?refresh=off", how + "-paper-awaited", width);
            visit(page, "/papers/" + recorded.id(), how + "-paper-recorded", width);
            visit(page, "/papers/" + review.id(), how + "-paper-review", width);
            visit(page, "/papers/" + duplicate.id(), how + "-paper-duplicate", width);
            visit(page, "/nothing", how + "-not-found", width);
            page.context().close();
        }
        assertThat(complaints)
                .allMatch(complaint -> complaint.contains("404") || (!scripts && complaint.contains("ERR_FAILED")));
    }

    private void visit(Page page, String path, String name, int width) {
        page.navigate(server.address() + path);
        check(page, name + "-" + width);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("The page %s is no wider than the window", path)
                .isLessThanOrEqualTo(width);
    }

    private static void check(Page page, String name) {
        shoot(page, name);
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .extracting(rule -> rule.getId() + " at " + page.url() + ": " + rule.getNodes())
                .isEmpty();
    }

    private static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    private Page signedIn(boolean scripts, int width, String... groups) {
        Page page = page(scripts, width);
        nextToSignIn(groups);
        page.navigate(server.address() + "/");
        page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
        page.waitForURL(server.address() + "/papers");
        return page;
    }

    private static void nextToSignIn(String... groups) {
        provider.orElseThrow()
                .enqueueCallback(new DefaultOAuth2TokenCallback(
                        "casebridge",
                        "c0ffee",
                        "JWT",
                        null,
                        Map.of(
                                "cognito:groups",
                                List.of(groups),
                                "cognito:username",
                                "clerk.bexley",
                                "token_use",
                                "id"),
                        3600));
    }

    private Page page(boolean scripts, int width) {
        BrowserContext context = browser.orElseThrow()
                .newContext(new Browser.NewContextOptions()
                        .setJavaScriptEnabled(scripts)
                        .setViewportSize(width, 900));
        opened.add(context);
        Page page = context.newPage();
        page.setDefaultTimeout(10_000);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions linked(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] picture(int number) throws IOException {
        BufferedImage image = new BufferedImage(300, 400, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 300, 400);
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 20));
        graphics.drawString("Page " + number, 100, 200);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
