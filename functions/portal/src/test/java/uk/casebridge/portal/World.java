package uk.casebridge.portal;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.delivery.DeliveryState;
import uk.casebridge.domain.delivery.Receipt;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.field.PageBox;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Severity;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.domain.kind.Urgency;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperIds;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.domain.recipient.Place;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.record.RecordId;
import uk.casebridge.domain.record.RecordKey;
import uk.casebridge.domain.record.RecordVersion;
import uk.casebridge.domain.record.SourceTime;
import uk.casebridge.domain.standing.BuiltInStandingData;
import uk.casebridge.domain.standing.CourtCode;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.Evidence;
import uk.casebridge.store.Store;
import uk.casebridge.store.memory.MemoryStore;

/** A portal over a store in memory, with a clock that stands still until moved and papers in every state. */
final class World {

    static final CourtCode BEXLEY = new CourtCode("B01BH00");
    static final CourtCode OTHER = new CourtCode("B01LY00");
    static final Instant START = Instant.parse("2026-08-14T09:05:00Z");
    static final Place ISIS = new Place("ISI", "HMP/YOI Isis", true);
    static final Place WOOLWICH = new Place("C05WO00", "Crown Court at Woolwich", true);

    final Steps clock = new Steps(START);
    final MemoryStore store;
    final FakeProvider provider = new FakeProvider();
    final Seal seal = new Seal(() -> new SecretKeySpec(new byte[32], "AES"), new SecureRandom());
    final PaperIds ids;
    final Portal portal;
    final Sessions sessions;

    World() {
        this(URI.create("https://portal.example"), Optional.empty());
    }

    World(URI home, Optional<Store> over) {
        store = new MemoryStore(clock);
        ids = new PaperIds(clock, new Random(7));
        sessions = new Sessions(seal, home.getScheme().equals("https"), new SecureRandom(), clock);
        portal = portal(over.orElse(store), provider, home, new SecureRandom());
    }

    Portal portal(Store over, IdentityProvider identityProvider, URI home, SecureRandom chance) {
        CourtPapers papers = new CourtPapers(over, new BuiltInStandingData(), clock);
        return new Portal(
                papers,
                new WhoPages(over, papers, clock),
                new DeskPages(over, papers, new BuiltInStandingData(), new BigDecimal("1000.00"), clock),
                new Sending(over, ids, home, clock),
                new TakeBacks(over, clock),
                new Sessions(seal, home.getScheme().equals("https"), chance, clock),
                identityProvider,
                home);
    }

    // Asking

    Session clerk(CourtCode... courts) {
        return new Session(
                "clerk.bexley",
                courts.length == 0 ? List.of(BEXLEY) : Arrays.asList(courts),
                false,
                "the-token-of-this-session",
                clock.instant(),
                clock.instant().plus(Sessions.UNUSED));
    }

    Session reviewer(String user) {
        Session clerk = clerk();
        return new Session(user, clerk.courts(), true, clerk.csrf(), clerk.signedInAt(), clerk.expires());
    }

    String cookieOf(Session session) {
        return cookieValue(sessions.cookie(session));
    }

    /** {@code name=value} of a line that sets a cookie. */
    static String cookieValue(String line) {
        return line.substring(0, line.indexOf(';'));
    }

    Answer get(String path) {
        return ask("GET", path, Optional.empty(), Map.of());
    }

    Answer get(Session session, String path) {
        return ask("GET", path, Optional.of(cookieOf(session)), Map.of());
    }

    Answer post(Session session, String path, Map<String, String> form) {
        Map<String, String> fields = new LinkedHashMap<>(form);
        fields.putIfAbsent("csrf", session.csrf());
        return ask("POST", path, Optional.of(cookieOf(session)), fields);
    }

