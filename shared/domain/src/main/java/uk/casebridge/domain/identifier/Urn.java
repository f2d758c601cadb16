package uk.casebridge.domain.identifier;

import java.util.regex.Pattern;

/**
 * A case's unique reference number (PTI-URN): force, station, sequence and year, eleven characters by the book
 * ({@code FFSSnnnnnyy}); four characters and three to seven digits are accepted, as the court systems do. It has no
 * check character.
 *
 * @param value upper case, without separators, such as {@code 01ZD0303208}
 */
public record Urn(String value) {

    /** How long it is by the book. */
    public static final int FULL_LENGTH = 11;

    private static final Pattern SHAPE = Pattern.compile("[A-Z0-9]{4}[0-9]{3,7}");
    // A case without a police force behind it; the number says nothing about who prosecutes.
    private static final Pattern DUMMY = Pattern.compile("(00[NP]P|[0-9]{2}00).*");

    public Urn {
        Written.required(SHAPE, value, "a URN");
    }

    /** Checks a URN as written, with or without slashes and spaces. */
    public static Check<Urn> check(String text) {
        String bare = Written.bare(text);
        if (!SHAPE.matcher(bare).matches()) {
            return Check.wrongShape("a URN is four letters or digits and then three to seven digits, 11 in all");
        }
        return new Check.Valid<>(new Urn(bare));
    }

    /** Whether it has the eleven characters of the book; a shorter one has often lost a digit. */
    public boolean isFullLength() {
        return value.length() == FULL_LENGTH;
    }

    /** Whether it was made up for a case that no police force brought. */
    public boolean isDummy() {
        return DUMMY.matcher(value).matches();
    }

    /** Two characters, such as {@code 01} for the Metropolitan Police. */
    public String force() {
        return value.substring(0, 2);
    }

    /** Two characters that name the unit within the force. */
    public String station() {
        return value.substring(2, 4);
    }

    @Override
    public String toString() {
        return value;
    }
}
