package uk.casebridge.portal;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** The portal's handler behind a small server on loopback: what the gateway does, in a few lines. */
final class LoopbackServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<Optional<PortalHandler>> handler = new AtomicReference<>(Optional.empty());

    LoopbackServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void serve(Portal portal) {
        handler.set(Optional.of(new PortalHandler(portal)));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
            Map<String, String> headers = new LinkedHashMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
            APIGatewayV2HTTPResponse response = handler.get()
                    .orElseThrow()
                    .handleRequest(
                            World.event(
                                    exchange.getRequestMethod(),
                                    exchange.getRequestURI().toString(),
                                    Optional.ofNullable(
                                            exchange.getRequestHeaders().getFirst("cookie")),
                                    headers,
                                    body),
                            NoContext.INSTANCE);
            response.getHeaders()
                    .forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
            response.getCookies()
                    .forEach(cookie -> exchange.getResponseHeaders().add("set-cookie", cookie));
            byte[] bytes = response.getIsBase64Encoded()
                    ? Base64.getDecoder().decode(response.getBody())
                    : response.getBody().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(response.getStatusCode(), bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
