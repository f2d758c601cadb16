package uk.casebridge.local.function;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import software.amazon.event.ruler.Ruler;

/**
 * The filter criteria of an event source, matched by AWS's own matcher.
 *
 * @param patterns the patterns, any of which lets a record through; none lets everything through
 */
public record EventFilter(List<String> patterns) {

    public EventFilter {
        patterns = List.copyOf(patterns);
    }

    boolean passes(JsonNode record) {
        try {
            for (String pattern : patterns) {
                if (Ruler.matches(record.toString(), pattern)) {
                    return true;
                }
            }
            return patterns.isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException("A filter pattern is not understood: " + patterns, e);
        }
    }
}
