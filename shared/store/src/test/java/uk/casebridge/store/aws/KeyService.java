package uk.casebridge.store.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** As much of KMS as the keys need: makes data keys and unwraps them, if the context is the one they were made with. */
final class KeyService implements HttpHandler {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SecureRandom chance = new SecureRandom();
    private final Map<String, Wrapped> byBlob = new ConcurrentHashMap<>();

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode request = JSON.readTree(exchange.getRequestBody());
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            String context = request.path("EncryptionContext").toString();
            switch (target == null ? "" : target) {
                case "TrentService.GenerateDataKey" -> {
                    String blob = random(40);
                    String key = random(32);
                    byBlob.put(blob, new Wrapped(key, context));
                    answer(exchange, 200, Map.of("CiphertextBlob", blob, "Plaintext", key, "KeyId", "test"));
                }
                case "TrentService.Decrypt" -> {
                    Wrapped wrapped = byBlob.get(request.path("CiphertextBlob").asText());
                    if (wrapped == null || !wrapped.context().equals(context)) {
                        answer(exchange, 400, Map.of("__type", "InvalidCiphertextException"));
                    } else {
                        answer(exchange, 200, Map.of("Plaintext", wrapped.key(), "KeyId", "test"));
                    }
                }
                default -> answer(exchange, 400, Map.of("__type", "UnknownOperationException"));
            }
        }
    }

    private String random(int bytes) {
        byte[] random = new byte[bytes];
        chance.nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }

    private static void answer(HttpExchange exchange, int status, Map<String, String> body) throws IOException {
        byte[] bytes = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private record Wrapped(String key, String context) {}
}
