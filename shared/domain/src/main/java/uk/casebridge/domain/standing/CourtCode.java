package uk.casebridge.domain.standing;

import java.util.Locale;
import java.util.regex.Pattern;
import uk.casebridge.domain.identifier.Check;

/**
 * The organisation unit code of a court: seven characters, of which the first tells magistrates' (B) from Crown (C)
 * courts, the first five name the court house and the last two the room.
 */
public record CourtCode(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-JZ][A-Z0-9]{6}");

    public CourtCode {
        value = value.toUpperCase(Locale.ROOT);
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a court code: " + value);
        }
    }

    /** Checks a court code as written. Its existence is for the standing data to say. */
    public static Check<CourtCode> check(String text) {
        String bare = text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return SHAPE.matcher(bare).matches()
                ? new Check.Valid<>(new CourtCode(bare))
                : Check.wrongShape("a court code is a letter and six letters or digits");
    }

    /** The code of the court house, with the room left out. */
    public CourtCode house() {
        return new CourtCode(value.substring(0, 5) + "00");
    }

    public boolean isCrownCourt() {
        return value.charAt(0) == 'C';
    }

    @Override
    public String toString() {
        return value;
    }
}
