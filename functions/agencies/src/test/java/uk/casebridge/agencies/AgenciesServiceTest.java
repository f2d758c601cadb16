package uk.casebridge.agencies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.delivery.DeliveryState;
import uk.casebridge.domain.delivery.Notice;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.kind.Urgency;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.domain.recipient.Place;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.record.RecordId;
import uk.casebridge.domain.record.RecordVersion;
import uk.casebridge.domain.record.SourceTime;
import uk.casebridge.domain.record.TakenBack;
import uk.casebridge.domain.standing.CourtCode;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.MemoryMetrics;
import uk.casebridge.store.memory.MemoryStore;

final class AgenciesServiceTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final CourtCode COURT = new CourtCode("B01BH00");
    private static final Sha256 HASH = new Sha256("ab".repeat(32));
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final MemoryStore store = new MemoryStore(clock);
    private final AgenciesService service = new AgenciesService(
            store,
            Map.of("client-prison", Recipient.PRISON, "client-careers", Recipient.CAREERS),
            new MemoryMetrics(),
            clock);

    private final Delivery toPrison = delivery(1, Recipient.PRISON);
    private final Delivery toCareers = delivery(1, Recipient.CAREERS);

    @BeforeEach
    void writeACertificate() {
        write(1, "education-certificate", toPrison, toCareers);
    }

    @Test
    void shouldListAnAgencysOwnDeliveriesOnly() {
        sent(toPrison);
        sent(toCareers);

        JsonNode list = json(get("client-prison", "/api/agencies/deliveries"));

        assertThat(list.path("deliveries")).hasSize(1);
        assertThat(list.at("/deliveries/0/id").asText()).isEqualTo(toPrison.id().value());
        assertThat(list.at("/deliveries/0/state").asText()).isEqualTo("sent");
    }

    @Test
    void shouldListInPagesByCursor() {
        sent(toPrison);
        for (int number = 2; number <= 5; number++) {
            Delivery more = delivery(number, Recipient.PRISON);
            write(number, "education-certificate", more);
            sent(more);
        }

        List<String> seen = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Map<String, String> query =
                    cursor.map(next -> Map.of("limit", "2", "cursor", next)).orElse(Map.of("limit", "2"));
            JsonNode page = json(ask("client-prison", "GET", "/api/agencies/deliveries", query, ""));
            page.path("deliveries").forEach(one -> seen.add(one.path("id").asText()));
            cursor = Optional.ofNullable(page.get("next")).map(JsonNode::asText);
        } while (cursor.isPresent());

        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void shouldRefuseAListItDoesNotHave() {
        assertProblem(
                ask("client-prison", "GET", "/api/agencies/deliveries", Map.of("state", "pending"), ""),
                400,
                "bad-list");
        assertProblem(
                ask("client-prison", "GET", "/api/agencies/deliveries", Map.of("limit", "0"), ""), 400, "bad-list");
    }

    @Test
    void shouldAnswerAnothersDeliveryLikeAnUnknownOneAndNoteIt() {
        AgencyAnswer anothers = get("client-prison", "/api/agencies/deliveries/" + toCareers.id());
        AgencyAnswer unknown = get(
                "client-prison",
                "/api/agencies/deliveries/" + toCareers.id().value().replace("-1-", "-9-"));

        assertProblem(anothers, 404, "unknown-delivery");
        assertThat(anothers).isEqualTo(unknown);
        assertThat(timeline()).contains("client-prison refused");
    }

    @Test
    void shouldNotTakeAReceiptForAnothersDelivery() {
        sent(toCareers);

        assertProblem(
                answer("client-prison", toCareers, "{\"answer\":\"received\",\"at\":\"2026-11-23T09:59:00Z\"}"),
                404,
                "unknown-delivery");
        assertThat(state(toCareers)).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void shouldRefuseAClientThatIsNoRecipients() {
        assertProblem(get("somebody", "/api/agencies/deliveries"), 403, "unknown-client");
        assertProblem(
                service.answer(new AgencyRequest("GET", "/api/agencies/deliveries", Optional.empty(), Map.of(), "")),
                401,
                "no-token");
    }

    @Test
    void shouldGiveALinkOfAMinuteToTheExactVersionAndNoteTheFetch() {
        AgencyAnswer answer = get("client-careers", "/api/agencies/deliveries/" + toCareers.id() + "/document");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.headers().get("Location"))
                .contains(toCareers.paper().value(), "versionId=version-1", "expires=" + NOW.plusSeconds(60));
        assertThat(timeline()).contains("client-careers fetched");
    }

    @Test
    void shouldGiveNoDocumentToWhomTheKindDoesNotGoTo() {
        Delivery wrong = delivery(2, Recipient.CAREERS);
        write(2, "remand-warrant", wrong);

        assertProblem(
                get("client-careers", "/api/agencies/deliveries/" + wrong.id() + "/document"), 403, "not-entitled");
    }

    @Test
    void shouldGiveNoDocumentOfAReplacedDelivery() {
        store.deliveries().move(toPrison, toPrison.superseded(), entry("superseded"));

        assertProblem(
                get("client-prison", "/api/agencies/deliveries/" + toPrison.id() + "/document"), 410, "superseded");
    }

    @Test
    void shouldMoveADeliveryForwardByItsReceipts() {
        sent(toPrison);

        assertThat(answer("client-prison", toPrison, receipt("received")).status())
                .isEqualTo(200);
        assertThat(state(toPrison)).isEqualTo(DeliveryState.RECEIVED);
        assertThat(answer("client-prison", toPrison, receipt("actioned")).status())
                .isEqualTo(200);
        assertThat(state(toPrison)).isEqualTo(DeliveryState.ACTIONED);
        assertThat(timeline()).contains("client-prison received", "client-prison actioned");
    }

    @Test
    void shouldTakeAnAcknowledgementThatQuotesTheVersion() {
        sent(toPrison);

        AgencyAnswer other = answer("client-prison", toPrison, acknowledged(2));
        AgencyAnswer right = answer("client-prison", toPrison, acknowledged(1));
        AgencyAnswer again = answer("client-prison", toPrison, acknowledged(1));

        assertProblem(other, 409, "wrong-version");
        assertThat(json(right).path("state").asText()).isEqualTo("acknowledged");
        assertThat(again.status()).isEqualTo(200);
        assertThat(timeline()).containsOnlyOnce("client-prison acknowledged");
    }

    @Test
    void shouldTakeNoDeletionOfWhatWasNotRecalled() {
        sent(toPrison);

        assertProblem(answer("client-prison", toPrison, receipt("deleted")), 409, "not-this-answer");
        assertThat(state(toPrison)).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void shouldTakeTheDeletionOfARecalledPaperAndSettleWhatWasNeverRead() {
        sent(toPrison);
        Delivery unread = store.deliveries().find(toPrison.id()).orElseThrow();
        Paper paper = store.papers().find(toPrison.paper()).orElseThrow();
        store.papers().move(paper, paper.withdrawing(NOW), entry("recall"));
        RecordVersion first = store.records().current(toPrison.record()).orElseThrow();
        Delivery recall = Delivery.takingBack(unread, 2, Notice.RECALL, NOW);
        store.records()
                .takeBack(
                        new RecordVersion(
                                first.id(),
                                2,
                                first.kind(),
                                first.paper(),
                                1,
                                HASH,
                                COURT,
                                Fields.none(),
                                List.of(),
                                first.urgency(),
                                List.of(),
                                SourceTime.unknown(),
                                List.of(),
                                NOW,
                                Optional.of(new TakenBack(Notice.RECALL, "Wrong prison", Optional.empty()))),
                        List.of(recall),
                        entry("taken-back"));
        sent(recall);

        assertProblem(
                get("client-prison", "/api/agencies/deliveries/" + toPrison.id() + "/document"), 410, "taken-back");
        assertProblem(answer("client-prison", recall, receipt("actioned")), 409, "not-this-answer");
        assertThat(answer("client-prison", recall, receipt("deleted")).status()).isEqualTo(200);
        assertThat(state(recall)).isEqualTo(DeliveryState.DELETED);
        assertThat(state(toPrison)).isEqualTo(DeliveryState.WITHDRAWN);
    }

    private static String acknowledged(int version) {
        return "{\"answer\":\"acknowledged\",\"version\":" + version + ",\"at\":\"" + NOW + "\"}";
    }

    @Test
    void shouldLetALateDuplicateChangeNothing() {
        sent(toPrison);
        answer("client-prison", toPrison, receipt("received"));
        answer("client-prison", toPrison, receipt("actioned"));
        int lines = timeline().size();

        AgencyAnswer late = answer("client-prison", toPrison, receipt("received"));

        assertThat(late.status()).isEqualTo(200);
        assertThat(json(late).path("state").asText()).isEqualTo("actioned");
        assertThat(timeline()).hasSize(lines);
    }

    @Test
    void shouldRefuseAnAnswerThatContradictsTheFirst() {
        sent(toPrison);
        answer("client-prison", toPrison, receipt("actioned"));

        assertProblem(
                answer(
                        "client-prison",
                        toPrison,
                        "{\"answer\":\"rejected\",\"reason\":\"Not here\",\"at\":\"2026-11-23T09:59:00Z\"}"),
                409,
                "answered-otherwise");
    }

    @Test
    void shouldRefuseAReceiptThatQuotesAnotherDocument() {
        sent(toPrison);

        assertProblem(
                answer(
                        "client-prison",
                        toPrison,
                        "{\"answer\":\"received\",\"documentSha256\":\"" + "cd".repeat(32)
                                + "\",\"at\":\"2026-11-23T09:59:00Z\"}"),
                409,
                "wrong-document");
        assertThat(state(toPrison)).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void shouldTakeAReasonWithWhatIsSentBack() {
        sent(toPrison);

        assertProblem(
                answer("client-prison", toPrison, "{\"answer\":\"rejected\",\"at\":\"2026-11-23T09:59:00Z\"}"),
                400,
                "reason-missing");
        answer(
                "client-prison",
                toPrison,
                "{\"answer\":\"rejected\",\"reason\":\"Not held here.\",\"at\":\"2026-11-23T09:59:00Z\"}");

        assertThat(store.deliveries().find(toPrison.id()).orElseThrow().reason())
                .contains("Not held here.");
    }

    @Test
    void shouldRefuseWhatIsNoReceipt() {
        sent(toPrison);

        for (String body : List.of("", "[]", "{\"answer\":\"maybe\",\"at\":\"2026-11-23T09:59:00Z\"}", "not json")) {
            assertProblem(answer("client-prison", toPrison, body), 400, "bad-receipt");
        }
        assertProblem(
                answer("client-prison", toPrison, "{\"answer\":\"received\",\"at\":\"2026-11-23T11:00:00Z\"}"),
                400,
                "receipt-in-future");
    }

    @Test
    void shouldAskForPatienceWhereTheRelayHasNotYetNotedThatItSent() {
        assertProblem(answer("client-prison", toPrison, receipt("received")), 409, "not-sent-yet");
    }

    @Test
    void shouldKnowNoOtherRoute() {
        assertProblem(get("client-prison", "/api/agencies/papers"), 404, "unknown-route");
        assertProblem(
                ask("client-prison", "POST", "/api/agencies/deliveries/" + toPrison.id(), Map.of(), ""),
                404,
                "unknown-route");
    }

    private static String receipt(String answer) {
        return "{\"answer\":\"" + answer + "\",\"documentSha256\":\"" + HASH + "\",\"at\":\"2026-11-23T09:59:00Z\"}";
    }

    private AgencyAnswer answer(String client, Delivery delivery, String body) {
        return ask(client, "POST", "/api/agencies/deliveries/" + delivery.id() + "/receipts", Map.of(), body);
    }

    private AgencyAnswer get(String client, String path) {
        return ask(client, "GET", path, Map.of(), "");
    }

    private AgencyAnswer ask(String client, String method, String path, Map<String, String> query, String body) {
        return service.answer(new AgencyRequest(method, path, Optional.of(client), query, body));
    }

    private static void assertProblem(AgencyAnswer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
        JsonNode body = json(answer);
        assertThat(body.path("code").asText()).isEqualTo(code);
        assertThat(body.path("status").asInt()).isEqualTo(status);
        assertThat(body.path("title").asText()).isNotBlank();
        assertThat(body.path("detail").asText()).isNotBlank();
    }

    private static JsonNode json(AgencyAnswer answer) {
        try {
            return MAPPER.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + answer.body(), e);
        }
    }

    private List<String> timeline() {
        return store.audit().of(toPrison.paper()).stream()
                .map(entry -> entry.who() + " " + entry.what())
                .toList();
    }

    private DeliveryState state(Delivery delivery) {
        return store.deliveries().find(delivery.id()).orElseThrow().state();
    }

    private void sent(Delivery delivery) {
        store.deliveries().move(delivery, delivery.sent(Duration.ofHours(4), NOW), entry("sent"));
    }

    private static AuditEntry entry(String what) {
        return new AuditEntry(NOW, "test", what, paperId(1), Optional.empty(), "");
    }

    private void write(int number, String kind, Delivery... deliveries) {
        PaperId id = paperId(number);
        Paper awaited = Paper.awaited(id, "certificate.pdf", COURT, "clerk.bexley", NOW);
        store.papers().await(awaited, entry("awaited"));
        store.papers().move(awaited, awaited.stored(HASH, 1000, "application/pdf", "version-1", NOW), entry("stored"));
        RecordVersion version = new RecordVersion(
                new RecordId("r-%032x".formatted(number)),
                1,
                kind,
                id,
                1,
                HASH,
                COURT,
                Fields.of(Field.stated("learner.name", "Rowan Ashworth")),
                List.of(),
                Urgency.ORDINARY,
                List.of(),
                SourceTime.unknown(),
                List.of(),
                NOW);
        store.records().write(version, List.of(deliveries), List.of(), entry("recorded"));
    }

    private static Delivery delivery(int number, Recipient recipient) {
        return Delivery.of(
                new RecordId("r-%032x".formatted(number)),
                1,
                paperId(number),
                "0f".repeat(16),
                recipient,
                Optional.of(new Place("X01", "A place", true)),
                Urgency.ORDINARY,
                NOW);
    }

    private static PaperId paperId(int number) {
        return new PaperId("p-01KB%022d".formatted(number));
    }
}
