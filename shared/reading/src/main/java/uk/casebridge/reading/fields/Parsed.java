package uk.casebridge.reading.fields;

import java.util.Optional;

/**
 * What a parser made of the words of a field.
 *
 * @param value the canonical value; blank if the paper says that there is none
 * @param raw the words, white space collapsed
 * @param factor how well the words fitted, from 0 to 1: what the confidence is multiplied by
 * @param date a date that stood beside the value, as with a plea
 */
public record Parsed(String value, String raw, double factor, Optional<String> date) {

    static Parsed of(String value, String raw, double factor) {
        return new Parsed(value, raw, factor, Optional.empty());
    }

    /** The paper says that there is nothing: a lone hyphen or an empty cell. */
    public boolean isNothing() {
        return value.isBlank();
    }
}
