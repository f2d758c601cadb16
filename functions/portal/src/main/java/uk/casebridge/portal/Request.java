package uk.casebridge.portal;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the browser asked for.
 *
 * @param method GET, POST …
 * @param path the path, decoded, without the query
 * @param query the query, the first value of each name
 * @param headers the headers, names in lower case
 * @param cookies the cookies by name
 * @param form the fields of a posted form, the first value of each name
 */
record Request(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        Map<String, String> cookies,
        Map<String, String> form) {

    Request {
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
        cookies = Map.copyOf(cookies);
        form = Map.copyOf(form);
    }

    /** From the gateway's event, payload format 2.0. */
    static Request of(APIGatewayV2HTTPEvent event) {
        Map<String, String> headers = new LinkedHashMap<>();
        orElse(event.getHeaders(), Map.<String, String>of())
                .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        return new Request(
                event.getRequestContext().getHttp().getMethod().toUpperCase(Locale.ROOT),
                orElse(event.getRawPath(), "/"),
                pairs(orElse(event.getRawQueryString(), "")),
                headers,
                cookies(orElse(event.getCookies(), List.<String>of()), headers),
                isForm(headers) ? pairs(body(event)) : Map.of());
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
    }

    Optional<String> form(String name) {
        return Optional.ofNullable(form.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    boolean isPost() {
        return method.equals("POST");
    }

    boolean isRead() {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** The path's parts between the slashes. */
    List<String> steps() {
        List<String> steps = new ArrayList<>();
        for (String step : path.split("/", -1)) {
            if (!step.isEmpty()) {
                steps.add(step);
            }
        }
        return List.copyOf(steps);
    }

    private static boolean isForm(Map<String, String> headers) {
        return orElse(headers.get("content-type"), "")
                .toLowerCase(Locale.ROOT)
                .startsWith("application/x-www-form-urlencoded");
    }

    private static String body(APIGatewayV2HTTPEvent event) {
        String body = orElse(event.getBody(), "");
        return event.getIsBase64Encoded() ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8) : body;
    }

    /** The gateway gives cookies apart; a plain server leaves them in their header. */
    private static Map<String, String> cookies(List<String> given, Map<String, String> headers) {
        List<String> all = new ArrayList<>(given);
        if (given.isEmpty()) {
            all.addAll(List.of(orElse(headers.get("cookie"), "").split(";")));
        }
        Map<String, String> cookies = new LinkedHashMap<>();
        for (String cookie : all) {
            int equals = cookie.indexOf('=');
            if (equals > 0) {
                cookies.putIfAbsent(
                        cookie.substring(0, equals).strip(),
                        cookie.substring(equals + 1).strip());
            }
        }
        return cookies;
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (!name.isEmpty()) {
                pairs.putIfAbsent(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return pairs;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A broken escape is nobody's value; as it stands it finds nothing and harms nothing.
            return text;
        }
    }

    private static <T> T orElse(@Nullable T value, T other) {
        return value == null ? other : value;
    }
}
