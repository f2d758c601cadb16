package uk.casebridge.domain.identifier;

import java.util.regex.Pattern;

/**
 * The number of a case in the magistrates' courts' Libra system: ten digits by its schema, nine seen as well.
 *
 * @param value digits only
 */
public record LibraCaseNumber(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9]{9,10}");

    public LibraCaseNumber {
        Written.required(SHAPE, value, "a Libra case number");
    }

    /** Checks a Libra case number as written. */
    public static Check<LibraCaseNumber> check(String text) {
        String bare = Written.bare(text);
        if (!SHAPE.matcher(bare).matches()) {
            return Check.wrongShape("a Libra case number is nine or ten digits");
        }
        return new Check.Valid<>(new LibraCaseNumber(bare));
    }

    @Override
    public String toString() {
        return value;
    }
}
