package uk.casebridge.testkit.author;

import uk.casebridge.domain.identifier.AccountNumber;
import uk.casebridge.domain.identifier.Asn;
import uk.casebridge.domain.identifier.CroNumber;
import uk.casebridge.domain.identifier.PncId;
import uk.casebridge.domain.identifier.Uln;

/** Valid identifiers of nobody. */
final class Numbers {

    private static final String LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";

    private Numbers() {}

    static String urn(Chance chance, String head) {
        return head + chance.digits(5) + "26";
    }

    static String asn(Chance chance, String head) {
        String body = "26" + head + "01" + "0000" + chance.digits(7);
        return body + new Asn(body + "A").expectedCheckLetter();
    }

    /** The same number with another letter. */
    static String wrongLetter(String number) {
        char last = number.charAt(number.length() - 1);
        char other = LETTERS.charAt((LETTERS.indexOf(last) + 1) % LETTERS.length());
        return number.substring(0, number.length() - 1) + other;
    }

    static String pncId(Chance chance) {
        String body = chance.between(1970, 2024) + "/" + chance.digits(7);
        return body + new PncId(body + "A").expectedCheckLetter();
    }

    static String croNumber(Chance chance) {
        String body = chance.digits(6) + "/" + chance.between(70, 99);
        return body + new CroNumber(body + "A").expectedCheckLetter();
    }

    static String uln(Chance chance) {
        while (true) {
            String nine = chance.between(1, 9) + chance.digits(8);
            for (char last = '0'; last <= '9'; last++) {
                if (Uln.check(nine + last).isValid()) {
                    return nine + last;
                }
            }
        }
    }

    static String prisonNumber(Chance chance) {
        return "A" + chance.digits(4) + chance.letters(2, LETTERS);
    }

    /** The number of a fines account. */
    static String account(Chance chance) {
        String digits = chance.between(20, 26) + chance.digits(6);
        for (char letter = 'A'; letter <= 'W'; letter++) {
            if (AccountNumber.check(digits + letter).isValid()) {
                return digits + letter;
            }
        }
        throw new IllegalStateException("Every eight digits have a letter");
    }

    static String niNumber(Chance chance) {
        return "S" + chance.letters(1, "ABCEGHJKLMNPRSTWXYZ") + chance.digits(6) + chance.letters(1, "ABCD");
    }

    /** The number of a case at the Crown Court. */
    static String crownCase(Chance chance) {
        return chance.oneOf(java.util.List.of("T", "S")) + "2025" + chance.digits(4);
    }

    /** An ASN as police write it: with slashes and without the sequence's leading noughts. */
    static String shortAsn(String asn) {
        return asn.substring(0, 2) + "/" + asn.substring(2, 6) + "/" + asn.substring(6, 8) + "/"
                + asn.substring(8, 19).replaceFirst("^0+", "") + asn.charAt(19);
    }

    /** A PNC id with a two-digit year and without leading noughts. */
    static String shortPnc(String pnc) {
        return pnc.substring(2, 4) + "/" + pnc.substring(5, 12).replaceFirst("^0{1,6}", "") + pnc.charAt(12);
    }
}
