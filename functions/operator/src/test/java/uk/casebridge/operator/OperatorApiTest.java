package uk.casebridge.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.delivery.DeliveryState;
import uk.casebridge.domain.delivery.Notice;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.kind.Urgency;
import uk.casebridge.domain.paper.Instruction;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.domain.recipient.Place;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.record.RecordId;
import uk.casebridge.domain.record.RecordVersion;
import uk.casebridge.domain.record.SourceTime;
import uk.casebridge.domain.standing.BuiltInStandingData;
import uk.casebridge.domain.standing.CourtCode;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.RecipientQueues.Message;
import uk.casebridge.store.RoomQueue;
import uk.casebridge.store.memory.MemoryStore;

class OperatorApiTest {

    private static final PaperId PAPER = new PaperId("p-01J5A000000000000000000000");
    private static final RecordId RECORD = new RecordId("r-" + "0".repeat(32));
    private static final CourtCode BEXLEY = new CourtCode("B01BH00");
    private static final String CLIENT = "ops-client";

    private final TestClock clock = new TestClock();
    private final MemoryStore store = new MemoryStore(clock);
    private final BuiltInStandingData standingData = new BuiltInStandingData();
    private final OperatorHandler handler =
            new OperatorHandler(OperatorWiring.of(store, standingData, Set.of(CLIENT), new Random(7), clock));

    @Test
    void shouldIssueAnUploadForm() {
        Answer answer = call("POST", "papers", "{\"fileName\":\"warrant.pdf\",\"court\":\"B01BH05\",\"urgent\":true}");

        assertThat(answer.status()).isEqualTo(201);
        PaperId id = new PaperId(answer.json().path("paper").asText());
        assertThat(answer.json().path("form").path("fields").path("key").asText())
                .isEqualTo("urgent/" + id);
        assertThat(answer.json().path("form").path("action").asText()).startsWith("https://");
        Paper paper = store.papers().find(id).orElseThrow();
        assertThat(paper.court()).isEqualTo(BEXLEY);
        assertThat(paper.sender()).isEqualTo(CLIENT);
        assertThat(store.audit().of(id)).extracting(AuditEntry::who).containsExactly(CLIENT);
    }

    @Test
    void shouldSayWhatAFormNeeds() {
        assertProblem(call("POST", "papers", "{\"court\":\"B01BH00\"}"), 400, "bad-request");
        assertProblem(call("POST", "papers", "{\"fileName\":\"a\",\"court\":\"nowhere\"}"), 400, "bad-request");
        assertProblem(call("POST", "papers", "not json"), 400, "bad-request");
        assertProblem(call("POST", "papers", "[]"), 400, "bad-request");
        assertProblem(
                call("POST", "papers", "{\"fileName\":\"a\",\"court\":\"B01BH00\",\"sha256\":\"xyz\"}"),
                400,
                "bad-request");
    }

    @Test
    void shouldRefuseAClientThatIsNoOperator() {
        assertProblem(call("somebody", "GET", "queues", Map.of(), ""), 403, "not-an-operator");
    }

