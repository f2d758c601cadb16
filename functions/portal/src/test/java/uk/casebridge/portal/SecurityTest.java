package uk.casebridge.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.Evidence;

/** What people try who should not. */
class SecurityTest {

    private static final String HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(2)>.pdf";

    private final World world = new World();

    // Who may see what

    @ParameterizedTest
    @ValueSource(strings = {"/papers", "/papers/send", "/papers/p-01ARZ3NDEKTSV4RRFFQ69G5FAV"})
    void shouldSendWhoeverIsNotSignedInToTheSignIn(String path) {
        Answer answer = world.get(path);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.headers().get("location")).isEqualTo("/sign-in?next=" + path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/document", "/pages/1", "/upload"})
    void shouldShowNothingOfAnotherCourtsPaper(String part) {
        Paper paper = world.recorded("register.pdf", World.OTHER, World.register(), List.of(), List.of());
        world.store.evidence().put(paper.id(), Evidence.picture(1), new byte[] {1}, "image/png");

        Answer answer = world.get(world.clerk(), "/papers/" + paper.id() + part);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().text())
                .isEqualTo(world.get(world.clerk(), "/papers/p-01ARZ3NDEKTSV4RRFFQ69G5FAV" + part)
                        .body()
                        .text());
    }

    @Test
    void shouldNotListAnotherCourtsPapers() {
        world.stored("register.pdf", World.OTHER);

        assertThat(world.get(world.clerk(), "/papers?court=" + World.OTHER).status())
                .isEqualTo(404);
        assertThat(world.get(world.clerk(), "/papers").body().text()).doesNotContain("register.pdf");
    }

