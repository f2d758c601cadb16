package uk.casebridge.domain.identifier;

import java.util.regex.Pattern;

/**
 * A driver number: five characters of the family name, date of birth scattered over six digits (50 added to the month for
 * a woman), initials and two computer digits. Its check characters are not published.
 *
 * @param value sixteen characters without separators
 */
public record DriverNumber(String value) {

    private static final Pattern SHAPE =
            Pattern.compile("[A-Z0-9]{5}[0-9][0156][0-9](0[1-9]|[12][0-9]|3[01])[0-9][A-Z0-9]{3}[A-Z]{2}");

    public DriverNumber {
        Written.required(SHAPE, value, "a driver number");
    }

    /** Checks a driver number as written. */
    public static Check<DriverNumber> check(String text) {
        String bare = Written.bare(text);
        if (!SHAPE.matcher(bare).matches()) {
            return Check.wrongShape(
                    "a driver number is sixteen characters made of the family name, the date of birth and initials");
        }
        return new Check.Valid<>(new DriverNumber(bare));
    }

    @Override
    public String toString() {
        return value;
    }
}
