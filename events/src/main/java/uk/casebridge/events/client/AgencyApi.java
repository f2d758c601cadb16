package uk.casebridge.events.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import uk.casebridge.events.DeliveryEvent.Document;
import uk.casebridge.events.DeliveryReceipt;

/** The agencies' HTTP API: documents and receipts, with the agency's own access token. */
final class AgencyApi {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration DOWNLOAD = Duration.ofMinutes(2);
    private static final Duration RENEWED_BEFORE_END = Duration.ofSeconds(30);
    private static final int RECEIPT_RETRIES = 4;
    private static final Duration RETRY_PAUSE = Duration.ofMillis(500);
    private static final JsonMapper MAPPER = new JsonMapper();

    private final AgencySettings settings;
    private final HttpClient http;
    private final Clock clock;
    private Token token = new Token("", Instant.MIN);

    AgencyApi(AgencySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        // Redirects are followed by hand: the token must not travel to the store of the documents.
        this.http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(PATIENCE)
                .build();
    }

    /** Fetches a document into a new temporary file and checks its size and SHA-256. */
    FetchedDocument fetch(Document document) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                authorised(HttpRequest.newBuilder(address(document.href())).GET());
        if (answer.statusCode() == 410) {
            throw new SupersededException();
        }
        if (answer.statusCode() != 303) {
            throw refused("The document was not given", answer);
        }
        URI link = answer.headers()
                .firstValue("Location")
                .map(settings.api()::resolve)
                .orElseThrow(() -> new IOException("The document was answered without a link"));
        if (settings.api().getScheme().equals("https") && !"https".equals(link.getScheme())) {
            throw new IOException("The link to the document is not encrypted");
        }
        Path file = Files.createTempFile("casebridge-", ".paper");
        try {
            download(link, file, document.size());
            String sha256 = sha256(file);
            if (!sha256.equals(document.sha256())) {
                throw new IOException("The document has the SHA-256 " + sha256 + ", not " + document.sha256());
            }
            return new FetchedDocument(file, sha256, document.size(), document.mediaType());
        } catch (IOException | InterruptedException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private void download(URI link, Path file, long size) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(link).timeout(PATIENCE).GET().build();
        // A request's own timeout ends with the headers; a body that stops half way must not hold the client for ever.
        CompletableFuture<HttpResponse<Path>> found =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofFile(file), size));
        try {
            int status = found.get(DOWNLOAD.toSeconds(), TimeUnit.SECONDS).statusCode();
            if (status != 200) {
                throw new IOException("The link to the document was answered with " + status);
            }
        } catch (ExecutionException e) {
            throw new IOException("The document could not be fetched", e.getCause());
        } catch (TimeoutException e) {
            found.cancel(true);
            throw new IOException("The document did not come within " + DOWNLOAD.toSeconds() + " s", e);
        }
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = newDigest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Posts a receipt. A receipt posted twice is answered as the first time. Where the sender is busy, or has not yet
     * noted that it sent the message we hold, it is asked again a few times.
     */
    void answer(String delivery, DeliveryReceipt receipt) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        address("/api/agencies/deliveries/" + delivery + "/receipts"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(receipt.toJson()));
        HttpResponse<String> answer = authorised(request);
        for (int again = 0; again < RECEIPT_RETRIES && isWorthAnother(answer); again++) {
            Thread.sleep(RETRY_PAUSE);
            answer = authorised(request);
        }
        if (answer.statusCode() / 100 != 2) {
            throw refused("The receipt was not taken", answer);
        }
    }

    private static boolean isWorthAnother(HttpResponse<String> answer) {
        return answer.statusCode() == 429
                || answer.statusCode() >= 500
                || (answer.statusCode() == 409 && code(answer).equals("not-sent-yet"));
    }

    private URI address(String path) {
        String base = settings.api().toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    private HttpResponse<String> authorised(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request, currentToken(false));
        // A token may be withdrawn before its time, and keys may be changed: one fresh try.
        return answer.statusCode() == 401 ? send(request, currentToken(true)) : answer;
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String bearer)
            throws IOException, InterruptedException {
        return http.send(
                request.setHeader("Authorization", "Bearer " + bearer)
                        .timeout(PATIENCE)
                        .build(),
                BodyHandlers.ofString());
    }

    private synchronized String currentToken(boolean fresh) throws IOException, InterruptedException {
        if (fresh || !clock.instant().isBefore(token.end())) {
            token = newToken();
        }
        return token.value();
    }

    private Token newToken() throws IOException, InterruptedException {
        String secret = Base64.getEncoder()
                .encodeToString((encoded(settings.clientId()) + ":" + encoded(settings.clientSecret()))
                        .getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(settings.tokenEndpoint())
                        .timeout(PATIENCE)
                        .header("Authorization", "Basic " + secret)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                "grant_type=client_credentials&scope=" + encoded(AgencySettings.SCOPE)))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("No access token was given: " + answer.statusCode());
        }
        JsonNode body = MAPPER.readTree(answer.body());
        String value = body.path("access_token").asText("");
        if (value.isEmpty()) {
            throw new IOException("The token endpoint gave no access_token");
        }
        Duration life = Duration.ofSeconds(body.path("expires_in").asLong(0));
        return new Token(value, clock.instant().plus(life).minus(RENEWED_BEFORE_END));
    }

    private static IOException refused(String what, HttpResponse<String> answer) {
        String code = code(answer);
        return new IOException(what + ": " + answer.statusCode() + (code.isEmpty() ? "" : " " + code));
    }

    private static String code(HttpResponse<String> answer) {
        try {
            return MAPPER.readTree(answer.body()).path("code").asText("");
        } catch (IOException e) {
            // A gateway on the way may answer with something that is no problem of ours.
            return "";
        }
    }

    // RFC 6749 section 2.3.1: both parts are form-encoded before they are joined.
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The delivery was replaced by a newer version before it was noted as sent. */
    static final class SupersededException extends IOException {

        private static final long serialVersionUID = 1L;

        SupersededException() {
            super("A newer version replaced this delivery");
        }
    }

    private record Token(String value, Instant end) {}
}
