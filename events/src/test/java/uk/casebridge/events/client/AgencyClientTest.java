package uk.casebridge.events.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import uk.casebridge.events.DeliveryReceipt;

final class AgencyClientTest {

    private static final byte[] PAPER = "the paper's bytes".getBytes(StandardCharsets.UTF_8);
    private static final URI ORDINARY = URI.create("https://queues.example/prison");
    private static final URI URGENT = URI.create("https://queues.example/prison-urgent");

    private final Queues queues = new Queues();
    private final TakenDeliveries taken = TakenDeliveries.inMemory();
    private final List<DeliveryReceipt> receipts = new CopyOnWriteArrayList<>();
    private final List<String> authorisationsAtTheStore = new CopyOnWriteArrayList<>();
    private final List<String> stored = new ArrayList<>();

    private HttpServer server = start();
    private AgencyClient client = client();
    private byte[] served = PAPER;

    private static HttpServer start() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private AgencyClient client() {
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new AgencyClient(
                new AgencySettings(
                        ORDINARY, URGENT, base, base.resolve("/token"), "prison", "secret", Optional.empty()),
                taken,
                queues,
                Clock.systemUTC());
    }

    @BeforeEach
    void serve() {
        server.createContext(
                "/token",
                exchange -> answer(
                        exchange,
                        200,
                        "{\"access_token\":\"t-1\",\"expires_in\":3600}".getBytes(StandardCharsets.UTF_8)));
        server.createContext("/store", exchange -> {
            authorisationsAtTheStore.addAll(exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
            answer(exchange, 200, served);
        });
        server.createContext("/api/agencies/deliveries/", exchange -> {
            if (!"Bearer t-1".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                answer(exchange, 401, new byte[0]);
            } else if (exchange.getRequestURI().getPath().endsWith("/document")) {
                exchange.getResponseHeaders().set("Location", "/store");
                answer(exchange, 303, new byte[0]);
            } else {
                receipts.add(DeliveryReceipt.fromJson(
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
                answer(exchange, 200, "{}".getBytes(StandardCharsets.UTF_8));
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
    }

    @Test
    void shouldStoreAnswerAndTakeOffTheQueue() throws InterruptedException {
        queues.put(URGENT, "a", event(1, 1));

        assertThat(poll()).singleElement().isInstanceOf(Outcome.Taken.class);

        assertThat(stored).containsExactly("the paper's bytes");
        assertThat(receipts).singleElement().satisfies(receipt -> {
            assertThat(receipt.answer()).isEqualTo(DeliveryReceipt.Answer.RECEIVED);
            assertThat(receipt.documentSha256()).contains(sha256(PAPER));
        });
        assertThat(queues.deleted).hasSize(1);
    }

    @Test
    void shouldNotSendItsTokenToTheStoreOfTheDocuments() throws InterruptedException {
        queues.put(URGENT, "a", event(1, 1));

        poll();

        assertThat(authorisationsAtTheStore).isEmpty();
        assertThat(stored).hasSize(1);
    }

    @Test
    void shouldTakeTheUrgentQueueFirst() throws InterruptedException {
        queues.put(ORDINARY, "a", event(1, 1));
        queues.put(URGENT, "b", event(2, 1));

        assertThat(((Outcome.Taken) poll().getFirst()).event().record()).isEqualTo(record(2));
        assertThat(((Outcome.Taken) poll().getFirst()).event().record()).isEqualTo(record(1));
    }

    @Test
    void shouldDropADuplicate() throws InterruptedException {
        queues.put(URGENT, "a", event(1, 1));
        queues.put(URGENT, "a", event(1, 1));

        assertThat(poll()).hasSize(2).last().isInstanceOf(Outcome.Duplicate.class);
        assertThat(stored).hasSize(1);
        assertThat(receipts).hasSize(1);
        assertThat(queues.deleted).hasSize(2);
    }

    @Test
    void shouldSendBackAnOlderVersion() throws InterruptedException {
        queues.put(URGENT, "a", event(1, 2));
        queues.put(URGENT, "a", event(1, 1));

        assertThat(poll()).last().isInstanceOf(Outcome.Older.class);
        assertThat(receipts.getLast().answer()).isEqualTo(DeliveryReceipt.Answer.REJECTED);
        assertThat(stored).hasSize(1);
    }

    @Test
    void shouldTakeARecallWhateverVersionIsHereAndHoldNothingForOlderByIt() throws InterruptedException {
        queues.put(URGENT, "a", event(1, 3));
        queues.put(URGENT, "a", recall(1, 2));
        queues.put(URGENT, "b", recall(2, 9));
        queues.put(URGENT, "b", event(2, 1));

        assertThat(client.poll((event, document) -> {})).hasSize(4).allMatch(Outcome.Taken.class::isInstance);
    }

    private static String recall(int number, int version) {
        return event(number, version)
                .replaceAll("paper\\.(recorded|amended)", "paper.recalled")
                .replaceAll(
                        "(?s)\"document\":\\{.*?\\},\\s*\"findings\".*\"fields\":\\{\\}",
                        "\"reason\":\"Not held there\"");
    }

    @Test
    void shouldLeaveWhatIsNotValidForTheDeadLetterQueue() throws InterruptedException {
        queues.put(URGENT, "a", "{\"hello\":1}");

        assertThat(poll()).singleElement().isInstanceOf(Outcome.Invalid.class);
        assertThat(queues.deleted).isEmpty();
        assertThat(receipts).isEmpty();
    }

    @Test
    void shouldNotTakeADocumentWithAnotherSha256() throws InterruptedException {
        served = "another paper bytes".substring(0, PAPER.length).getBytes(StandardCharsets.UTF_8);
        queues.put(URGENT, "a", event(1, 1));

        assertThat(poll()).singleElement().isInstanceOf(Outcome.Failed.class);
        assertThat(stored).isEmpty();
        assertThat(receipts).isEmpty();
        assertThat(queues.deleted).isEmpty();
    }

    @Test
    void shouldStopReadingADocumentThatIsLongerThanStated() throws InterruptedException {
        served = new byte[1_000_000];
        queues.put(URGENT, "a", event(1, 1));

        assertThat(poll()).singleElement().isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void shouldHoldBackWhatFollowsAFailureInTheSameCaseOnly() throws InterruptedException {
        queues.put(URGENT, "a", "not an event");
        queues.put(URGENT, "a", event(1, 1));
        queues.put(URGENT, "b", event(2, 1));

        assertThat(poll()).hasSize(2).last().isInstanceOf(Outcome.Taken.class);
        assertThat(queues.deleted).hasSize(1);
    }

    @Test
    void shouldKeepTheMessageWhereTheInboxCannotStoreIt() throws InterruptedException {
        queues.put(URGENT, "a", event(1, 1));

        List<Outcome> outcomes = client.poll((event, document) -> {
            throw new IOException("disk full");
        });

        assertThat(outcomes).singleElement().isInstanceOf(Outcome.Failed.class);
        assertThat(receipts).isEmpty();
        assertThat(queues.deleted).isEmpty();
    }

    @Test
    void shouldSendBackWhatTheInboxCannotTake() throws InterruptedException {
        queues.put(URGENT, "a", event(1, 1));

        client.poll((event, document) -> {
            throw new CannotTakeException("Not held here.");
        });

        assertThat(receipts.getFirst().reason()).contains("Not held here.");
        assertThat(queues.deleted).hasSize(1);
    }

    @Test
    void shouldRememberInAFileWhatWasTaken(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("taken.txt");
        TakenDeliveries.inFile(file).remember("d-1", "r-1", 3);
        Files.writeString(file, Files.readString(file) + "\nd-2 r-2");

        TakenDeliveries again = TakenDeliveries.inFile(file);
        again.remember("d-3", "r-1", 2);

        assertThat(again.has("d-1")).isTrue();
        assertThat(again.has("d-2")).isFalse();
        assertThat(TakenDeliveries.inFile(file).has("d-3")).isTrue();
        assertThat(TakenDeliveries.inFile(file).highestVersion("r-1")).isEqualTo(3);
    }

    private List<Outcome> poll() throws InterruptedException {
        return client.poll((event, document) ->
                stored.add(Files.readString(document.orElseThrow().file())));
    }

    private static String record(int number) {
        return "r-%032x".formatted(number);
    }

    private static String event(int number, int version) {
        String delivery = "d-%032x-%d-prison".formatted(number, version);
        return """
            {"specversion":"1.0","id":"%1$s","source":"/casebridge/relay","type":"uk.casebridge.paper.%6$s.v1",
             "subject":"%2$s","time":"2026-11-23T10:00:00Z",
             "dataschema":"https://casebridge.example/schemas/paper.%6$s.v1.json","datacontenttype":"application/json",
             "data":{"delivery":"%1$s","recipient":"prison","place":{"code":"BMI","name":"HMP Birmingham"},
              "urgency":"custody","kind":"remand-warrant","paper":"p-01KB0000000000000000000001","record":"%2$s",
              "version":%3$d,"issuingCourt":{"code":"B01BH00","name":"Bexley Magistrates' Court"},
              "sourceTime":{"evidence":"file"},"restrictions":[],
              "document":{"sha256":"%4$s","size":%5$d,"mediaType":"application/pdf",
               "href":"/api/agencies/deliveries/%1$s/document"},
              "findings":[],"changes":[],"fields":{}}}
            """.formatted(
                delivery, record(number), version, sha256(PAPER), PAPER.length, version == 1 ? "recorded" : "amended");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        } finally {
            exchange.close();
        }
    }

    /** Two queues in memory: what was received is gone from view, deleted or not. */
    private static final class Queues implements SqsClient {
        private final Map<String, List<Message>> waiting = new LinkedHashMap<>();
        private final List<String> deleted = new ArrayList<>();
        private int number;

        void put(URI queue, String group, String body) {
            number++;
            waiting.computeIfAbsent(queue.toString(), none -> new ArrayList<>())
                    .add(Message.builder()
                            .messageId("m-" + number)
                            .receiptHandle("h-" + number)
                            .body(body)
                            .attributes(Map.of(MessageSystemAttributeName.MESSAGE_GROUP_ID, group))
                            .build());
        }

        @Override
        public ReceiveMessageResponse receiveMessage(ReceiveMessageRequest request) {
            List<Message> messages = waiting.getOrDefault(request.queueUrl(), List.of());
            waiting.remove(request.queueUrl());
            return ReceiveMessageResponse.builder().messages(messages).build();
        }

        @Override
        public DeleteMessageResponse deleteMessage(DeleteMessageRequest request) {
            deleted.add(request.receiptHandle());
            return DeleteMessageResponse.builder().build();
        }

        @Override
        public ChangeMessageVisibilityResponse changeMessageVisibility(ChangeMessageVisibilityRequest request) {
            return ChangeMessageVisibilityResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return "sqs";
        }

        @Override
        public void close() {
            waiting.clear();
        }
    }
}
