package uk.casebridge.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import uk.casebridge.domain.failure.FailureCode;

/** The operator API as the command line uses it: JSON in and out, with a token of the operator client. */
final class OperatorApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BEFORE_EXPIRY = Duration.ofSeconds(30);

    private final Connection connection;
    private final HttpClient http;
    private final Clock clock;
    private String token = "";
    private Instant tokenGoodUntil = Instant.EPOCH;

    OperatorApi(Connection connection, HttpClient http, Clock clock) {
        this.connection = connection;
        this.http = http;
        this.clock = clock;
    }

    static OperatorApi connect() throws NotReachedException {
        return new OperatorApi(
                Connection.find(System.getenv(), Casebridge.root()),
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build(),
                Clock.systemUTC());
    }

    JsonNode get(String path) throws NotReachedException, RefusedException, InterruptedException {
        return send(request(path).GET().build());
    }

    JsonNode post(String path, ObjectNode body) throws NotReachedException, RefusedException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    static ObjectNode body() {
        return JSON.createObjectNode();
    }

    static String inPath(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpRequest.Builder request(String path)
            throws NotReachedException, RefusedException, InterruptedException {
        return HttpRequest.newBuilder(connection.api().resolve("/api/operator" + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token());
    }

    private String token() throws NotReachedException, RefusedException, InterruptedException {
        if (clock.instant().isAfter(tokenGoodUntil.minus(BEFORE_EXPIRY))) {
            String basic = Base64.getEncoder()
                    .encodeToString(
                            (connection.clientId() + ":" + connection.clientSecret()).getBytes(StandardCharsets.UTF_8));
            JsonNode answer = send(HttpRequest.newBuilder(connection.tokenEndpoint())
                    .timeout(PATIENCE)
                    .header("Authorization", "Basic " + basic)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&scope="
                            + URLEncoder.encode("casebridge/operator", StandardCharsets.UTF_8)))
                    .build());
            token = answer.path("access_token").asText();
            tokenGoodUntil =
                    clock.instant().plusSeconds(answer.path("expires_in").asLong(300));
        }
        return token;
    }

    private JsonNode send(HttpRequest request) throws NotReachedException, RefusedException, InterruptedException {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 400) {
                throw new RefusedException(response.statusCode(), response.body());
            }
            return response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body());
        } catch (IOException e) {
            throw new NotReachedException(
                    "Casebridge does not answer at " + origin(request.uri())
                            + ". Is it running? Start it with './infrastructure/casebridge up'.",
                    e);
        }
    }

    private static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    /** Refused, by Casebridge or because it surely would be; the message is a sentence for people. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        RefusedException(int status, String body) {
            super(sentence(status, body));
        }

        /** Refused here already, as it would be there. */
        RefusedException(FailureCode failure) {
            super("Refused (" + failure.code() + "): " + failure.sentence());
        }

        private static String sentence(int status, String body) {
            try {
                JsonNode problem = JSON.readTree(body);
                String code = problem.path("code").asText("");
                String detail = Optional.of(problem.path("detail").asText(""))
                        .filter(text -> !text.isBlank())
                        .orElse(problem.path("title")
                                .asText(problem.path("message").asText("")));
                return "Refused (" + status + (code.isBlank() ? "" : ", " + code) + "): " + detail;
            } catch (IOException e) {
                // Not every refusal is JSON: a gateway answers in its own words.
                return "Refused (" + status + "): " + body;
            }
        }
    }
}
