package uk.casebridge.domain.identifier;

import java.util.regex.Pattern;

/**
 * A National Insurance number: two letters of those that are issued, six digits and a letter from A to D. It has no check
 * character.
 *
 * @param value without separators, such as {@code SW123456C}
 */
public record NiNumber(String value) {

    private static final Pattern SHAPE =
            Pattern.compile("(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][0-9]{6}[A-D]");

    public NiNumber {
        Written.required(SHAPE, value, "a National Insurance number");
    }

    /** Checks a National Insurance number as written. */
    public static Check<NiNumber> check(String text) {
        String bare = Written.bare(text);
        if (!SHAPE.matcher(bare).matches()) {
            return Check.wrongShape("a National Insurance number is two letters, six digits and a letter from A to D");
        }
        return new Check.Valid<>(new NiNumber(bare));
    }

    @Override
    public String toString() {
        return value;
    }
}