    Answer ask(String method, String path, Optional<String> cookies, Map<String, String> form) {
        return portal.answer(Request.of(event(
                method,
                path,
                cookies,
                form.isEmpty() ? Map.of() : Map.of("content-type", "application/x-www-form-urlencoded"),
                form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")))));
    }

    static APIGatewayV2HTTPEvent event(
            String method, String pathAndQuery, Optional<String> cookies, Map<String, String> headers, String body) {
        int mark = pathAndQuery.indexOf('?');
        return APIGatewayV2HTTPEvent.builder()
                .withVersion("2.0")
                .withRouteKey("$default")
                .withRawPath(mark < 0 ? pathAndQuery : pathAndQuery.substring(0, mark))
                .withRawQueryString(mark < 0 ? "" : pathAndQuery.substring(mark + 1))
                .withCookies(cookies.map(all -> Arrays.asList(all.split("; "))).orElse(List.of()))
                .withHeaders(headers)
                .withBody(body)
                .withIsBase64Encoded(false)
                .withRequestContext(APIGatewayV2HTTPEvent.RequestContext.builder()
                        .withHttp(APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                                .withMethod(method)
                                .withPath(pathAndQuery)
                                .build())
                        .build())
                .build();
    }

    // Papers

    Paper awaited(String fileName) {
        return awaited(fileName, BEXLEY);
    }

    Paper awaited(String fileName, CourtCode court) {
        Paper paper = Paper.awaited(ids.next(), fileName, court, "clerk.bexley", clock.instant());
        store.papers().await(paper, entry(paper, "awaited", "An upload form was given out."));
        clock.forward(Duration.ofSeconds(4));
        return paper;
    }

    Paper stored(String fileName) {
        return stored(fileName, BEXLEY);
    }

    Paper stored(String fileName, CourtCode court) {
        Paper awaited = awaited(fileName, court);
        Sha256 sha256 = Sha256.of((fileName + court).getBytes(StandardCharsets.UTF_8));
        Paper stored = awaited.stored(sha256, 231_400, "application/pdf", "1", clock.instant());
        store.papers().store(awaited, stored, entry(awaited, "stored", "Kept as an original."));
        clock.forward(Duration.ofSeconds(1));
        return stored;
    }

    Paper reading(String fileName) {
        return reading(fileName, BEXLEY);
    }

    private Paper reading(String fileName, CourtCode court) {
        Paper stored = stored(fileName, court);
        Paper reading = stored.reading(clock.instant());
        store.papers().move(stored, reading, entry(stored, "reading", "First attempt."));
        clock.forward(Duration.ofSeconds(2));
        return reading;
    }

    Paper inReview(String fileName) {
        Paper reading = reading(fileName);
        Paper review = reading.forReview(
                Optional.empty(), new Failure(FailureCode.UNCLASSIFIED, "Best guess 0.31"), 3, clock.instant());
        store.papers().move(reading, review, entry(reading, "review", FailureCode.UNCLASSIFIED.sentence()));
        return review;
    }

    /** A remand warrant without a date of birth. */
    Paper blocked(String fileName) {
        Paper reading = reading(fileName);
        store.evidence().put(reading.id(), Evidence.READING, """
                        {"kind":"remand-warrant","records":[{
                          "fields":[{"path":"defendant.name","value":"Alex SAMPLE","raw":"Alex SAMPLE","confidence":0.99,
                            "page":1,"box":{"x":1,"y":2,"width":30,"height":4}}],
                          "findings":[
                            {"code":"TEST-1","severity":"warning","fields":["defendant.name"],"what":"Something is unusual.",
                              "cause":"","howToCorrect":"Compare it.","howToAvoid":"","source":""},
                            {"code":"FIELD-MISSING","severity":"error","fields":["defendant.dateOfBirth"],
                              "what":"The paper has no date of birth.","cause":"It was left out.",
                              "howToCorrect":"Look at the paper.","howToAvoid":"Fill in every box.","source":""}],
                          "urgency":"custody","restrictions":["Reporting restriction: section 45"]}]}
                        """.getBytes(StandardCharsets.UTF_8), "application/json");
        Paper review = reading.forReview(
                Optional.of("remand-warrant"),
                new Failure(FailureCode.BLOCKED_BY_FINDING, "Record 1: FIELD-MISSING"),
                1,
                clock.instant());
        store.papers().move(reading, review, entry(reading, "review", FailureCode.BLOCKED_BY_FINDING.sentence()));
        return review;
    }

    Paper quarantined(String fileName) {
        Paper reading = reading(fileName);
        Paper quarantined = reading.quarantined(Failure.of(FailureCode.TOO_MANY_PAGES), clock.instant());
        store.papers().move(reading, quarantined, entry(reading, "quarantined", ""));
        return quarantined;
    }

    Paper duplicateOf(Paper first) {
        Paper awaited = awaited("copy of " + first.fileName());
        Paper duplicate = awaited.duplicateOf(first.id(), first.sha256().orElseThrow(), first.size(), clock.instant());
        store.papers().move(awaited, duplicate, entry(awaited, "duplicate", "The same bytes came before."));
        return duplicate;
    }

    /** A custodial register for the prison, one finding, a restriction, one delivery that is pending. */
    Paper recorded(String fileName) {
        return recorded(fileName, BEXLEY, register(), List.of(), List.of(Recipient.PRISON));
    }

    Paper recorded(
            String fileName, CourtCode court, Fields fields, List<Finding> findings, List<Recipient> recipients) {
        return recorded(fileName, court, "prison-court-register", fields, findings, List.of(), recipients);
    }

    Paper recorded(
            String fileName,
            CourtCode court,
            String kind,
            Fields fields,
            List<Finding> findings,
            List<String> restrictions,
            List<Recipient> recipients) {
        Paper reading = reading(fileName, court);
        RecordId id = store.records().idOf(RecordKey.of(KindCatalogue.get(kind), fields));
        int version = store.records().current(id).map(RecordVersion::version).orElse(0) + 1;
        RecordVersion record = new RecordVersion(
                id,
                version,
                kind,
                reading.id(),
                1,
                reading.sha256().orElseThrow(),
                court,
                fields,
                findings,
                Urgency.CUSTODY,
                restrictions,
                SourceTime.unknown(),
                List.of(),
                clock.instant());
        List<Delivery> deliveries = new ArrayList<>();
        for (Recipient recipient : recipients) {
            deliveries.add(Delivery.of(
                    id,
                    version,
                    reading.id(),
                    store.records().caseGroup("01AB1234526"),
                    recipient,
                    place(recipient),
                    Urgency.CUSTODY,
                    clock.instant()));
        }
        store.records()
                .write(
                        record,
                        deliveries,
                        List.of(),
                        entry(reading, "recorded", "Record 1 of 1, version " + version + "."));
        Paper recorded = reading.recorded(kind, 1, 3, clock.instant());
        store.papers().close(reading, recorded, entry(reading, "closed", "All records are written."));
        clock.forward(Duration.ofSeconds(1));
        return recorded;
    }

    private static Optional<Place> place(Recipient recipient) {
        return switch (recipient) {
            case PRISON -> Optional.of(ISIS);
            case CROWN_COURT -> Optional.of(WOOLWICH);
            default -> Optional.empty();
        };
    }

    void send(Paper paper) {
        for (Delivery delivery : store.deliveries().of(paper.id())) {
            if (delivery.state() == DeliveryState.PENDING) {
                store.deliveries()
                        .move(
                                delivery,
                                delivery.sent(Duration.ofMinutes(15), clock.instant()),
                                entry(
                                        paper,
                                        "sent",
                                        "To " + delivery.recipient().title() + "."));
            }
        }
        clock.forward(Duration.ofSeconds(3));
    }

    void receive(Paper paper, Recipient by) {
        for (Delivery delivery : store.deliveries().of(paper.id())) {
            if (delivery.recipient() == by && delivery.state() == DeliveryState.SENT) {
                Receipt receipt = new Receipt(
                        delivery.id(), Receipt.Answer.RECEIVED, Optional.empty(), Optional.empty(), clock.instant());
                store.deliveries()
                        .move(delivery, delivery.answered(receipt), entry(paper, "received", "By " + by.title() + "."));
            }
        }
        clock.forward(Duration.ofSeconds(5));
    }

    private AuditEntry entry(Paper paper, String what, String detail) {
        return new AuditEntry(
                clock.instant(),
                what.equals("awaited") ? "clerk.bexley" : what.equals("received") ? "prison" : "extract",
                what,
                paper.id(),
                Optional.empty(),
                detail);
    }

    static Fields register() {
        return Fields.of(
                read("court.name", "Bexley Magistrates' Court", 0.99, 1),
                read("generatedOn", "2026-08-14", 0.99, 1),
                read("defendant.name", "Alex SAMPLE", 0.99, 1),
                read("defendant.dateOfBirth", "1990-02-28", 0.98, 1),
                read("defendant.address", "1 Example Street\nBexleyheath\nDA6 7ZZ", 0.97, 1),
                read("defendant.custodyStatus", "In custody", 0.96, 1),
                read("cases[1].urn", "01AB1234526", 0.99, 1),
                read("cases[2].urn", "01AB7654326", 0.99, 1),
                read("hearing.date", "2026-08-14", 0.99, 1),
                read("offences[1].code", "TH68001", 0.99, 1),
                read("offences[1].title", "Theft from a shop", 0.99, 1),
                read("offences[1].convictionDate", "2026-07-31", 0.62, 2),
                read("offences[1].results[1].text", "Imprisonment 8 weeks", 0.95, 2),
                read("offences[1].results[2].text", "To pay a surcharge of £187", 0.95, 2),
                read("offences[2].code", "CJ88116", 0.99, 2),
                read("offences[2].title", "Common assault", 0.99, 2),
                Field.stated("court.code", "B01BH00"));
    }

    static Field read(String path, String value, double confidence, int page) {
        return Field.read(path, value, value, confidence, new PageBox(page, 72, 100, 200, 12));
    }

    static Finding warning() {
        return new Finding(
                "CB-F210",
                Severity.WARNING,
                List.of("offences[1].convictionDate"),
                "The conviction date 31 July 2026 lies before the offence was charged.",
                "Two dates were exchanged when the result was entered.",
                "Check the date against the court's register and send a corrected paper.",
                "Enter the date from the court's register, not from the charge sheet.",
                "Criminal Procedure Rules");
    }

    /** A clock that is moved by hand. */
    static final class Steps extends Clock {
        private Instant now;

        Steps(Instant now) {
            this.now = now;
        }

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** Signs everyone in whose code is {@code good}, as who was set. */
    static final class FakeProvider implements IdentityProvider {
        Identity next = new Identity("clerk.bexley", List.of("clerk", "court-B01BH00"));
        boolean away;

        @Override
        public URI signInPage(SignInAttempt attempt) {
            return URI.create("https://sign-in.example/authorize?state=" + attempt.state());
        }

        @Override
        public Identity redeem(String code, SignInAttempt attempt) throws SignInFailedException {
            if (!code.equals("good")) {
                throw new SignInFailedException("The code is not good");
            }
            return next;
        }

        @Override
        public Optional<URI> signOutPage(URI back) {
            if (away) {
                throw new IllegalStateException("The provider is away");
            }
            return Optional.of(URI.create("https://sign-in.example/logout?logout_uri=" + back));
        }
    }
}
