package uk.casebridge.domain.identifier;

import java.util.regex.Pattern;

/**
 * A person's number in the prison system (NOMS number). It has no check character.
 *
 * @param value letter, four digits, two letters: {@code A8513EA}
 */
public record PrisonNumber(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Z][0-9]{4}[A-Z]{2}");

    public PrisonNumber {
        Written.required(SHAPE, value, "a prison number");
    }

    /** Checks a prison number as written. */
    public static Check<PrisonNumber> check(String text) {
        String bare = Written.bare(text);
        if (!SHAPE.matcher(bare).matches()) {
            return Check.wrongShape("a prison number is a letter, four digits and two letters");
        }
        return new Check.Valid<>(new PrisonNumber(bare));
    }

    @Override
    public String toString() {
        return value;
    }
}
