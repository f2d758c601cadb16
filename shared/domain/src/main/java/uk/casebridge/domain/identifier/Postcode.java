package uk.casebridge.domain.identifier;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A postcode of the United Kingdom.
 *
 * @param value upper case with one space before the last three characters: {@code SW11 3TQ}
 */
public record Postcode(String value) {

    private static final Pattern BARE =
            Pattern.compile("(GIR|[A-Z][0-9]{1,2}|[A-Z][A-HJ-Y][0-9]{1,2}|[A-Z][0-9][A-Z]|[A-Z][A-HJ-Y][0-9][A-Z])"
                    + "([0-9][ABD-HJLNP-UW-Z]{2})");

    public Postcode {
        Matcher parts = BARE.matcher(Written.bare(value));
        if (!parts.matches() || !value.equals(parts.group(1) + " " + parts.group(2))) {
            throw new IllegalArgumentException("Not a postcode in canonical form");
        }
    }

    /** Checks a postcode as written, with the space or without. */
    public static Check<Postcode> check(String text) {
        Matcher parts = BARE.matcher(Written.bare(text));
        if (!parts.matches()) {
            return Check.wrongShape("a postcode is an area, a district, a digit and two letters");
        }
        return new Check.Valid<>(new Postcode(parts.group(1) + " " + parts.group(2)));
    }

    @Override
    public String toString() {
        return value;
    }
}
