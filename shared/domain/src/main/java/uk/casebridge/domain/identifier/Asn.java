package uk.casebridge.domain.identifier;

import java.util.List;
import java.util.regex.Pattern;

/**
 * An arrest summons number: year (2), sometimes a top-level letter, force (2), unit (2), system (2), sequence (11
 * digits) and a check letter; 20 characters, or 21 with the top-level letter.
 *
 * <p>The check letter is worked out as Bichard does: force and system, each only if all digits, then year and sequence,
 * modulo 23. The unit does not count. For 21 characters the top-level letter is left out first, which is our reading of
 * the rule.
 *
 * @param value upper case, without separators, at full length, such as {@code 1101ZD0100000410836V}
 */
public record Asn(String value) {

    private static final int HEAD = 8;
    private static final int SEQUENCE = 11;
    private static final int SHORTEST = 10;
    private static final Pattern SHAPE = Pattern.compile("[0-9]{2}[A-Z0-9]{6,7}[0-9]{11}[A-Z]");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final List<Pattern> DUMMIES = List.of(
            Pattern.compile("0800[NP]P01[0-9]{11}[A-Z]"),
            Pattern.compile("[0-9]{4}NRPR[0-9A-Z]{12}"),
            Pattern.compile("[0-9]{2}12LN00[0-9]{11}[A-Z]"),
            Pattern.compile("[0-9]{2}00NP00[0-9]{11}[A-Z]"),
            Pattern.compile("[0-9]{2}6300[0-9]{13}[A-Z]"),
            Pattern.compile("[0-9]{2}06SS[0-9A-Z]{2}[0-9]{11}[A-Z]"),
            Pattern.compile("[0-9]{2}00XX[0-9A-Z]{2}[0-9]{11}[A-Z]"),
            Pattern.compile("[0-9]{2}50(11|12|21|41|42|43|OF|SJ)[0-9A-Z]{2}[0-9]{11}[A-Z]"));

    public Asn {
        Written.required(SHAPE, value, "an ASN");
    }

    /**
     * Checks an ASN as written: separators are taken out, and a short form such as {@code 11/01ZD/01/448754K} gets its
     * leading noughts back.
     */
    public static Check<Asn> check(String text) {
        String full = expanded(Written.bare(text));
        if (!SHAPE.matcher(full).matches()) {
            return Check.wrongShape("an ASN is year, force, unit, system, up to eleven digits and a check letter");
        }
        Asn asn = new Asn(full);
        return Check.byCharacter(asn, full.charAt(full.length() - 1), asn.expectedCheckLetter());
    }

    private static String expanded(String bare) {
        if (bare.length() < SHORTEST || bare.length() >= HEAD + SEQUENCE + 1) {
            return bare;
        }
        String middle = bare.substring(HEAD, bare.length() - 1);
        return DIGITS.matcher(middle).matches()
                ? bare.substring(0, HEAD) + Written.padded(middle, SEQUENCE) + bare.charAt(bare.length() - 1)
                : bare;
    }

    /** The check letter its digits ask for. */
    public char expectedCheckLetter() {
        String plain = value.length() > HEAD + SEQUENCE + 1 ? value.substring(0, 2) + value.substring(3) : value;
        return CheckLetters.of(digitsOnly(plain.substring(2, 4))
                + digitsOnly(plain.substring(6, 8))
                + plain.substring(0, 2)
                + plain.substring(HEAD, HEAD + SEQUENCE));
    }

    private static String digitsOnly(String part) {
        return DIGITS.matcher(part).matches() ? part : "";
    }

    /** Whether it was made up because the prosecutor is not the police or gave none. */
    public boolean isDummy() {
        return DUMMIES.stream().anyMatch(dummy -> dummy.matcher(value).matches());
    }

    @Override
    public String toString() {
        return value;
    }
}