    @Test
    void shouldNotTakeAPaperForAnotherCourt() {
        Answer answer = world.post(
                world.clerk(), "/papers/send", Map.of("court", World.OTHER.value(), "fileName", "register.pdf"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(world.store
                        .papers()
                        .ofCourt(World.OTHER, Optional.empty(), 10)
                        .items())
                .isEmpty();
    }

    @Test
    void shouldNoteWhoOpenedTheDocumentBeforeGivingTheLink() {
        Paper paper = world.recorded("register.pdf");

        Answer answer = world.get(world.clerk(), "/papers/" + paper.id() + "/document");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.headers().get("location"))
                .startsWith("https://originals.invalid/papers/" + paper.id() + "?versionId=1")
                .endsWith("expires=" + world.clock.instant().plusSeconds(60));
        AuditEntry last = world.store.audit().of(paper.id()).getLast();
        assertThat(last.who()).isEqualTo("clerk.bexley");
        assertThat(last.what()).isEqualTo("opened");
    }

    // Forms

    @ParameterizedTest
    @ValueSource(strings = {"/papers/send", "/papers/send/form", "/sign-out"})
    void shouldTakeNoFormOfAnotherSession(String path) {
        Answer answer = world.post(world.clerk(), path, Map.of("csrf", "another-token", "fileName", "register.pdf"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.cookies()).noneMatch(cookie -> cookie.contains("Max-Age=0"));
        assertThat(world.store
                        .papers()
                        .ofCourt(World.BEXLEY, Optional.empty(), 10)
                        .items())
                .isEmpty();
    }

    @Test
    void shouldTakeNoFormWithoutAToken() {
        Answer answer = world.ask(
                "POST", "/papers/send", Optional.of(world.cookieOf(world.clerk())), Map.of("fileName", "register.pdf"));

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void shouldNotSignOutByALink() {
        assertThat(world.get(world.clerk(), "/sign-out").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "OPTIONS", "TRACE"})
    void shouldTakeNoOtherMethod(String method) {
        assertThat(world.ask(method, "/papers", Optional.of(world.cookieOf(world.clerk())), Map.of())
                        .status())
                .isEqualTo(404);
    }

    // Sessions

    @Property(tries = 60)
    void shouldNotOpenASessionThatWasChanged(@ForAll int where) {
        World fresh = new World();
        String cookie = fresh.cookieOf(fresh.clerk());
        int value = cookie.indexOf('=') + 1;
        int at = value + Math.floorMod(where, cookie.length() - value);
        // The last letter of base 64 may hold bits that mean nothing, so a whole step of the alphabet is taken.
        char other = cookie.charAt(at) == 'A' ? 'Q' : 'A';
        String changed = cookie.substring(0, at) + other + cookie.substring(at + 1);

        assertThat(fresh.ask("GET", "/papers", Optional.of(changed), Map.of()).status())
                .isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAA", "not base 64 !", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void shouldNotOpenWhatIsNoSession(String value) {
        assertThat(world.ask("GET", "/papers", Optional.of("__Host-casebridge-session=" + value), Map.of())
                        .status())
                .isEqualTo(303);
    }

    @Test
    void shouldNotTakeABegunSignInForASession() {
        String attempt = World.cookieValue(world.get("/sign-in").cookies().getFirst());

        assertThat(world.ask(
                                "GET",
                                "/papers",
                                Optional.of(attempt.replace("casebridge-sign-in", "casebridge-session")),
                                Map.of())
                        .status())
                .isEqualTo(303);
    }

    @Test
    void shouldEndASessionThatIsNotUsed() {
        String cookie = world.cookieOf(world.clerk());
        world.clock.forward(Sessions.UNUSED);

        assertThat(world.ask("GET", "/papers", Optional.of(cookie), Map.of()).status())
                .isEqualTo(303);
    }

    @Test
    void shouldKeepASessionThatIsUsedButNoLongerThanEightHours() {
        String cookie = world.cookieOf(world.clerk());
        Duration used = Duration.ZERO;
        while (true) {
            world.clock.forward(Duration.ofMinutes(30));
            used = used.plusMinutes(30);
            Answer answer = world.ask("GET", "/papers", Optional.of(cookie), Map.of());
            if (answer.status() != 200) {
                break;
            }
            cookie = answer.cookies().stream()
                    .findFirst()
                    .map(World::cookieValue)
                    .orElse(cookie);
        }

        assertThat(used).isEqualTo(Sessions.LONGEST);
    }

    @Test
    void shouldKeepCookiesFromScriptsAndFromPlainConnections() {
        assertThat(world.get("/sign-in").cookies())
                .singleElement()
                .asString()
                .startsWith("__Host-casebridge-sign-in=")
                .endsWith("; Path=/; Max-Age=900; HttpOnly; SameSite=Lax; Secure");
    }

    @Test
    void shouldLeaveOutSecureWhereThereIsNoHttps() {
        World local = new World(URI.create("http://127.0.0.1:8080"), Optional.empty());

        assertThat(local.get("/sign-in").cookies())
                .singleElement()
                .asString()
                .startsWith("casebridge-sign-in=")
                .doesNotContain("Secure");
    }

    // Signing in

    @Test
    void shouldSignAClerkInAndGoToThePageWanted() {
        Answer answer = signIn("/sign-in?next=/papers/send", "good", true);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.headers().get("location")).isEqualTo("/papers/send");
        String session = World.cookieValue(answer.cookies().stream()
                .filter(cookie -> cookie.startsWith("__Host-casebridge-session="))
                .findFirst()
                .orElseThrow());
        assertThat(world.ask("GET", "/papers", Optional.of(session), Map.of()).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example",
                "/papers//evil.example",
                "/papers/../../evil",
                "javascript:alert(1)",
                "/papers%0d%0aset-cookie:%20a=b",
                "/papers?next=//evil.example",
                "papers"
            })
    void shouldNotLeadFromTheSignInToAnywhereElse(String next) {
        Answer answer = signIn("/sign-in?next=" + next, "good", true);

        assertThat(answer.headers().get("location")).isEqualTo("/papers");
    }

    @Test
    void shouldNotSignInWithAnotherState() {
        assertThat(signIn("/sign-in", "good", false).status()).isEqualTo(400);
    }

    @Test
    void shouldNotSignInWithoutHavingBegun() {
        Answer answer = world.get("/signed-in?code=good&state=whatever");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.cookies()).noneMatch(cookie -> cookie.contains("casebridge-session"));
    }

    @Test
    void shouldNotSignInWithABadCode() {
        assertThat(signIn("/sign-in", "bad", true).status()).isEqualTo(400);
    }

    @Test
    void shouldNotSignInWhoeverTookTooLong() {
        Answer begun = world.get("/sign-in");
        world.clock.forward(Sessions.SIGNING_IN);

        assertThat(comeBack(begun, "good", true).status()).isEqualTo(400);
    }

    @Test
    void shouldGiveNoSessionToWhoeverHasNoCourt() {
        world.provider.next = new Identity("clerk.new", List.of("clerk"));

        Answer answer = signIn("/sign-in", "good", true);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.cookies()).noneMatch(cookie -> cookie.contains("casebridge-session"));
    }

    @Test
    void shouldEndTheSessionHereAndAtTheProvider() {
        Answer answer = world.post(world.clerk(), "/sign-out", Map.of());

        assertThat(answer.headers().get("location")).startsWith("https://sign-in.example/logout");
        assertThat(answer.cookies())
                .singleElement()
                .asString()
                .startsWith("__Host-casebridge-session=; Path=/; Max-Age=0");
    }

    // What comes from outside

