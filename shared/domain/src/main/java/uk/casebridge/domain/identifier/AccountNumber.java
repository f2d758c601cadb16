package uk.casebridge.domain.identifier;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a fines account (Opal, before it GoB): eight digits and a check letter from A to W, sometimes with the
 * two letters of an area in front. Unique only within a business unit.
 *
 * <p>The digits weigh 5, 1, 4, 2, 7, 5, 1, 4; the letter is what the sum lacks to the next multiple of 23, counted from
 * A.
 *
 * @param value without separators, such as {@code 25000004P} or {@code AB25000004P}
 */
public record AccountNumber(String value) {

    private static final int[] WEIGHTS = {5, 1, 4, 2, 7, 5, 1, 4};
    private static final Pattern SHAPE = Pattern.compile("([A-Z]{2})?([0-9]{8})([A-Z])");

    public AccountNumber {
        Written.required(SHAPE, value, "an account number");
    }

    /** Checks an account number as written. */
    public static Check<AccountNumber> check(String text) {
        String bare = Written.bare(text);
        Matcher parts = SHAPE.matcher(bare);
        if (!parts.matches()) {
            return Check.wrongShape("an account number is eight digits and a check letter");
        }
        return Check.byCharacter(new AccountNumber(bare), bare.charAt(bare.length() - 1), letterOf(parts.group(2)));
    }

    private static char letterOf(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        return (char) ('A' + Math.floorMod(-sum, 23));
    }

    /** The two letters of the area, if it has them. */
    public Optional<String> area() {
        return value.length() > 9 ? Optional.of(value.substring(0, 2)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
