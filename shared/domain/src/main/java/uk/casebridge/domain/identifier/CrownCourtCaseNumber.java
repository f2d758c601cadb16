package uk.casebridge.domain.identifier;

import java.util.regex.Pattern;

/**
 * The number of a case at the Crown Court: T for trial, S for sentence, A for appeal (U is seen as well), year and a serial
 * of four digits. Whether it has a check character is not known.
 *
 * @param value such as {@code T20207226}
 */
public record CrownCourtCaseNumber(String value) {

    private static final Pattern SHAPE = Pattern.compile("[TSAU](19|20)[0-9]{6}");

    public CrownCourtCaseNumber {
        Written.required(SHAPE, value, "a Crown Court case number");
    }

    /** Checks a Crown Court case number as written. */
    public static Check<CrownCourtCaseNumber> check(String text) {
        String bare = Written.bare(text);
        if (!SHAPE.matcher(bare).matches()) {
            return Check.wrongShape("a Crown Court case number is T, S, A or U, a year and four digits");
        }
        return new Check.Valid<>(new CrownCourtCaseNumber(bare));
    }

    @Override
    public String toString() {
        return value;
    }
}
