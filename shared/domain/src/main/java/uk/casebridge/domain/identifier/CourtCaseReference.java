package uk.casebridge.domain.identifier;

import java.util.regex.Pattern;

/**
 * The reference of a court case in the Police National Computer (CCR): year, court, serial and a letter, whose algorithm is
 * not published.
 *
 * @param value with its slashes, such as {@code 97/1626/008395Q}
 */
public record CourtCaseReference(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9]{2}/[0-9]{4}/[0-9]{1,6}[A-HJ-NP-RT-Z]");

    public CourtCaseReference {
        Written.required(SHAPE, value, "a court case reference");
    }

    /** Checks a court case reference as written. */
    public static Check<CourtCaseReference> check(String text) {
        String bare = Written.withoutSpaces(text);
        if (!SHAPE.matcher(bare).matches()) {
            return Check.wrongShape(
                    "a court case reference is a two-digit year, four digits, up to six digits and a letter, with slashes between");
        }
        return new Check.Valid<>(new CourtCaseReference(bare));
    }

    @Override
    public String toString() {
        return value;
    }
}
