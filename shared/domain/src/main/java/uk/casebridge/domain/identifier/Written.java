package uk.casebridge.domain.identifier;

import java.util.Locale;
import java.util.regex.Pattern;

/** Takes an identifier as people write it to bare characters. */
final class Written {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s/.\\-\\u2010-\\u2015]+");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Written() {}

    /** Upper case, without spaces, slashes, full stops, hyphens and dashes. */
    static String bare(String text) {
        return SEPARATORS.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
    }

    /** Upper case, without spaces, for identifiers in which a slash has a meaning. */
    static String withoutSpaces(String text) {
        return SPACES.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
    }

    /** Digits with noughts in front up to a width; as they are if that long already. */
    static String padded(String digits, int width) {
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    static String required(Pattern shape, String value, String name) {
        if (!shape.matcher(value).matches()) {
            // The value is personal and must not reach a log by way of a message.
            throw new IllegalArgumentException("Not " + name + " in canonical form");
        }
        return value;
    }
}
