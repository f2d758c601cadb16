package uk.casebridge.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One loopback address for the services that speak AWS JSON: each request names its service in {@code X-Amz-Target}. */
public final class AwsEndpoint implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AwsEndpoint.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A service behind the endpoint. */
    public interface Service {

        /** The part of {@code X-Amz-Target} before the dot. */
        String target();

        Answer answer(String operation, JsonNode request);
    }

    /**
     * What a service answers.
     *
     * @param status the HTTP status
     * @param body the JSON
     */
    public record Answer(int status, ObjectNode body) {

        static Answer error(int status, String type, String message) {
            return new Answer(
                    status,
                    JsonNodeFactory.instance.objectNode().put("__type", type).put("message", message));
        }
    }

    private final HttpServer server;
    private final Map<String, Service> services;

    public AwsEndpoint(List<Service> services) throws IOException {
        this.services = services.stream().collect(Collectors.toMap(Service::target, Function.identity()));
        server = Loopback.server(0);
        server.createContext("/", this::handle);
        server.start();
    }

    public String address() {
        return Loopback.address(server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer;
            try {
                String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
                int dot = Math.max(0, target.indexOf('.'));
                Service service = services.get(target.substring(0, dot));
                answer = service == null
                        ? Answer.error(400, "UnknownOperationException", "No service for " + target)
                        : service.answer(target.substring(dot + 1), JSON.readTree(exchange.getRequestBody()));
            } catch (RuntimeException e) {
                LOG.error("A request to the local AWS endpoint failed", e);
                answer = Answer.error(500, "InternalServerError", String.valueOf(e.getMessage()));
            }
            byte[] body = JSON.writeValueAsBytes(answer.body());
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
            exchange.getResponseHeaders()
                    .set("x-amzn-RequestId", UUID.randomUUID().toString());
            exchange.sendResponseHeaders(answer.status(), body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    @Override
    public void close() {
        Loopback.stop(server);
    }
}
