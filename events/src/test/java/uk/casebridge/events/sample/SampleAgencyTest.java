package uk.casebridge.events.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
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
import uk.casebridge.events.DeliveryReceipt.Answer;
import uk.casebridge.events.client.AgencyClient;
import uk.casebridge.events.client.AgencySettings;
import uk.casebridge.events.client.TakenDeliveries;

final class SampleAgencyTest {

    private static final String EVENT = """
            {"specversion":"1.0","id":"d-00000000000000000000000000000001-1-prison","source":"/casebridge/relay",
             "type":"uk.casebridge.paper.recorded.v1","subject":"r-00000000000000000000000000000001",
             "time":"2026-11-23T10:00:00Z","dataschema":"https://casebridge.example/schemas/paper.recorded.v1.json",
             "datacontenttype":"application/json",
             "data":{"delivery":"d-00000000000000000000000000000001-1-prison","recipient":"prison",
              "place":{"code":"BMI","name":"HMP Birmingham"},"urgency":"custody","kind":"remand-warrant",
              "paper":"p-01KB0000000000000000000001","record":"r-00000000000000000000000000000001","version":1,
              "issuingCourt":{"code":"B01BH00","name":"Bexley Magistrates' Court"},"sourceTime":{"evidence":"file"},
              "restrictions":[],"findings":[],"changes":[],"fields":{}}}
            """;

    private final OneQueue queue = new OneQueue();
    private final List<Answer> answers = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T10:00:00Z"));
    private final HttpServer server = server();
    private final SampleAgency agency = agency();

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private SampleAgency agency() {
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        InstantSource source = now::get;
        Clock clock = source.withZone(ZoneOffset.UTC);
        URI lane = URI.create("https://queues.example/prison");
        return new SampleAgency(
                "prison",
                new AgencyClient(
                        new AgencySettings(
                                lane, lane, base, base.resolve("/token"), "prison", "secret", Optional.empty()),
                        TakenDeliveries.inMemory(),
                        queue,
                        clock),
                new PrintStream(lines, true, StandardCharsets.UTF_8),
                clock);
    }

    @BeforeEach
    void serve() {
        server.createContext("/token", exchange -> answer(exchange, "{\"access_token\":\"t-1\",\"expires_in\":3600}"));
        server.createContext("/api/agencies/deliveries/", exchange -> {
            answers.add(DeliveryReceipt.fromJson(
                            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                    .answer());
            answer(exchange, "{}");
        });
        server.start();
    }

    @AfterEach
    void stop() {
        agency.close();
        server.stop(0);
    }

    @Test
    void shouldAcknowledgeAChangeBeforeItActsOnIt() throws InterruptedException {
        queue.waiting.add(EVENT.replace("-1-prison", "-2-prison")
                .replace("paper.recorded", "paper.amended")
                .replace("\"version\":1", "\"version\":2")
                .replace("\"changes\":[]", "\"changes\":[{\"path\":\"prison.name\",\"after\":\"x\"}]"));

        agency.round();
        now.set(now.get().plus(Duration.ofSeconds(2)));
        agency.round();

        assertThat(answers).containsExactly(Answer.RECEIVED, Answer.ACKNOWLEDGED, Answer.ACTIONED);
    }

    @Test
    void shouldReceiveFirstAndActAMomentLater() throws InterruptedException {
        queue.waiting.add(EVENT);

        agency.round();
        assertThat(answers).containsExactly(Answer.RECEIVED);
        now.set(now.get().plus(Duration.ofSeconds(2)));
        agency.round();

        assertThat(answers).containsExactly(Answer.RECEIVED, Answer.ACTIONED);
        assertThat(said())
                .containsExactly(
                        "prison: urgent remand-warrant version 1 for HMP Birmingham: received, no document",
                        "prison: urgent remand-warrant version 1 for HMP Birmingham: actioned");
    }

    @Test
    void shouldAnswerADeliveryThatComesTwiceOnce() throws InterruptedException {
        queue.waiting.add(EVENT);
        queue.waiting.add(EVENT);

        agency.round();
        agency.round();

        assertThat(answers).containsExactly(Answer.RECEIVED);
        assertThat(said()).last().asString().endsWith("had before");
    }

    @Test
    void shouldSayThatAMessageIsNotValidAndAnswerNothing() throws InterruptedException {
        queue.waiting.add("{}");

        agency.round();

        assertThat(answers).isEmpty();
        assertThat(said()).singleElement().asString().contains("is not valid");
    }

    @Test
    void shouldSayWhichAgencyTheHouseDoesNotKnow(@TempDir Path folder) throws IOException {
        Path house = Files.writeString(folder.resolve("house.json"), "{\"sqs\":\"http://127.0.0.1:1\"}");

        assertThatThrownBy(() -> SampleAgency.of("probation", house, System.out))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/queues/probation");
    }

    private List<String> said() {
        return lines.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** A queue in memory that gives one message at a time. */
    private static final class OneQueue implements SqsClient {
        private final Queue<String> waiting = new ArrayDeque<>();

        @Override
        public ReceiveMessageResponse receiveMessage(ReceiveMessageRequest request) {
            String body = waiting.poll();
            return body == null
                    ? ReceiveMessageResponse.builder().build()
                    : ReceiveMessageResponse.builder()
                            .messages(Message.builder()
                                    .messageId("m-1")
                                    .receiptHandle("h-1")
                                    .body(body)
                                    .attributes(Map.of(MessageSystemAttributeName.MESSAGE_GROUP_ID, "case"))
                                    .build())
                            .build();
        }

        @Override
        public DeleteMessageResponse deleteMessage(DeleteMessageRequest request) {
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
