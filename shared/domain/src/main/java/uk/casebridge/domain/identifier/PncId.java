package uk.casebridge.domain.identifier;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A person's number in the Police National Computer: year, serial and check letter.
 *
 * <p>A two-digit year from 39 to 99 is of the last century and one from 00 to 38 of this one. The public systems
 * disagree for the years between now and 38; this is the rule of the prison systems, which receive most of our papers,
 * and unlike a rule that looks at today's date it gives the same answer every year.
 *
 * @param value four-digit year, slash, seven-digit serial, letter: {@code 2012/0052494Q}
 */
public record PncId(String value) {

    private static final int FIRST_YEAR = 39;
    private static final Pattern SHAPE = Pattern.compile("[0-9]{4}/[0-9]{7}[A-Z]");
    private static final Pattern WITH_SLASH = Pattern.compile("([0-9]{2}|[0-9]{4})/([0-9]{1,7})([A-Z])");
    private static final Pattern LONG = Pattern.compile("([0-9]{4})([0-9]{7})([A-Z])");
    private static final Pattern SHORT = Pattern.compile("([0-9]{2})([0-9]{1,7})([A-Z])");

    public PncId {
        Written.required(SHAPE, value, "a PNC id");
    }

    /** Checks a PNC id in any of its four forms: {@code YYYY/NNNNNNNL}, {@code YYYYNNNNNNNL}, {@code YY/NL}, {@code YYNL}. */
    public static Check<PncId> check(String text) {
        String bare = Written.withoutSpaces(text);
        for (Pattern form : new Pattern[] {WITH_SLASH, LONG, SHORT}) {
            Matcher parts = form.matcher(bare);
            if (parts.matches()) {
                PncId id = new PncId(year(parts.group(1)) + "/" + Written.padded(parts.group(2), 7) + parts.group(3));
                return Check.byCharacter(id, parts.group(3).charAt(0), id.expectedCheckLetter());
            }
        }
        return Check.wrongShape("a PNC id is a year, up to seven digits and a check letter");
    }

    private static String year(String written) {
        if (written.length() == 4) {
            return written;
        }
        return (Integer.parseInt(written) >= FIRST_YEAR ? "19" : "20") + written;
    }

    /** The check letter its year and serial ask for. */
    public char expectedCheckLetter() {
        return CheckLetters.of(value.substring(2, 4) + value.substring(5, 12));
    }

    @Override
    public String toString() {
        return value;
    }
}
