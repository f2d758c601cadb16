package uk.casebridge.domain.identifier;

import java.util.regex.Pattern;

/**
 * A unique learner number: ten digits, the first not nought, of which the last is a check digit: the first nine weigh
 * 10 down to 2, and the check digit is ten less the sum modulo 11. A number whose sum leaves no remainder is never
 * issued.
 *
 * @param value ten digits, such as {@code 9276308686}
 */
public record Uln(String value) {

    private static final Pattern SHAPE = Pattern.compile("[1-9][0-9]{9}");

    public Uln {
        Written.required(SHAPE, value, "a unique learner number");
    }

    /** Checks a unique learner number as written. */
    public static Check<Uln> check(String text) {
        String bare = Written.bare(text);
        if (!SHAPE.matcher(bare).matches()) {
            return Check.wrongShape("a unique learner number is ten digits, the first of them not 0");
        }
        int remainder = remainder(bare);
        if (remainder == 0) {
            return Check.wrongShape("no unique learner number with these first nine digits is ever issued");
        }
        return Check.byCharacter(new Uln(bare), bare.charAt(9), (char) ('0' + 10 - remainder));
    }

    private static int remainder(String digits) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (10 - i) * (digits.charAt(i) - '0');
        }
        return sum % 11;
    }

    @Override
    public String toString() {
        return value;
    }
}
