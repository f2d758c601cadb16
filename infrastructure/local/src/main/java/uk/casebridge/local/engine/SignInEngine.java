package uk.casebridge.local.engine;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.Route;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import okhttp3.Headers;

/**
 * The user pool: mock-oauth2-server publishes discovery and keys; signing in and giving tokens are done here, because
 * that server takes any client, any secret and any redirect address, and a person's two tokens have one set of claims.
 */
public final class SignInEngine implements AutoCloseable {

    /** An authorisation under way, remembered by its code. */
    private record Pending(
            SignInClient client,
            Person person,
            String redirect,
            List<String> scopes,
            Optional<String> nonce,
            Optional<String> challenge) {}

    private final KeyProvider keys = new KeyProvider();
    private final Tokens tokens;
    private final MockOAuth2Server server;
    private final String address;
    private final Map<String, SignInClient> clients = new ConcurrentHashMap<>();
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, Pending> codes = new ConcurrentHashMap<>();

    public SignInEngine(List<Person> people, Clock clock) throws IOException {
        people.forEach(person -> this.people.put(person.name(), person));
        tokens = new Tokens(keys, clock);
        server = new MockOAuth2Server(
                new OAuth2Config(false, null, null, false, new OAuth2TokenProvider(keys)), new Door());
        server.start(Loopback.inetAddress(), 0);
        address = Loopback.address(server.url("").port());
    }

    /** Where it listens; an issuer is this and the id of a pool. */
    public String address() {
        return address;
    }

    public Tokens tokens() {
        return tokens;
    }

    public List<Person> people() {
        return List.copyOf(people.values());
    }

    public void register(SignInClient client) {
        clients.put(client.id(), client);
    }

    public List<SignInClient> clients() {
        return List.copyOf(clients.values());
    }

    @Override
    public void close() {
        server.shutdown();
    }

