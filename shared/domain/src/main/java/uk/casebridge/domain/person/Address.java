package uk.casebridge.domain.person;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.casebridge.domain.identifier.Check;
import uk.casebridge.domain.identifier.Postcode;

/**
 * An address taken apart as far as comparison needs.
 *
 * @param house the first number in it, such as {@code 12A}; empty if there is none
 * @param postcode its postcode, if it ends in one
 * @param words all of it in capitals without punctuation, the postcode left out
 */
record Address(String house, Optional<Postcode> postcode, String words) {

    private static final Pattern POSTCODE =
            Pattern.compile("([A-Za-z]{1,2}[0-9][A-Za-z0-9]?\\s*[0-9][A-Za-z]{2})[\\s,.]*$");
    private static final Pattern HOUSE = Pattern.compile("[0-9]+[A-Z]?");

    static Address of(String text) {
        Optional<Postcode> postcode = Optional.empty();
        String rest = text;
        Matcher end = POSTCODE.matcher(text);
        if (end.find()) {
            Check<Postcode> check = Postcode.check(end.group(1));
            postcode = check.found();
            if (postcode.isPresent()) {
                rest = text.substring(0, end.start());
            }
        }
        String words =
                rest.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}0-9]+", " ").strip();
        Matcher number = HOUSE.matcher(words);
        return new Address(number.find() ? number.group() : "", postcode, words);
    }

    /** How far two addresses are the same home. */
    Agreement against(Address other) {
        boolean samePostcode = postcode.isPresent() && postcode.equals(other.postcode);
        boolean sameHouse = house.equals(other.house);
        if (words.equals(other.words) && (samePostcode || postcode.isEmpty() || other.postcode.isEmpty())) {
            return Agreement.AGREES;
        }
        if (samePostcode && sameHouse && !house.isEmpty()) {
            return Agreement.AGREES;
        }
        boolean alike = samePostcode || (sameHouse && JaroWinkler.similarity(words, other.words) > 0.9);
        return alike ? Agreement.ALIKE : Agreement.CLASHES;
    }
}
