package uk.casebridge.local.engine;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The key of a route of an HTTP API, such as {@code GET /api/deliveries/{id}} or {@code $default}.
 *
 * @param text as the template writes it
 */
public record RouteKey(String text) {
    private static final String DEFAULT = "$default";

    /** The most specific first: literal before variable before greedy, then a method before {@code ANY}. */
    static final Comparator<RouteKey> BY_PRECEDENCE = Comparator.comparing(RouteKey::rank)
            .thenComparing(route -> route.text().startsWith("ANY "));

    private List<String> segments() {
        return List.of(text.substring(text.indexOf(' ') + 1).split("/", -1));
    }

    private String rank() {
        if (text.equals(DEFAULT)) {
            return "9";
        }
        StringBuilder rank = new StringBuilder();
        for (String segment : segments()) {
            rank.append(segment.endsWith("+}") ? '3' : segment.startsWith("{") ? '2' : '1');
        }
        return rank.toString();
    }

    /** The path parameters of a request this route is for; empty if it is not. */
    Optional<Map<String, String>> match(String method, String path) {
        if (text.equals(DEFAULT)) {
            return Optional.of(Map.of());
        }
        String wanted = text.substring(0, text.indexOf(' '));
        if (!wanted.equals("ANY") && !wanted.equals(method)) {
            return Optional.empty();
        }
        List<String> pattern = segments();
        String[] actual = path.split("/", -1);
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < pattern.size(); i++) {
            String segment = pattern.get(i);
            if (segment.endsWith("+}")) {
                String rest =
                        i < actual.length ? String.join("/", List.of(actual).subList(i, actual.length)) : "";
                parameters.put(segment.substring(1, segment.length() - 2), decoded(rest));
                return rest.isEmpty() ? Optional.empty() : Optional.of(parameters);
            }
            if (i >= actual.length) {
                return Optional.empty();
            }
            if (segment.startsWith("{")) {
                parameters.put(segment.substring(1, segment.length() - 1), decoded(actual[i]));
            } else if (!segment.equals(actual[i])) {
                return Optional.empty();
            }
        }
        return actual.length == pattern.size() ? Optional.of(parameters) : Optional.empty();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
