package uk.casebridge.ops;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import uk.casebridge.events.sample.SampleAgency;
import uk.casebridge.testkit.GeneratedPaper;
import uk.casebridge.testkit.Layout;
import uk.casebridge.testkit.Medium;
import uk.casebridge.testkit.Mistake;
import uk.casebridge.testkit.PaperGenerator;

/** A clerk's whole way in a real browser, with scripts and without, on a local house with agencies that answer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortalJourneyIT {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final double PATIENCE = 60_000;

    private final PaperGenerator generator = new PaperGenerator(375);
    private final List<Thread> agencies = new ArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private Playwright playwright;
    private Browser browser;
    private String portal;

    @BeforeAll
    void start() throws Exception {
        assumeTrue(Files.isExecutable(CHROMIUM), "No " + CHROMIUM + " here, so the portal is not tried in a browser");
        CloudUnderTest cloud = CloudUnderTest.shared();
        assumeTrue(cloud.houseFile().isPresent(), "This endpoint has no door, and so no portal");
        Path file = cloud.houseFile().orElseThrow();
        JsonNode house = new ObjectMapper().readTree(Files.readString(file));
        portal = house.path("portal").asText();
        for (String agency : List.of("prison", "crown-court")) {
            SampleAgency sample = SampleAgency.of(agency, file, new PrintStream(PrintStream.nullOutputStream()));
            agencies.add(Thread.ofPlatform().daemon().name("agency " + agency).start(() -> {
                try (sample) {
                    sample.run();
                }
            }));
        }
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    @AfterAll
    void stop() throws InterruptedException {
        for (Thread agency : agencies) {
            agency.interrupt();
        }
        for (Thread agency : agencies) {
            // Another test looks at the same queues, and must find nobody there.
            agency.join(20_000);
        }
        if (playwright != null) {
            playwright.close();
        }
    }

    @Test
    void shouldBringAClerksPapersToTheAgenciesThatAnswer() throws Exception {
        GeneratedPaper register = generator.next("prison-court-register", Layout.TABLE, Medium.PDF);
        GeneratedPaper notice = generator.next("sending-notice", Layout.LETTER, Medium.DOCX);
        try (BrowserContext context = browser.newContext()) {
            Page page = signedIn(context, "clerk.bexley");
            page.getByRole(AriaRole.BUTTON, named("Send papers")).click();
            page.getByLabel("Files").setInputFiles(new FilePayload[] {
                payload(register),
                payload(notice),
                new FilePayload("no paper.pdf", "application/pdf", "no PDF at all".getBytes(StandardCharsets.UTF_8))
            });
            page.getByRole(AriaRole.BUTTON, named("Send")).click();
            page.waitForURL(Pattern.compile(".*/papers\\?court=B01BH00"));

            // The list follows by itself.
            row(page, notice.fileName(), "1 of 1 received");
            row(page, "no paper.pdf", "Quarantined");
            page.getByRole(AriaRole.LINK, named(register.fileName())).first().click();
            assertThat(page.locator("[data-cb-paper]"))
                    .hasAttribute("data-cb-state", Pattern.compile("Recorded, (\\d+) of \\1 received"), patiently());
            assertThat(page.locator(".cb-fields").first())
                    .containsText(register.truth().getFirst().get("defendant.name"));
            page.getByText("See the pages as pictures").click();
            page.locator(".cb-picture img").first().scrollIntoViewIfNeeded();
            page.waitForFunction("document.querySelector('.cb-picture img').naturalWidth > 300");
            Download document = page.waitForDownload(
                    () -> page.getByRole(AriaRole.LINK, named("Open the document as it was received"))
                            .click());
            assertThat(document.suggestedFilename()).isEqualTo(register.fileName());
            assertThat(Files.readAllBytes(document.path())).isEqualTo(register.bytes());
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void shouldBringAPaperToThePrisonWithoutScripts() {
        GeneratedPaper warrant = generator.next("remand-warrant", Layout.TWO_COLUMN, Medium.PDF);
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = signedIn(context, "clerk.croydon");
            page.getByRole(AriaRole.BUTTON, named("Send papers")).click();
            page.getByLabel("Changes someone’s custody").check();
            page.getByLabel("Name of the file").fill(warrant.fileName());
            page.getByRole(AriaRole.BUTTON, named("Continue")).click();
            page.getByLabel("File", new Page.GetByLabelOptions().setExact(true)).setInputFiles(payload(warrant));
            page.getByRole(AriaRole.BUTTON, named("Send")).click();

            page.waitForURL(Pattern.compile(".*/papers/p-.*"));
            // The page loads itself again until the paper is through.
            assertThat(page.locator("[data-cb-paper]"))
                    .hasAttribute("data-cb-state", "Recorded, 1 of 1 received", patiently());
        }
    }

    @Test
    void shouldTellTheClerkWhatMustBePutRight() {
        GeneratedPaper warrant =
                generator.withMistake("remand-warrant", Mistake.MISSING_DATE_OF_BIRTH, Layout.TABLE, Medium.PDF);
        try (BrowserContext context = browser.newContext()) {
            Page page = signedIn(context, "clerk.bexley");
            page.navigate(portal + "/papers/send");
            page.getByLabel("Files").setInputFiles(payload(warrant));
            page.getByRole(AriaRole.BUTTON, named("Send")).click();
            page.waitForURL(Pattern.compile(".*/papers\\?court=B01BH00"));
            page.getByRole(AriaRole.LINK, named(warrant.fileName())).first().click();

            assertThat(page.locator("[data-cb-paper]")).hasAttribute("data-cb-state", "Needs a person", patiently());
            assertThat(page.locator(".cb-finding").first()).containsText("The paper has no “Date of birth”");
        }
    }

    @Test
    void shouldHideAPaperFromTheClerkOfAnotherCourt() {
        GeneratedPaper register = generator.next("prison-court-register", Layout.LETTER, Medium.PDF);
        try (BrowserContext context = browser.newContext()) {
            Page page = signedIn(context, "clerk.bexley");
            page.navigate(portal + "/papers/send");
            page.getByLabel("Files").setInputFiles(payload(register));
            page.getByRole(AriaRole.BUTTON, named("Send")).click();
            page.waitForURL(Pattern.compile(".*/papers\\?court=B01BH00"));
            page.getByRole(AriaRole.LINK, named(register.fileName())).first().click();
            page.waitForURL(Pattern.compile(".*/papers/p-.*"));
            String paper = page.url();
            page.getByRole(AriaRole.BUTTON, named("Sign out")).click();
            page.waitForURL(portal + "/");

            signIn(page, "clerk.lavender-hill");
            Response answer = page.navigate(paper);

            assertThat(answer.status()).isEqualTo(404);
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("Page not found");
            assertThat(page.request().get(paper + "/document").status()).isEqualTo(404);
            assertThat(page.request().get(paper + "/pages/1").status()).isEqualTo(404);
        }
    }

    private Page signedIn(BrowserContext context, String name) {
        Page page = context.newPage();
        page.setDefaultTimeout(20_000);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        signIn(page, name);
        return page;
    }

    private void signIn(Page page, String name) {
        page.navigate(portal + "/");
        page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
        page.getByRole(AriaRole.BUTTON, named(name)).click();
        page.waitForURL(portal + "/papers");
    }

    private static void row(Page page, String fileName, String text) {
        Locator row = page.locator("tr")
                .filter(new Locator.FilterOptions().setHasText(fileName))
                .last();
        assertThat(row).containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
    }

    private static LocatorAssertions.HasAttributeOptions patiently() {
        return new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE);
    }

    private static FilePayload payload(GeneratedPaper paper) {
        return new FilePayload(paper.fileName(), paper.mediaType(), paper.bytes());
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
