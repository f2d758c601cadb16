package uk.casebridge.store.aws;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The attributes of a row as they come from the table, before it is made into what it stands for. */
final class Draft {

    private final Map<String, Object> values = new HashMap<>();

    void put(String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    String text(String name) {
        return maybeText(name).orElseThrow(() -> missing(name));
    }

    Optional<String> maybeText(String name) {
        return Optional.ofNullable(values.get(name)).map(String.class::cast);
    }

    long number(String name) {
        return Optional.ofNullable(values.get(name)).map(Long.class::cast).orElseThrow(() -> missing(name));
    }

    int count(String name) {
        return Math.toIntExact(number(name));
    }

    byte[] bytes(String name) {
        return maybeBytes(name).orElseThrow(() -> missing(name));
    }

    Optional<byte[]> maybeBytes(String name) {
        return Optional.ofNullable(values.get(name)).map(byte[].class::cast);
    }

    Instant time(String name) {
        return Instant.parse(text(name));
    }

    Optional<Instant> maybeTime(String name) {
        return maybeText(name).map(Instant::parse);
    }

    private IllegalStateException missing(String name) {
        return new IllegalStateException(
                "The row " + values.get("pk") + " " + values.get("sk") + " has no attribute " + name);
    }
}
