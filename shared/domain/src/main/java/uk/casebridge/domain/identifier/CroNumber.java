package uk.casebridge.domain.identifier;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Criminal Records Office number: serial, year and check letter, or for file-based records {@code SF}, year, serial
 * and check letter.
 *
 * @param value {@code 065656/91H} with the serial at six digits, or {@code SF05/482703J} with the serial as written
 */
public record CroNumber(String value) {

    private static final Pattern STANDARD = Pattern.compile("([0-9]{1,6})/([0-9]{2})([A-Z])");
    private static final Pattern FILE = Pattern.compile("SF([0-9]{2})/([0-9]{1,6})([A-Z])");
    private static final Pattern SHAPE = Pattern.compile("[0-9]{6}/[0-9]{2}[A-Z]|SF[0-9]{2}/[0-9]{1,6}[A-Z]");

    public CroNumber {
        Written.required(SHAPE, value, "a CRO number");
    }

    /** Checks a CRO number as written, with a short serial or not. */
    public static Check<CroNumber> check(String text) {
        String bare = Written.withoutSpaces(text);
        Matcher standard = STANDARD.matcher(bare);
        if (standard.matches()) {
            CroNumber number =
                    new CroNumber(Written.padded(standard.group(1), 6) + "/" + standard.group(2) + standard.group(3));
            return Check.byCharacter(number, standard.group(3).charAt(0), number.expectedCheckLetter());
        }
        Matcher file = FILE.matcher(bare);
        if (file.matches()) {
            CroNumber number = new CroNumber(bare);
            return Check.byCharacter(number, file.group(3).charAt(0), number.expectedCheckLetter());
        }
        return Check.wrongShape("a CRO number is up to six digits, a slash, a two-digit year and a check letter");
    }

    /** Whether it is of a file-based record. */
    public boolean isFileBased() {
        return value.startsWith("SF");
    }

    /** The check letter its year and serial ask for; the serial of a file-based number counts without noughts in front. */
    public char expectedCheckLetter() {
        return isFileBased()
                ? CheckLetters.of(value.substring(2, 4) + value.substring(5, value.length() - 1))
                : CheckLetters.of(value.substring(7, 9) + value.substring(0, 6));
    }

    @Override
    public String toString() {
        return value;
    }
}
