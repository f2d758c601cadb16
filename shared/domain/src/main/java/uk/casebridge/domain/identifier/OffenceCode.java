package uk.casebridge.domain.identifier;

import java.util.regex.Pattern;

/**
 * A CJS offence code: act, year and number, sometimes with a letter for an attempt or another variant. It has no check
 * character; whether it exists is for the standing data to say.
 *
 * @param value seven or eight characters, such as {@code TH68001} or {@code TH68013A}
 */
public record OffenceCode(String value) {

    private static final Pattern SHAPE = Pattern.compile("([A-Z]{2}[0-9]{5}|[A-Z]{4}[0-9]{3})[A-Z]?");

    public OffenceCode {
        Written.required(SHAPE, value, "an offence code");
    }

    /** Checks an offence code as written. */
    public static Check<OffenceCode> check(String text) {
        String bare = Written.bare(text);
        if (!SHAPE.matcher(bare).matches()) {
            return Check.wrongShape(
                    "an offence code is two letters and five digits, or four letters and three digits, and at most one letter more");
        }
        return new Check.Valid<>(new OffenceCode(bare));
    }

    /** The code without the letter of a variant. */
    public OffenceCode parent() {
        return value.length() > 7 ? new OffenceCode(value.substring(0, 7)) : this;
    }

    @Override
    public String toString() {
        return value;
    }
}