    @Test
    void shouldPrintHostileFileNamesAndValuesAsText() {
        Fields fields = World.register()
                .with(World.read("defendant.name", "<script>alert(3)</script>", 0.9, 1))
                .with(World.read("offences[1].title", "' onmouseover='alert(4)", 0.9, 1));
        Paper paper = world.recorded(
                HOSTILE,
                World.BEXLEY,
                "prison-court-register",
                fields,
                List.of(),
                List.of("<b>Restriction</b>"),
                List.of(Recipient.PRISON));

        String list = world.get(world.clerk(), "/papers").body().text();
        String page = world.get(world.clerk(), "/papers/" + paper.id()).body().text();
        String upload = world.get(
                        world.clerk(), "/papers/" + world.awaited(HOSTILE).id() + "/upload")
                .body()
                .text();

        assertThat(List.of(list, page, upload))
                .allSatisfy(html -> assertThat(html)
                        .doesNotContain("<script>alert")
                        .doesNotContain("<img src=x")
                        .doesNotContain("<b>Restriction")
                        .contains("&lt;script"));
    }

    @Test
    void shouldPutBackHostileInputAsTextInTheForm() {
        Answer answer = world.post(world.clerk(), "/papers/send", Map.of("fileName", "\"><script>alert(1)</script>"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().text()).doesNotContain("<script>alert").contains("&lt;script>");
    }

    @Test
    void shouldTakeFoldersAndLineBreaksOutOfFileNames() {
        world.post(
                world.clerk(),
                "/papers/send",
                Map.of("fileName", "..\\..\\etc/passwd\r\nContent-Disposition: x\u202Efdp.pdf"));

        assertThat(world.store
                        .papers()
                        .ofCourt(World.BEXLEY, Optional.empty(), 10)
                        .items())
                .singleElement()
                .satisfies(paper -> assertThat(paper.fileName()).isEqualTo("passwdContent-Disposition: xfdp.pdf"));
    }

    @Test
    void shouldRefuseALineBreakInAnyHeader() {
        assertThatThrownBy(() -> Answer.seeOther("/papers\r\nset-cookie: a=b"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/../uk/casebridge/portal/Portal.class",
                "/assets/%2e%2e/portal-assets.properties",
                "/assets/",
                "/assets/govuk.css"
            })
    void shouldGiveOutNothingButItsOwnAssets(String path) {
        assertThat(world.get(path).status()).isEqualTo(404);
    }

    // Headers

    @Test
    void shouldAllowNothingInlineAndNothingForeign() {
        String policy = world.get("/").headers().get("content-security-policy");

        assertThat(policy)
                .isEqualTo(
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                                + " form-action 'self' https://sign-in.example; base-uri 'none'; frame-ancestors 'none'");
    }

    @Test
    void shouldLetOnlyTheSendingPagesReachTheStore() {
        Paper paper = world.awaited("register.pdf");

        assertThat(world.get(world.clerk(), "/papers/send").headers().get("content-security-policy"))
                .contains("connect-src 'self' https://incoming.invalid;");
        assertThat(world.get(world.clerk(), "/papers/" + paper.id() + "/upload")
                        .headers()
                        .get("content-security-policy"))
                .contains("form-action 'self' https://incoming.invalid https://sign-in.example;");
        assertThat(world.get(world.clerk(), "/papers").headers().get("content-security-policy"))
                .doesNotContain("incoming.invalid");
    }

    @Test
    void shouldHaveNoStyleOrScriptInAnyPage() {
        Paper paper = world.recorded("register.pdf");

        assertThat(List.of("/papers", "/papers/send", "/papers/" + paper.id(), "/nothing"))
                .allSatisfy(
                        path -> assertThat(world.get(world.clerk(), path).body().text())
                                .doesNotContain("<style")
                                .doesNotContainPattern("<[^>]*\\sstyle=")
                                .doesNotContainPattern("<[^>]*\\son[a-z]+=")
                                .doesNotContainPattern("<script(?![^>]*src=)"));
    }

    @Test
    void shouldLetNobodyKeepPagesAndEveryoneKeepAssets() {
        assertThat(world.get(world.clerk(), "/papers").headers().get("cache-control"))
                .isEqualTo("no-store");
        assertThat(world.get(Assets.fromClasses().paths().of("govuk.css"))
                        .headers()
                        .get("cache-control"))
                .isEqualTo("public, max-age=31536000, immutable");
    }

    @Test
    void shouldAskForHttpsFromThenOn() {
        assertThat(world.get("/").headers().get("strict-transport-security")).isNotBlank();
    }

    @Test
    void shouldShowAPageEvenWhileTheProviderIsAway() {
        world.provider.away = true;

        assertThat(world.get("/").status()).isEqualTo(200);
    }

    private Answer signIn(String path, String code, boolean sameState) {
        return comeBack(world.get(path), code, sameState);
    }

    private Answer comeBack(Answer begun, String code, boolean sameState) {
        String state = begun.headers().getOrDefault("location", "").replaceAll(".*state=", "");
        return world.ask(
                "GET",
                "/signed-in?code=" + code + "&state=" + (sameState ? state : state + "x"),
                Optional.of(World.cookieValue(begun.cookies().getFirst())),
                Map.of());
    }
}
