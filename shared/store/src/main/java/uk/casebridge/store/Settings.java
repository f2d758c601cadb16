package uk.casebridge.store;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Settings of a room, read from its environment. Ask for all of them, then {@link #check()} once: a room with a setting
 * missing fails at its start and names every one, rather than the first.
 */
public final class Settings {

    private final Map<String, String> environment;
    private final SortedSet<String> missing = new TreeSet<>();
    private final SortedSet<String> malformed = new TreeSet<>();

    private Settings(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    public static Settings of(Map<String, String> environment) {
        return new Settings(environment);
    }

    /** A setting that must be there; where it is missing or blank, empty text, and {@link #check()} will say so. */
    public String required(String name) {
        Optional<String> value = optional(name);
        if (value.isEmpty()) {
            missing.add(name);
        }
        return value.orElse("");
    }

    public Optional<String> optional(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /**
     * A sum in pounds.
     *
     * @throws IllegalStateException if it is there and no sum of money
     */
    public BigDecimal pounds(String name, BigDecimal otherwise) {
        String text = optional(name).orElse("");
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("\\d{1,9}(\\.\\d{2})?")) {
            throw new IllegalStateException(
                    "This function cannot start. " + name + " is a sum in pounds such as 1000.00, not " + text);
        }
        return new BigDecimal(text);
    }

    /** A setting of the form {@code name=value,name=value}, in its order; its values may hold equals signs. */
    public Map<String, String> requiredPairs(String name) {
        return pairs(name, required(name));
    }

    /** The same, empty where the setting is missing. */
    public Map<String, String> optionalPairs(String name) {
        return pairs(name, optional(name).orElse(""));
    }

    /**
     * Ends the reading of settings.
     *
     * @throws IllegalStateException naming every setting that is missing or not of its form
     */
    public void check() {
        if (missing.isEmpty() && malformed.isEmpty()) {
            return;
        }
        StringBuilder sentence = new StringBuilder("This function cannot start.");
        if (!missing.isEmpty()) {
            sentence.append(" Missing settings: ")
                    .append(String.join(", ", missing))
                    .append('.');
        }
        if (!malformed.isEmpty()) {
            sentence.append(" Settings not of the form name=value,name=value: ")
                    .append(String.join(", ", malformed))
                    .append('.');
        }
        throw new IllegalStateException(sentence.toString());
    }

    private Map<String, String> pairs(String name, String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : text.split(",", -1)) {
            if (pair.isBlank()) {
                continue;
            }
            int equals = pair.indexOf('=');
            if (equals < 1 || equals == pair.length() - 1) {
                malformed.add(name);
                continue;
            }
            pairs.put(
                    pair.substring(0, equals).strip(),
                    pair.substring(equals + 1).strip());
        }
        return pairs;
    }
}