    @Test
    void shouldImportStandingDataAndShowWhatIsInForce() {
        String file = packed("[{\"cjsCode\": \"ZZ26001\", \"offenceTitle\": \"Of a new kind\"}]");

        Answer answer = call(
                "POST", "standing-data", "{\"files\":[{\"name\":\"cjs-offences.json\",\"gzip\":\"" + file + "\"}]}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("imported").path(0).path("rows").asInt()).isEqualTo(1);
        JsonNode offences =
                call("GET", "standing-data", "").json().path("lists").path(0);
        assertThat(offences.path("list").asText()).isEqualTo("cjs-offences");
        assertThat(offences.path("versions").path(0).path("inForce").asBoolean())
                .isTrue();
        assertThat(offences.path("versions").path(0).path("importedBy").asText())
                .isEqualTo(CLIENT);
    }

    @Test
    void shouldSayWhatIsWrongWithStandingData() {
        String file = packed("[{\"cjsCode\": \"nothing\"}]");

        assertProblem(
                call(
                        "POST",
                        "standing-data",
                        "{\"files\":[{\"name\":\"cjs-offences.json\",\"gzip\":\"" + file + "\"}]}"),
                422,
                "standing-data-faulty");
        assertProblem(
                call("POST", "standing-data", "{\"files\":[{\"name\":\"verdict.json\",\"gzip\":\"AAAA\"}]}"),
                400,
                "bad-request");
        assertProblem(call("POST", "standing-data", "{}"), 400, "bad-request");
        assertProblem(call("POST", "standing-data", "{\"effective\":\"soon\",\"files\":[]}"), 400, "bad-request");
    }

    private static String packed(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(packed.toByteArray());
    }

    @Test
    void shouldListTheNewestPapersOfACourt() {
        stored();

        Answer answer = call(CLIENT, "GET", "papers", Map.of("court", "B01BH00"), "");

        assertThat(answer.json().path("papers").path(0).path("id").asText()).isEqualTo(PAPER.value());
        assertThat(answer.json().has("cursor")).isFalse();
    }

    @Test
    void shouldAskWhichCourtsPapersToList() {
        assertProblem(call("GET", "papers", ""), 400, "bad-request");
    }

    @Test
    void shouldShowAPaperWithEverythingThatCameOfIt() {
        delivery(Optional.of(prison()));

        JsonNode json = call("GET", "papers/" + PAPER, "").json();

        assertThat(json.path("paper").path("state").asText()).isEqualTo("READING");
        assertThat(json.path("paper").path("stateTitle").asText()).isEqualTo("Being read");
        assertThat(json.path("records").path(0).path("id").asText()).isEqualTo(RECORD.value());
        assertThat(json.path("records").path(0).path("urgency").asText()).isEqualTo("CUSTODY");
        JsonNode delivery = json.path("deliveries").path(0);
        assertThat(delivery.path("recipientTitle").asText()).isEqualTo("Prison");
        assertThat(delivery.path("place").path("code").asText()).isEqualTo(prison().code());
        assertThat(delivery.path("overdue").asBoolean()).isFalse();
        assertThat(json.path("timeline").size()).isPositive();
    }

    @Test
    void shouldTakeAPaperBackWithAReason() {
        stored();

        assertProblem(call("POST", "papers/" + PAPER + "/recall", "{}"), 400, "bad-request");
        Answer answer = call("POST", "papers/" + PAPER + "/recall", "{\"reason\":\"Sent to the wrong prison\"}");

        assertThat(answer.json().path("paper").path("state").asText()).isEqualTo("WITHDRAWING");
        assertThat(store.papers().instructions(PAPER))
                .containsExactly(new Instruction.TakeBack(
                        PAPER, CLIENT, clock.instant(), Notice.RECALL, "Sent to the wrong prison"));
        assertThat(store.wakeUps().extracts()).contains(PAPER);
        assertThat(call("GET", "papers/" + PAPER + "/breach-report", "")
                        .json()
                        .path("csv")
                        .asText())
                .contains("\"recall\",\"" + CLIENT + "\"");
    }

    @Test
    void shouldNoteWhichPaperANewOneReplaces() {
        stored();

        PaperId later = new PaperId(
                call("POST", "papers", "{\"fileName\":\"b.pdf\",\"court\":\"B01BH00\",\"replaces\":\"" + PAPER + "\"}")
                        .json()
                        .path("paper")
                        .asText());

        assertThat(store.papers().instructions(later))
                .containsExactly(new Instruction.Replaces(later, CLIENT, clock.instant(), PAPER));
        assertProblem(
                call("POST", "papers", "{\"fileName\":\"b.pdf\",\"court\":\"B01LY00\",\"replaces\":\"" + PAPER + "\"}"),
                400,
                "bad-request");
    }

    @Test
    void shouldTakeBackNothingThatIsBeingRead() {
        Paper paper = stored();
        store.papers().move(paper, paper.reading(clock.instant()), entry());

        assertProblem(call("POST", "papers/" + PAPER + "/withdraw", "{\"reason\":\"Wrong\"}"), 409, "not-yet");
    }

    @Test
    void shouldShowTheFailureOfAPaper() {
        Paper paper = stored();
        store.papers()
                .move(paper, paper.quarantined(new Failure(FailureCode.VIRUS, "Eicar"), clock.instant()), entry());

        JsonNode failure =
                call("GET", "papers/" + PAPER, "").json().path("paper").path("failure");

        assertThat(failure.path("code").asText()).isEqualTo("CB-107");
        assertThat(failure.path("sentence").asText()).isEqualTo(FailureCode.VIRUS.sentence());
    }

    @Test
    void shouldSayThatThereIsNoSuchPaper() {
        assertProblem(call("GET", "papers/" + PAPER, ""), 404, "not-found");
        assertProblem(call("GET", "papers/nonsense", ""), 404, "not-found");
    }

    @Test
    void shouldSayThatThereIsNoSuchCall() {
        assertProblem(call("DELETE", "papers", ""), 404, "no-such-call");
        assertProblem(call("GET", "papers/" + PAPER + "/retry", ""), 404, "no-such-call");
    }

    @Test
    void shouldWakeTheExtractRoomForARetry() {
        stored();

        assertThat(call("POST", "papers/" + PAPER + "/retry", "").status()).isEqualTo(202);

        assertThat(store.wakeUps().extracts()).containsExactly(PAPER);
        assertThat(store.audit().of(PAPER)).extracting(AuditEntry::what).contains("retry");
    }

    @Test
    void shouldNameTheUserWhereThereIsOne() {
        stored();
        APIGatewayV2HTTPEvent event = event(CLIENT, "POST", "papers/" + PAPER + "/retry", Map.of(), "");
        event.getRequestContext()
                .getAuthorizer()
                .getJwt()
                .setClaims(Map.of("client_id", CLIENT, "username", "jo.operator"));

        handler.answer(event);

        assertThat(store.audit().of(PAPER)).extracting(AuditEntry::who).contains("jo.operator");
    }

    @Test
    void shouldRefuseToRetryAQuarantinedPaperWithItsCode() {
        Paper paper = stored();
        store.papers().move(paper, paper.quarantined(Failure.of(FailureCode.VIRUS), clock.instant()), entry());

        assertProblem(call("POST", "papers/" + PAPER + "/retry", ""), 409, "CB-107");

        assertThat(store.wakeUps().extracts()).isEmpty();
    }

    @Test
    void shouldShowHowTheQueuesStand() throws Exception {
        send("{}");

        JsonNode queue = call("GET", "queues", "").json().path("queues").path(Recipient.PRISON.ordinal());

        assertThat(queue.path("recipient").asText()).isEqualTo("prison");
        assertThat(queue.path("waiting").asInt()).isEqualTo(1);
    }

    @Test
    void shouldShowWhichDeliveryADeadLetterIsAndNothingPersonal() throws Exception {
        bury("{\"id\":\"d-1\",\"type\":\"t\",\"data\":{\"paper\":\"" + PAPER
                + "\",\"fields\":{\"defendant\":{\"name\":\"SECRET\"}}}}");

        Answer answer = call(CLIENT, "GET", "dead-letters", Map.of("recipient", "prison"), "");

        JsonNode letter = answer.json().path("deadLetters").path(0);
        assertThat(letter.path("delivery").asText()).isEqualTo("d-1");
        assertThat(letter.path("paper").asText()).isEqualTo(PAPER.value());
        assertThat(answer.json().toString()).doesNotContain("SECRET");
    }

    @Test
    void shouldShowADeadLetterThatIsNotOurs() throws Exception {
        bury("hello");

        assertThat(call("GET", "dead-letters", "")
                        .json()
                        .path("deadLetters")
                        .path(0)
                        .path("ours")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void shouldPutDeadLettersBackAndSaySo() throws Exception {
        bury("{\"id\":\"d-1\",\"data\":{\"paper\":\"" + PAPER + "\"}}");

        Answer answer = call("POST", "dead-letters/redrive", "{\"recipient\":\"prison\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("moved").asInt()).isEqualTo(1);
        assertThat(answer.json().path("left").asInt()).isZero();
        assertThat(store.queues().depth(Recipient.PRISON).waiting()).isEqualTo(1);
        assertThat(store.audit().of(PAPER)).extracting(AuditEntry::what).containsExactly("redriven");
    }

    @Test
    void shouldSayThatTheRecipientIsAwayAndKeepItsDeadLetters() throws Exception {
        bury("{\"id\":\"d-1\",\"data\":{\"paper\":\"" + PAPER + "\"}}");
        store.queues().leave(Recipient.PRISON);

        assertProblem(call("POST", "dead-letters/redrive", "{\"recipient\":\"prison\"}"), 503, "recipient-away");
        assertThat(store.queues().depth(Recipient.PRISON).dead()).isEqualTo(1);
    }

    @Test
    void shouldShowTheDeadLettersOfARoomAndNothingPersonal() {
        store.roomDeadLetters()
                .bury(RoomQueue.EXTRACT, "{\"Records\":[{\"s3\":{\"object\":{\"key\":\"papers%2F" + PAPER + "\"}}}]}");
        store.roomDeadLetters()
                .bury(
                        RoomQueue.EXTRACT,
                        "{\"Records\":[{\"s3\":{\"object\":{\"key\":\"drop/B01LY00/J+SECRET.pdf\"}}}]}");
        store.roomDeadLetters().bury(RoomQueue.EXTRACT, "hello");

        JsonNode letters = call(CLIENT, "GET", "dead-letters", Map.of("room", "extract"), "")
                .json()
                .path("deadLetters");

        assertThat(letters).hasSize(3);
        assertThat(letters.path(0).path("paper").asText()).isEqualTo(PAPER.value());
        assertThat(letters.path(0).path("room").asText()).isEqualTo("extract");
        assertThat(letters.path(1).path("type").asText()).isEqualTo("dropped");
        assertThat(letters.path(2).path("ours").asBoolean()).isFalse();
        assertThat(letters.toString()).doesNotContain("SECRET");
    }

    @Test
    void shouldCountTheDeadLettersOfTheRooms() {
        store.roomDeadLetters().bury(RoomQueue.PICTURE, "{\"paper\":\"" + PAPER + "\"}");

        assertThat(call("GET", "queues", "").json().path("rooms").toString())
                .contains("{\"room\":\"picture\",\"roomTitle\":\"Drawing pages\",\"dead\":1}");
    }

    @Test
    void shouldPutTheDeadLettersOfARoomBackAndSaySo() {
        stored();
        store.roomDeadLetters().bury(RoomQueue.EXTRACT, "{\"paper\":\"" + PAPER + "\"}");

        Answer answer = call("POST", "dead-letters/redrive", "{\"room\":\"extract\"}");

        assertThat(answer.json().path("moved").asInt()).isEqualTo(1);
        assertThat(answer.json().path("left").asInt()).isZero();
        assertThat(store.roomDeadLetters().redriven(RoomQueue.EXTRACT)).hasSize(1);
        assertThat(store.audit().of(PAPER)).extracting(AuditEntry::what).contains("redriven");
    }

    @Test
    void shouldKnowNoOtherRooms() {
        assertProblem(call("POST", "dead-letters/redrive", "{\"room\":\"kitchen\"}"), 400, "bad-request");
    }

    @Test
    void shouldKnowNoOtherRecipients() {
        assertProblem(call("POST", "dead-letters/redrive", "{\"recipient\":\"press\"}"), 400, "bad-request");
    }

    @Test
    void shouldPlaceADeliveryThatHadNoPlace() {
        Delivery delivery = delivery(Optional.empty());

        Answer answer =
                call("POST", "deliveries/" + delivery.id() + "/place", "{\"code\":\"" + prison().code() + "\"}");

        assertThat(answer.status()).isEqualTo(200);
        Delivery placed = store.deliveries().find(delivery.id()).orElseThrow();
        assertThat(placed.state()).isEqualTo(DeliveryState.PENDING);
        assertThat(placed.place()).contains(prison());
        assertThat(store.audit().of(PAPER)).extracting(AuditEntry::what).contains("placed");
    }

    @Test
    void shouldNotPlaceADeliveryWhereNobodyIs() {
        Delivery delivery = delivery(Optional.empty());

        assertProblem(
                call("POST", "deliveries/" + delivery.id() + "/place", "{\"code\":\"NOWHERE\"}"), 422, "unknown-place");
    }

    @Test
    void shouldNotPlaceADeliveryTwice() {
        Delivery delivery = delivery(Optional.of(prison()));

        assertProblem(
                call("POST", "deliveries/" + delivery.id() + "/place", "{\"code\":\"" + prison().code() + "\"}"),
                409,
                "placed-before");
    }

    @Test
    void shouldReconcileWhatAgrees() {
        recorded(List.of(ofPrison(Optional.of(prison()))));

        JsonNode json = call("GET", "reconcile", "").json();

        assertThat(json.path("agrees").asBoolean()).isTrue();
        assertThat(json.path("papersSeen").asInt()).isEqualTo(1);
        assertThat(json.path("recipients")
                        .path(Recipient.PRISON.ordinal())
                        .path("states")
                        .path("PENDING")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void shouldFindADeliveryThatIsMissing() {
        recorded(List.of());

        JsonNode json = call("GET", "reconcile", "").json();

        assertThat(json.path("agrees").asBoolean()).isFalse();
        assertThat(json.path("missing").path(0).path("recipient").asText()).isEqualTo("prison");
    }

    private Place prison() {
        return standingData.defaultPlace(Recipient.PRISON, BEXLEY).orElseThrow();
    }

    private Paper stored() {
        Paper awaited = Paper.awaited(PAPER, "paper.pdf", BEXLEY, "clerk.bexley", clock.instant());
        store.papers().await(awaited, entry());
        Paper stored = awaited.stored(Sha256.of(new byte[] {1}), 1, "application/pdf", "1", clock.instant());
        store.papers().store(awaited, stored, entry());
        return stored;
    }

    private Delivery delivery(Optional<Place> place) {
        Delivery delivery = ofPrison(place);
        written(List.of(delivery));
        return delivery;
    }

    private void recorded(List<Delivery> deliveries) {
        Paper reading = written(deliveries);
        clock.passes(Duration.ofSeconds(1));
        assertThat(store.papers().close(reading, reading.recorded("custodial-warrant", 1, 1, clock.instant()), entry()))
                .isTrue();
        clock.passes(Duration.ofSeconds(1));
    }

    private Paper written(List<Delivery> deliveries) {
        Paper stored = stored();
        Paper reading = stored.reading(clock.instant());
        store.papers().move(stored, reading, entry());
        RecordVersion version = new RecordVersion(
                RECORD,
                1,
                "custodial-warrant",
                PAPER,
                1,
                Sha256.of(new byte[] {1}),
                BEXLEY,
                Fields.of(Field.stated("defendant.name", "A")),
                List.of(),
                Urgency.CUSTODY,
                List.of(),
                SourceTime.unknown(),
                List.of(),
                clock.instant());
        store.records().write(version, deliveries, List.of(), entry());
        return reading;
    }

    private Delivery ofPrison(Optional<Place> place) {
        Instant now = clock.instant();
        return Delivery.of(RECORD, 1, PAPER, "0".repeat(32), Recipient.PRISON, place, Urgency.CUSTODY, now);
    }

    private void send(String body) throws Exception {
        store.queues().send(Recipient.PRISON, Urgency.CUSTODY, new Message(body, "group", "id"));
    }

    private void bury(String body) throws Exception {
        send(body);
        store.queues().bury(Recipient.PRISON, Urgency.CUSTODY);
    }

    private AuditEntry entry() {
        return new AuditEntry(clock.instant(), "test", "test", PAPER, Optional.empty(), "");
    }

    private Answer call(String method, String path, String body) {
        return call(CLIENT, method, path, Map.of(), body);
    }

    private Answer call(String client, String method, String path, Map<String, String> query, String body) {
        APIGatewayV2HTTPResponse response = handler.answer(event(client, method, path, query, body));
        try {
            return new Answer(
                    response.getStatusCode(),
                    response.getHeaders().getOrDefault("content-type", ""),
                    new ObjectMapper().readTree(response.getBody()));
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + response.getBody(), e);
        }
    }

    private static APIGatewayV2HTTPEvent event(
            String client, String method, String path, Map<String, String> query, String body) {
        return APIGatewayV2HTTPEvent.builder()
                .withRawPath("/api/operator/" + path)
                .withQueryStringParameters(query)
                .withBody(body)
                .withRequestContext(APIGatewayV2HTTPEvent.RequestContext.builder()
                        .withHttp(APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                                .withMethod(method)
                                .build())
                        .withAuthorizer(APIGatewayV2HTTPEvent.RequestContext.Authorizer.builder()
                                .withJwt(APIGatewayV2HTTPEvent.RequestContext.Authorizer.JWT
                                        .builder()
                                        .withClaims(Map.of("client_id", client))
                                        .build())
                                .build())
                        .build())
                .build();
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.mediaType()).isEqualTo("application/problem+json");
        assertThat(answer.json().path("code").asText()).isEqualTo(code);
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.json().path("title").asText()).isNotBlank();
        assertThat(answer.json().path("detail").asText()).isNotBlank();
    }

    private record Answer(int status, String mediaType, JsonNode json) {}
}