    /** A refusal in OAuth's terms. */
    private static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        RefusedException(String error) {
            super(error);
        }
    }

    private final class Door implements Route {
        @Override
        public boolean match(OAuth2HttpRequest request) {
            String page = page(request);
            return page.equals("authorize")
                    || page.equals("token")
                    || page.equals("logout")
                    || page.equals("endsession");
        }

        @Override
        public OAuth2HttpResponse invoke(OAuth2HttpRequest request) {
            try {
                return switch (page(request)) {
                    case "token" -> token(request);
                    case "authorize" ->
                        request.getMethod().equals("POST") ? signedIn(request) : signInPage(query(request));
                    default -> signedOut(query(request));
                };
            } catch (RefusedException e) {
                ObjectNode error = JsonNodeFactory.instance.objectNode().put("error", e.getMessage());
                return response(400, "application/json", error.toString());
            }
        }

        private String page(OAuth2HttpRequest request) {
            return request.getUrl().pathSegments().getLast();
        }
    }

    private OAuth2HttpResponse signInPage(Map<String, String> query) throws RefusedException {
        SignInClient client = clientOf(query.get("client_id"));
        checked(client, query);
        String hidden = query.entrySet().stream()
                .map(entry -> "<input type=\"hidden\" name=\"" + escaped(entry.getKey()) + "\" value=\""
                        + escaped(entry.getValue()) + "\">")
                .collect(Collectors.joining());
        String names = people.values().stream()
                .map(person -> "<p><button name=\"username\" value=\"" + escaped(person.name()) + "\">"
                        + escaped(person.name()) + "</button> " + escaped(String.join(", ", person.groups())) + "</p>")
                .collect(Collectors.joining("\n"));
        return response(200, "text/html; charset=utf-8", """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><title>Sign in to the local house</title>
                <style>body{font:19px arial,sans-serif;max-width:40em;margin:2em auto;padding:0 1em}
                button{font:inherit;padding:.4em .8em}</style></head>
                <body><main><h1>Sign in to the local house</h1>
                <p>Nobody here is real and no password is asked. Choose who you are.</p>
                <form method="post">%s
                %s</form></main></body></html>
                """.formatted(hidden, names));
    }

    private OAuth2HttpResponse signedIn(OAuth2HttpRequest request) throws RefusedException {
        Map<String, String> form = new LinkedHashMap<>(query(request));
        form.putAll(decoded(Objects.requireNonNullElse(request.getBody(), "")));
        SignInClient client = clientOf(form.get("client_id"));
        String redirect = checked(client, form);
        Person person = people.get(form.getOrDefault("username", ""));
        if (person == null) {
            throw new RefusedException("access_denied");
        }
        List<String> asked = Arrays.asList(form.getOrDefault("scope", "openid").split(" "));
        String code = UUID.randomUUID().toString();
        codes.put(
                code,
                new Pending(
                        client,
                        person,
                        redirect,
                        asked.stream().filter(client.scopes()::contains).toList(),
                        Optional.ofNullable(form.get("nonce")),
                        Optional.ofNullable(form.get("code_challenge"))));
        String state = form.containsKey("state") ? "&state=" + encoded(form.getOrDefault("state", "")) : "";
        return redirect(redirect + (redirect.contains("?") ? "&" : "?") + "code=" + code + state);
    }

    private static String checked(SignInClient client, Map<String, String> query) throws RefusedException {
        String redirect = query.getOrDefault("redirect_uri", "");
        if (!client.callbacks().contains(redirect)) {
            throw new RefusedException("redirect_mismatch");
        }
        if (!client.flows().contains("code") || !"code".equals(query.get("response_type"))) {
            throw new RefusedException("unauthorized_client");
        }
        if (query.containsKey("code_challenge") && !"S256".equals(query.get("code_challenge_method"))) {
            throw new RefusedException("invalid_request");
        }
        return redirect;
    }

    private OAuth2HttpResponse token(OAuth2HttpRequest request) throws RefusedException {
        Map<String, String> form = decoded(Objects.requireNonNullElse(request.getBody(), ""));
        SignInClient client = authenticated(request, form);
        String issuer = issuer(request);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        switch (form.getOrDefault("grant_type", "")) {
            case "client_credentials" -> {
                if (!client.flows().contains("client_credentials")) {
                    throw new RefusedException("unauthorized_client");
                }
                List<String> scopes = form.containsKey("scope")
                        ? List.of(form.getOrDefault("scope", "").split(" "))
                        : client.scopes();
                if (!client.scopes().containsAll(scopes)) {
                    throw new RefusedException("invalid_scope");
                }
                body.put("access_token", tokens.clientAccess(issuer, client.id(), scopes, client.accessLife()));
            }
            case "authorization_code" -> {
                Pending pending = codes.remove(form.getOrDefault("code", ""));
                if (pending == null
                        || !pending.client().id().equals(client.id())
                        || !pending.redirect().equals(form.get("redirect_uri"))
                        || !proved(pending, form.get("code_verifier"))) {
                    throw new RefusedException("invalid_grant");
                }
                body.put(
                        "id_token",
                        tokens.personId(issuer, client.id(), pending.person(), pending.nonce(), client.idLife()));
                body.put(
                        "access_token",
                        tokens.personAccess(
                                issuer, client.id(), pending.person(), pending.scopes(), client.accessLife()));
            }
            default -> throw new RefusedException("unsupported_grant_type");
        }
        body.put("expires_in", client.accessLife().toSeconds()).put("token_type", "Bearer");
        return response(200, "application/json", body.toString());
    }

    private static boolean proved(Pending pending, @org.jspecify.annotations.Nullable String verifier) {
        if (pending.challenge().isEmpty()) {
            return true;
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(Objects.requireNonNullElse(verifier, "").getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(hash)
                    .equals(pending.challenge().get());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private SignInClient authenticated(OAuth2HttpRequest request, Map<String, String> form) throws RefusedException {
        String id = form.getOrDefault("client_id", "");
        String secret = form.getOrDefault("client_secret", "");
        String header = request.getHeaders().get("Authorization");
        if (header != null && header.startsWith("Basic ")) {
            String[] pair = new String(
                            Base64.getDecoder().decode(header.substring("Basic ".length())), StandardCharsets.UTF_8)
                    .split(":", 2);
            id = URLDecoder.decode(pair[0], StandardCharsets.UTF_8);
            secret = pair.length == 2 ? URLDecoder.decode(pair[1], StandardCharsets.UTF_8) : "";
        }
        SignInClient client = clientOf(id);
        if (!MessageDigest.isEqual(
                client.secret().getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8))) {
            throw new RefusedException("invalid_client");
        }
        return client;
    }

    private SignInClient clientOf(@org.jspecify.annotations.Nullable String id) throws RefusedException {
        SignInClient client = id == null ? null : clients.get(id);
        if (client == null) {
            throw new RefusedException("invalid_client");
        }
        return client;
    }

    private OAuth2HttpResponse signedOut(Map<String, String> query) throws RefusedException {
        String target = query.getOrDefault("logout_uri", query.getOrDefault("post_logout_redirect_uri", ""));
        if (clients.values().stream().noneMatch(client -> client.logouts().contains(target))) {
            throw new RefusedException("redirect_mismatch");
        }
        return redirect(target);
    }

    private String issuer(OAuth2HttpRequest request) {
        return address + "/" + request.getUrl().pathSegments().getFirst();
    }

    private static Map<String, String> query(OAuth2HttpRequest request) {
        return decoded(Objects.requireNonNullElse(request.getUrl().encodedQuery(), ""));
    }

    private static Map<String, String> decoded(String form) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : form.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return values;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }

    private static OAuth2HttpResponse redirect(String location) {
        return new OAuth2HttpResponse(Headers.of("Location", location), 302, "", null);
    }

    private static OAuth2HttpResponse response(int status, String type, String body) {
        List<String> headers = new ArrayList<>(List.of("Content-Type", type, "Cache-Control", "no-store"));
        return new OAuth2HttpResponse(Headers.of(headers.toArray(String[]::new)), status, body, null);
    }
}
