package uk.casebridge.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.casebridge.local.function.FunctionFailedException;
import uk.casebridge.local.function.LocalFunction;
import uk.casebridge.local.template.Resolver;

/**
 * The HTTP API: routes, the JWT authorizer and the proxy integration with payload format 2.0, as
 * <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">the
 * developer guide</a> lays them down, its limits of 10 MB a request and 6 MB a Lambda answer included.
 */
public final class HttpDoor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpDoor.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST_REQUEST = 10 * 1024 * 1024;
    private static final int LARGEST_ANSWER = 6 * 1024 * 1024;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /**
     * Whom a JWT authorizer lets in.
     *
     * @param issuer the issuer its tokens must be of
     * @param audience the clients its tokens must be for
     */
    public record Authorizer(String issuer, List<String> audience) {}

    /**
     * A route.
     *
     * @param key what requests it takes
     * @param function what answers them
     * @param authorizer who may ask; empty is anybody
     * @param scopes the scopes of which a token must have one; none asks for none
     */
    public record Route(RouteKey key, LocalFunction function, Optional<Authorizer> authorizer, List<String> scopes) {}

    private record Let(Optional<JWTClaimsSet> claims, int refusal) {}

    private final HttpServer server;
    private final Tokens tokens;
    private final Clock clock;
    private final List<Route> routes = new CopyOnWriteArrayList<>();

    /** Binds the port, so that its address is known, and answers nobody before {@link #open}. */
    public HttpDoor(int port, Tokens tokens, Clock clock) throws IOException {
        this.tokens = tokens;
        this.clock = clock;
        this.server = Loopback.server(port);
        server.createContext("/", this::handle);
    }

    public String address() {
        return Loopback.address(server.getAddress().getPort());
    }

    public void add(Route route) {
        routes.add(route);
        routes.sort(Comparator.comparing(Route::key, RouteKey.BY_PRECEDENCE));
    }

    public void open() {
        server.start();
    }

    @Override
    public void close() {
        Loopback.stop(server);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                answer(exchange);
            } catch (FunctionFailedException e) {
                LOG.warn(
                        "{} {}: {}",
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getRawPath(),
                        e.getMessage(),
                        e);
                message(exchange, 500, "Internal Server Error");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                message(exchange, 503, "Service Unavailable");
            } catch (RuntimeException e) {
                LOG.error(
                        "{} {} failed",
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getRawPath(),
                        e);
                message(exchange, 500, "Internal Server Error");
            }
        }
    }

    private void answer(HttpExchange exchange) throws IOException, FunctionFailedException, InterruptedException {
        String path = exchange.getRequestURI().getRawPath();
        for (Route route : routes) {
            Optional<Map<String, String>> parameters =
                    route.key().match(exchange.getRequestMethod(), path.isEmpty() ? "/" : path);
            if (parameters.isPresent()) {
                Let let = let(route, exchange.getRequestHeaders());
                if (let.refusal() != 0) {
                    refuse(exchange, let.refusal());
                    return;
                }
                byte[] body = exchange.getRequestBody().readNBytes(LARGEST_REQUEST + 1);
                if (body.length > LARGEST_REQUEST) {
                    message(exchange, 413, "Request Entity Too Large");
                    return;
                }
                ObjectNode event = event(exchange, route, parameters.get(), let.claims(), body);
                respond(exchange, route.function().invoke(JSON.writeValueAsBytes(event)));
                return;
            }
        }
        message(exchange, 404, "Not Found");
    }

    private Let let(Route route, Headers headers) {
        if (route.authorizer().isEmpty()) {
            return new Let(Optional.empty(), 0);
        }
        Authorizer authorizer = route.authorizer().get();
        String header = Objects.requireNonNullElse(headers.getFirst("Authorization"), "");
        Optional<JWTClaimsSet> claims = tokens.verified(authorizer.issuer(), header.replaceFirst("(?i)^Bearer ", ""))
                .filter(verified -> meant(verified, authorizer.audience()));
        if (claims.isEmpty()) {
            return new Let(Optional.empty(), 401);
        }
        List<String> scopes = scopes(claims.get());
        boolean enough = route.scopes().isEmpty() || route.scopes().stream().anyMatch(scopes::contains);
        return new Let(claims, enough ? 0 : 403);
    }

    /** API Gateway checks {@code aud}, and {@code client_id} only where there is no {@code aud}. */
    private static boolean meant(JWTClaimsSet claims, List<String> audience) {
        return claims.getAudience().isEmpty()
                ? audience.contains(String.valueOf(claims.getClaim("client_id")))
                : claims.getAudience().stream().anyMatch(audience::contains);
    }

    private static List<String> scopes(JWTClaimsSet claims) {
        return claims.getClaim("scope") instanceof String scope ? List.of(scope.split(" ")) : List.of();
    }

    private ObjectNode event(
            HttpExchange exchange,
            Route route,
            Map<String, String> parameters,
            Optional<JWTClaimsSet> claims,
            byte[] body) {
        URI uri = exchange.getRequestURI();
        ObjectNode event = JSON.createObjectNode();
        event.put("version", "2.0")
                .put("routeKey", route.key().text())
                .put("rawPath", uri.getRawPath())
                .put("rawQueryString", Objects.requireNonNullElse(uri.getRawQuery(), ""));
        Headers headers = exchange.getRequestHeaders();
        List<String> cookies = headers.getOrDefault("Cookie", List.of());
        if (!cookies.isEmpty()) {
            cookies.stream()
                    .flatMap(line -> Arrays.stream(line.split(";\\s*")))
                    .forEach(event.withArray("cookies")::add);
        }
        ObjectNode names = event.putObject("headers");
        headers.forEach((name, values) -> {
            if (!name.equalsIgnoreCase("Cookie")) {
                names.put(name.toLowerCase(Locale.ROOT), String.join(",", values));
            }
        });
        Map<String, String> query = query(uri);
        if (!query.isEmpty()) {
            query.forEach(event.putObject("queryStringParameters")::put);
        }
        if (!parameters.isEmpty()) {
            parameters.forEach(event.putObject("pathParameters")::put);
        }
        context(event.putObject("requestContext"), exchange, route, claims);
        boolean text = isText(Objects.requireNonNullElse(headers.getFirst("Content-Type"), ""));
        if (body.length > 0) {
            event.put(
                    "body",
                    text
                            ? new String(body, StandardCharsets.UTF_8)
                            : Base64.getEncoder().encodeToString(body));
        }
        event.put("isBase64Encoded", body.length > 0 && !text);
        return event;
    }

    private void context(ObjectNode context, HttpExchange exchange, Route route, Optional<JWTClaimsSet> claims) {
        String host = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Host"), Loopback.HOST);
        context.put("accountId", Resolver.ACCOUNT)
                .put("apiId", "local")
                .put("domainName", host)
                .put("domainPrefix", host.replaceFirst("[.:].*", ""))
                .put("requestId", UUID.randomUUID().toString())
                .put("routeKey", route.key().text())
                .put("stage", "$default")
                .put("time", TIME.format(clock.instant()))
                .put("timeEpoch", clock.millis());
        context.putObject("http")
                .put("method", exchange.getRequestMethod())
                .put("path", exchange.getRequestURI().getRawPath())
                .put("protocol", exchange.getProtocol())
                .put("sourceIp", exchange.getRemoteAddress().getAddress().getHostAddress())
                .put(
                        "userAgent",
                        Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("User-Agent"), ""));
        claims.ifPresent(verified -> {
            ObjectNode jwt = context.putObject("authorizer").putObject("jwt");
            ObjectNode values = jwt.putObject("claims");
            // Every claim reaches a function as text, lists in the form [a b].
            verified.toJSONObject()
                    .forEach((name, value) -> values.put(
                            name,
                            value instanceof List<?> list
                                    ? "["
                                            + String.join(
                                                    " ",
                                                    list.stream()
                                                            .map(String::valueOf)
                                                            .toList()) + "]"
                                    : String.valueOf(value)));
            scopes(verified).forEach(jwt.putArray("scopes")::add);
        });
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : Objects.requireNonNullElse(uri.getRawQuery(), "").split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                query.merge(
                        URLDecoder.decode(name, StandardCharsets.UTF_8),
                        URLDecoder.decode(value, StandardCharsets.UTF_8),
                        (first, second) -> first + "," + second);
            }
        }
        return query;
    }

    /** API Gateway passes these content types on as text and everything else, forms too, in base64. */
    private static boolean isText(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT);
        return type.startsWith("text/")
                || type.startsWith("application/json")
                || type.startsWith("application/xml")
                || type.startsWith("application/javascript");
    }

    private static void respond(HttpExchange exchange, byte[] answer) throws IOException {
        if (answer.length > LARGEST_ANSWER) {
            LOG.error("An answer of {} bytes is larger than Lambda lets through", answer.length);
            message(exchange, 500, "Internal Server Error");
            return;
        }
        JsonNode response = answer.length == 0 ? JSON.createObjectNode() : JSON.readTree(answer);
        String text = response.path("body").asText("");
        byte[] body = response.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(text)
                : text.getBytes(StandardCharsets.UTF_8);
        int status = response.path("statusCode").asInt(200);
        if (!response.has("statusCode")) {
            body = answer;
        }
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        response.path("headers")
                .properties()
                .forEach(
                        header -> headers.set(header.getKey(), header.getValue().asText()));
        response.path("cookies").forEach(cookie -> headers.add("Set-Cookie", cookie.asText()));
        send(exchange, status, body);
    }

    private static void refuse(HttpExchange exchange, int status) throws IOException {
        if (status == 401) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
            message(exchange, 401, "Unauthorized");
        } else {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer error=\"insufficient_scope\"");
            message(exchange, 403, "Forbidden");
        }
    }

    private static void message(HttpExchange exchange, int status, String message) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        send(exchange, status, JSON.writeValueAsBytes(JSON.createObjectNode().put("message", message)));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        boolean none = body.length == 0 || status == 204 || status == 304;
        exchange.sendResponseHeaders(status, none ? -1 : body.length);
        if (!none) {
            exchange.getResponseBody().write(body);
        }
    }
}
