package uk.casebridge.domain.identifier;

/** The check alphabet that PNC, CRO and ASN share: 23 letters without I, O and S, of which Z counts as nought. */
final class CheckLetters {

    private static final String ALPHABET = "ZABCDEFGHJKLMNPQRTUVWXY";

    private CheckLetters() {}

    /** The letter for a number of at most 18 digits. */
    static char of(String digits) {
        return ALPHABET.charAt((int) (Long.parseLong(digits) % ALPHABET.length()));
    }
}
