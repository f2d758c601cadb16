package uk.casebridge.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.paper.PaperState;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.domain.standing.CourtCode;
import uk.casebridge.portal.page.AssetPaths;
import uk.casebridge.portal.page.Frame;
import uk.casebridge.portal.page.LondonTime;
import uk.casebridge.portal.page.MessagePage;
import uk.casebridge.portal.page.PaperPage;
import uk.casebridge.portal.page.SendPage;
import uk.casebridge.portal.page.TakeBackPage;
import uk.casebridge.portal.page.UploadPage;
import uk.casebridge.store.Originals.UploadForm;

/**
 * The clerk's pages: tells requests apart, checks who asks and answers. Whoever is not signed in sees the start page,
 * the sign-in and the style sheets; everything else asks for a session, and every form for the session's token.
 */
final class Portal {

    static final String CALLBACK = "/signed-in";

    private static final Logger LOG = LoggerFactory.getLogger(Portal.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Pages of ours that a sign-in may lead to: no other host, no scheme, nothing that a browser reads as one. */
    private static final Pattern NEXT = Pattern.compile("/(papers|who|desk)(/[A-Za-z0-9-]+)*");

    /** An answer of the function may hold 6 MB, a third of which goes to writing bytes as letters. */
    private static final int LARGEST_PICTURE = 4_400_000;

    private final CourtPapers papers;
    private final WhoPages who;
    private final DeskPages desk;
    private final Sending sending;
    private final TakeBacks takeBacks;
    private final Sessions sessions;
    private final IdentityProvider provider;
    private final URI home;
    private final Assets assets = Assets.fromClasses();
    private final AssetPaths paths = assets.paths();
    private final SecureRandom chance = new SecureRandom();

    /** @param home the portal's own address */
    Portal(
            CourtPapers papers,
            WhoPages who,
            DeskPages desk,
            Sending sending,
            TakeBacks takeBacks,
            Sessions sessions,
            IdentityProvider provider,
            URI home) {
        this.papers = papers;
        this.who = who;
        this.desk = desk;
        this.sending = sending;
        this.takeBacks = takeBacks;
        this.sessions = sessions;
        this.provider = provider;
        this.home = home;
    }

    Answer answer(Request request) {
        Optional<Session> session = Optional.empty();
        Answer answer;
        try {
            session = sessions.of(request);
            answer = routed(request, session);
        } catch (RuntimeException e) {
            String reference = reference();
            LOG.error("Request failed, reference {}", reference, e);
            answer = message(500, session, MessagePage.problem(reference));
        }
        return secured(request.method().equals("HEAD") ? answer.withoutBody() : answer);
    }

    private Answer routed(Request request, Optional<Session> session) {
        List<String> steps = request.steps();
        if (!request.isRead() && !request.isPost()) {
            return message(404, session, MessagePage.notFound()).withHeader("allow", "GET, HEAD, POST");
        }
        String first = steps.isEmpty() ? "" : steps.getFirst();
        return switch (first) {
            case "" -> session.isPresent() ? Answer.seeOther("/papers") : start();
            case "assets" ->
                steps.size() == 2 ? assets.answer(steps.get(1)).orElseGet(() -> notFound(session)) : notFound(session);
            case "sign-in" -> beginSignIn(request);
            case "signed-in" -> finishSignIn(request, session);
            case "signed-out" -> message(200, Optional.empty(), MessagePage.signedOut());
            case "sign-out" -> request.isPost() ? withForm(request, session, this::signOut) : notFound(session);
            case "papers" -> session.map(clerk -> papers(request, clerk, steps)).orElseGet(() -> toSignIn(request));
            case "desk" -> session.map(clerk -> desk(request, clerk)).orElseGet(() -> toSignIn(request));
            case "who" -> session.map(clerk -> who(request, clerk)).orElseGet(() -> toSignIn(request));
            default -> notFound(session);
        };
    }

    private static Answer toSignIn(Request request) {
        return Answer.seeOther("/sign-in" + (isPage(request) ? "?next=" + request.path() : ""));
    }

    private static boolean isPage(Request request) {
        return request.isRead() && NEXT.matcher(request.path()).matches();
    }

    private Answer start() {
        return Answer.html(200, Templates.start(frame("Send court papers", Optional.empty(), Frame.Place.ELSEWHERE)));
    }

    // Signing in and out

    private Answer beginSignIn(Request request) {
        SignInAttempt attempt = sessions.attempt(request.query("next")
                .filter(next -> NEXT.matcher(next).matches())
                .orElse("/papers"));
        return Answer.seeOther(provider.signInPage(attempt).toString()).withCookie(sessions.cookie(attempt));
    }

    private Answer finishSignIn(Request request, Optional<Session> session) {
        if (!request.path().equals(CALLBACK) || !request.isRead()) {
            return notFound(session);
        }
        Optional<SignInAttempt> attempt = sessions.attempt(request);
        Optional<String> code = request.query("code");
        boolean ours = attempt.isPresent()
                && request.query("state")
                        .filter(state -> same(state, attempt.get().state()))
                        .isPresent();
        if (!ours || code.isEmpty()) {
            return signInFailed("no matching sign-in was begun here, or the provider refused", Optional.empty());
        }
        try {
            Identity identity = provider.redeem(code.get(), attempt.get());
            return signedIn(identity, attempt.get().next()).withCookie(sessions.endAttempt());
        } catch (SignInFailedException e) {
            return signInFailed("the provider's answer does not hold", Optional.of(e));
        }
    }

    private Answer signedIn(Identity identity, String next) {
        if (!identity.isClerk() && !identity.isReviewer()) {
            return message(403, Optional.empty(), MessagePage.noRole(identity.user()));
        }
        if (identity.courts().isEmpty()) {
            return message(403, Optional.empty(), MessagePage.noCourt(identity.user()));
        }
        return Answer.seeOther(next)
                .withCookie(sessions.cookie(sessions.begin(identity.user(), identity.courts(), identity.isReviewer())));
    }

    private Answer signInFailed(String why, Optional<SignInFailedException> cause) {
        String reference = reference();
        cause.ifPresentOrElse(
                e -> LOG.warn("Sign-in failed, reference {}: {}", reference, why, e),
                () -> LOG.warn("Sign-in failed, reference {}: {}", reference, why));
        return message(400, Optional.empty(), MessagePage.signInFailed(reference))
                .withCookie(sessions.endAttempt());
    }

    private Answer signOut(Request request, Session session) {
        return Answer.seeOther(provider.signOutPage(home.resolve("/"))
                        .map(URI::toString)
                        .orElse("/signed-out"))
                .withCookie(sessions.end());
    }

    // Who is this?

    private Answer who(Request request, Session session) {
        Optional<Session> clerk = Optional.of(session);
        Answer answer = request.isPost()
                ? withForm(request, clerk, (form, of) -> who.answer(form, of).orElseGet(() -> notFound(clerk)))
                : who.page(request, session, title -> frame(title, clerk, Frame.Place.ELSEWHERE))
                        .orElseGet(() -> notFound(clerk));
        return sessions.renewed(session).map(answer::withCookie).orElse(answer);
    }

    private Answer desk(Request request, Session session) {
        Optional<Session> clerk = Optional.of(session);
        Function<String, Frame> frames = title -> frame(title, clerk, Frame.Place.DESK);
        Answer answer = request.isPost()
                ? withForm(
                        request,
                        clerk,
                        (form, of) -> desk.answer(form, of, frames).orElseGet(() -> notFound(clerk)))
                : desk.page(request, session, frames).orElseGet(() -> notFound(clerk));
        return sessions.renewed(session).map(answer::withCookie).orElse(answer);
    }

    // Papers

    private Answer papers(Request request, Session session, List<String> steps) {
        Answer answer = switch (steps.size()) {
            case 1 -> request.isRead() ? list(request, session) : notFound(Optional.of(session));
            case 2 ->
                steps.get(1).equals("send")
                        ? request.isPost()
                                ? withForm(request, Optional.of(session), this::send)
                                : sendPage(request, session)
                        : paper(request, session, steps);
            default ->
                steps.get(1).equals("send") && steps.get(2).equals("form") && request.isPost()
                        ? withForm(request, Optional.of(session), this::form)
                        : paper(request, session, steps);
        };
        return sessions.renewed(session).map(answer::withCookie).orElse(answer);
    }

    private Answer list(Request request, Session session) {
        Optional<Session> clerk = Optional.of(session);
        return papers.chosen(session, request.query("court"))
                .map(court -> Answer.html(
                        200,
                        Templates.papers(
                                frame("Papers", clerk, Frame.Place.PAPERS),
                                papers.list(
                                        session,
                                        court,
                                        request.query("show")
                                                .filter("attention"::equals)
                                                .isPresent(),
                                        request.query("cursor")))))
                .orElseGet(() -> notFound(clerk));
    }

    private Answer sendPage(Request request, Session session) {
        return sendPage(
                200,
                session,
                request.query("court"),
                false,
                "",
                papers.replaced(session, request.query("replaces").orElse(""), ""),
                Optional.empty());
    }

    private Answer sendPage(
            int status,
            Session session,
            Optional<String> court,
            boolean urgent,
            String fileName,
            SendPage.Replaced replaced,
            Optional<SendPage.Mistake> mistake) {
        Frame frame =
                frame((mistake.isPresent() ? "Error: " : "") + "Send papers", Optional.of(session), Frame.Place.SEND);
        Optional<String> chosen = session.courts().size() == 1
                ? Optional.of(session.courts().getFirst().value())
                : court;
        SendPage page =
                new SendPage(papers.courts(session), chosen, urgent, fileName, replaced, Sending.LIMITS, mistake);
        return Answer.html(status, Templates.send(frame, page))
                .withHeader(
                        "content-security-policy",
                        ContentPolicy.connectionsTo(sending.storeOrigin()).text(signOutOrigins()));
    }

    /** What a form to send papers must hold to go on. */
    private record Wanted(CourtCode court, boolean urgent, String fileName, Optional<PaperId> replaces) {}

    private sealed interface Checked {
        record Good(Wanted wanted) implements Checked {}

        record Wrong(SendPage.Mistake mistake) implements Checked {}
    }

    private Checked check(Request request, Session session) {
        Optional<CourtCode> court =
                request.form("court").isEmpty() && session.courts().size() > 1
                        ? Optional.empty()
                        : papers.chosen(session, request.form("court"));
        if (court.isEmpty()) {
            return new Checked.Wrong(new SendPage.Mistake("court", "Select the court house that sends the paper"));
        }
        String fileName = FileNames.clean(request.form("fileName").orElse(""));
        if (fileName.isEmpty()) {
            return new Checked.Wrong(new SendPage.Mistake("fileName", "Enter the name of the file"));
        }
        if (!FileNames.isAccepted(fileName)) {
            return new Checked.Wrong(new SendPage.Mistake(
                    "fileName", "The name of the file must end the way its kind of file does, such as .pdf or .docx"));
        }
        Optional<String> named = request.form("replacesReference")
                .filter(text -> !text.isBlank())
                .or(() -> request.form("replaces").filter(text -> !text.isBlank()))
                .map(String::strip);
        Optional<PaperId> replaces = named.flatMap(id -> papers.find(session, id))
                .filter(paper -> paper.court().house().equals(court.get().house()))
                .map(Paper::id);
        if (named.isPresent() && replaces.isEmpty()) {
            return new Checked.Wrong(
                    new SendPage.Mistake("replacesReference", "There is no paper of this court with that reference"));
        }
        return new Checked.Good(new Wanted(court.get(), request.form("urgent").isPresent(), fileName, replaces));
    }

    /** Without scripts: notes the paper, then shows the store's own form for it. */
    private Answer send(Request request, Session session) {
        return switch (check(request, session)) {
            case Checked.Good(Wanted wanted) -> {
                Paper paper = sending.await(session, wanted.court(), wanted.fileName(), wanted.replaces());
                yield Answer.seeOther(
                        CourtPapers.href(paper.id()) + "/upload" + (wanted.urgent() ? "?urgent=yes" : ""));
            }
            case Checked.Wrong(SendPage.Mistake mistake) ->
                sendPage(
                        422,
                        session,
                        request.form("court"),
                        request.form("urgent").isPresent(),
                        request.form("fileName").orElse(""),
                        papers.replaced(
                                session,
                                request.form("replaces").orElse(""),
                                request.form("replacesReference").orElse("")),
                        Optional.of(mistake));
        };
    }

    /** With scripts: notes the paper and gives the form to the script, bound to the bytes. */
    private Answer form(Request request, Session session) {
        return switch (check(request, session)) {
            case Checked.Good(Wanted wanted) -> {
                Optional<Sha256> sha256 = request.form("sha256").flatMap(Portal::sha256);
                Paper paper = sending.await(session, wanted.court(), wanted.fileName(), wanted.replaces());
                UploadForm form = sending.form(paper.id(), paper.fileName(), wanted.urgent(), sha256);
                Map<String, Object> answer = new LinkedHashMap<>();
                answer.put("paper", CourtPapers.href(paper.id()));
                answer.put("action", form.action().toString());
                answer.put("fields", form.fields());
                yield json(201, answer);
            }
            case Checked.Wrong(SendPage.Mistake mistake) -> json(422, Map.of("error", mistake.sentence()));
        };
    }

    private static Optional<Sha256> sha256(String hex) {
        try {
            return Optional.of(new Sha256(hex));
        } catch (IllegalArgumentException e) {
            // A browser that could not compute it sends something else; the gate hashes the bytes anyway.
            return Optional.empty();
        }
    }

    private Answer paper(Request request, Session session, List<String> steps) {
        Optional<Session> clerk = Optional.of(session);
        Optional<Paper> found = papers.find(session, steps.get(1));
        boolean takesBack = steps.size() == 3 && steps.get(2).equals("take-back");
        if (found.isEmpty() || !(request.isRead() || takesBack)) {
            return notFound(clerk);
        }
        Paper paper = found.get();
        if (takesBack) {
            return request.isPost()
                    ? withForm(request, clerk, (form, who) -> takeBack(form, who, paper))
                    : takeBackPage(200, session, takeBacks.form(paper));
        }
        if (steps.size() == 2) {
            PaperPage page = papers.page(
                    paper, request.query("refresh").filter("off"::equals).isEmpty());
            Frame frame = new Frame(
                    page.fileName(), paths, Optional.of(clerkOf(session)), Frame.Place.PAPERS, page.refreshing());
            return Answer.html(200, Templates.paper(frame, page));
        }
        return switch (steps.get(2) + "/" + steps.size()) {
            case "upload/3" -> upload(request, session, paper);
            case "document/3" ->
                papers.document(session, paper)
                        .map(link -> Answer.seeOther(link.toString()))
                        .orElseGet(() -> notFound(clerk));
            case "breach-report/3" -> takeBacks.breachReport(paper);
            case "pages/4" -> picture(session, paper, steps.get(3));
            default -> notFound(clerk);
        };
    }

    private Answer takeBack(Request request, Session session, Paper paper) {
        return switch (takeBacks.answer(request, session, paper)) {
            case TakeBacks.Step.Done done -> Answer.seeOther(CourtPapers.href(paper.id()));
            case TakeBacks.Step.Show(TakeBackPage page) ->
                takeBackPage(page.wrong().isPresent() ? 422 : 200, session, page);
        };
    }

    private Answer takeBackPage(int status, Session session, TakeBackPage page) {
        return Answer.html(
                status, Templates.takeBack(frame(page.title(), Optional.of(session), Frame.Place.PAPERS), page));
    }

    private Answer upload(Request request, Session session, Paper paper) {
        if (paper.state() != PaperState.AWAITED) {
            return Answer.seeOther(CourtPapers.href(paper.id()));
        }
        boolean urgent = request.query("urgent").isPresent();
        UploadForm form = sending.plainForm(paper.id(), paper.fileName(), urgent);
        UploadPage page = new UploadPage(
                paper.fileName(),
                papers.court(paper.court().house()).name(),
                urgent,
                form.action().toString(),
                form.fields(),
                LondonTime.dateAndTime(sending.formHoldsUntil()),
                Sending.LIMITS,
                CourtPapers.href(paper.id()));
        return Answer.html(
                        200, Templates.upload(frame("Choose the file", Optional.of(session), Frame.Place.SEND), page))
                .withHeader(
                        "content-security-policy",
                        ContentPolicy.formsTo(Sending.origin(form.action())).text(signOutOrigins()));
    }

    private Answer picture(Session session, Paper paper, String number) {
        if (!number.matches("[1-9][0-9]{0,4}")) {
            return notFound(Optional.of(session));
        }
        return papers.picture(paper, Integer.parseInt(number))
                .map(png -> png.length > LARGEST_PICTURE
                        ? Answer.seeOther(CourtPapers.href(paper.id()) + "/document")
                        : Answer.of(png, "image/png", true))
                .orElseGet(() -> notFound(Optional.of(session)));
    }

    // What all pages share

    private interface FormAnswer {
        Answer of(Request request, Session session);
    }

    /** Only a form of this very session is taken. */
    private Answer withForm(Request request, Optional<Session> session, FormAnswer then) {
        return session.filter(clerk -> request.form("csrf")
                        .filter(token -> same(token, clerk.csrf()))
                        .isPresent())
                .map(clerk -> then.of(request, clerk))
                .orElseGet(() -> message(403, session, MessagePage.staleForm()));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private Answer notFound(Optional<Session> session) {
        return message(404, session, MessagePage.notFound());
    }

    private Answer message(int status, Optional<Session> session, MessagePage page) {
        return Answer.html(status, Templates.message(frame(page.heading(), session, Frame.Place.ELSEWHERE), page));
    }

    private static Answer json(int status, Map<String, Object> value) {
        try {
            return Answer.json(status, JSON.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Text and maps of text can always be written", e);
        }
    }

    private Frame frame(String title, Optional<Session> session, Frame.Place place) {
        return new Frame(title, paths, session.map(Portal::clerkOf), place, false);
    }

    private static Frame.Clerk clerkOf(Session session) {
        return new Frame.Clerk(session.user(), session.csrf());
    }

    private List<String> signOutOrigins() {
        return provider.signOutPage(home).map(Sending::origin).stream().toList();
    }

    private String reference() {
        byte[] bytes = new byte[5];
        chance.nextBytes(bytes);
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    private Answer secured(Answer answer) {
        boolean page = answer.headers().getOrDefault("content-type", "").startsWith("text/html");
        Answer safe = answer.withDefault("cache-control", "no-store")
                .withHeader("x-content-type-options", "nosniff")
                .withHeader("referrer-policy", "same-origin")
                .withHeader("cross-origin-resource-policy", "same-origin")
                .withHeader("x-robots-tag", "noindex");
        if (page) {
            safe = safe.withHeader("cross-origin-opener-policy", "same-origin")
                    .withHeader("permissions-policy", "camera=(), geolocation=(), microphone=()")
                    .withDefault("content-security-policy", ContentPolicy.OURS.text(signOutOriginsIfKnown()));
        }
        return "https".equals(home.getScheme())
                ? safe.withHeader("strict-transport-security", "max-age=31536000; includeSubDomains")
                : safe;
    }

    /** An error page must come out even while the provider is away. */
    private List<String> signOutOriginsIfKnown() {
        try {
            return signOutOrigins();
        } catch (RuntimeException e) {
            LOG.warn("The identity provider's sign-out page is not known", e);
            return List.of();
        }
    }
}
