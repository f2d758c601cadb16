package uk.casebridge.domain.person;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A name, taken apart into given names and family name for comparison: capitals without accents, apostrophes and
 * hyphens. The family name is what stands before a comma, else what alone is in capitals, else the last word with the
 * particles in front of it.
 *
 * @param written as the paper has it
 * @param given given names, the first one first; empty for a name of one word
 * @param family the family name in one piece: {@code VANDERBERG}
 */
public record PersonName(String written, List<String> given, String family) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GLUED = Pattern.compile("['\\u2019\\u2018`\\u00b4\\-\\u2010-\\u2015.]");
    private static final Pattern OTHER = Pattern.compile("[^A-Z0-9 ]");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Set<String> PARTICLES = Set.of(
            "AB", "AL", "AP", "BIN", "BINT", "DA", "DE", "DEL", "DEN", "DER", "DI", "DOS", "DU", "EL", "IBN", "LA",
            "LE", "MAC", "MC", "NI", "NIC", "O", "ST", "VAN", "VON");

    public PersonName {
        given = List.copyOf(given);
    }

    /** A name as it stands on a paper, without a title. */
    public static PersonName of(String written) {
        String text = SPACES.matcher(written.strip()).replaceAll(" ");
        int comma = text.indexOf(',');
        if (comma > 0) {
            return new PersonName(text, words(text.substring(comma + 1)), glued(text.substring(0, comma)));
        }
        List<String> raw = List.of(text.split(" "));
        int from = familyFrom(raw);
        if (from < 0) {
            // Capitals at the front: SMITH John.
            return new PersonName(
                    text,
                    words(String.join(" ", raw.subList(-from, raw.size()))),
                    glued(String.join(" ", raw.subList(0, -from))));
        }
        return new PersonName(
                text,
                words(String.join(" ", raw.subList(0, from))),
                glued(String.join(" ", raw.subList(from, raw.size()))));
    }

    /** Where the family name begins; where it stands in front, the number of its words as a negative number. */
    private static int familyFrom(List<String> raw) {
        int size = raw.size();
        int trailing = size;
        while (trailing > 0 && isCapitals(raw.get(trailing - 1))) {
            trailing--;
        }
        if (trailing > 0 && trailing < size) {
            return trailing;
        }
        int leading = 0;
        while (leading < size && isCapitals(raw.get(leading))) {
            leading++;
        }
        if (leading > 0 && leading < size) {
            return -leading;
        }
        int from = size - 1;
        while (from > 1 && PARTICLES.contains(glued(raw.get(from - 1)))) {
            from--;
        }
        return from;
    }

    private static boolean isCapitals(String word) {
        return word.codePoints().filter(Character::isLetter).count() > 1
                && word.codePoints().noneMatch(Character::isLowerCase);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : SPACES.split(text.strip())) {
            String bare = glued(word);
            if (!bare.isEmpty()) {
                words.add(bare);
            }
        }
        return words;
    }

    private static String glued(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                // Letters that are no letter with a mark.
                .replace("\u00d8", "O")
                .replace("\u0141", "L")
                .replace("\u00c6", "AE")
                .replace("\u00df", "SS")
                .replace("\u0130", "I");
        return OTHER.matcher(GLUED.matcher(plain).replaceAll("").replace(" ", ""))
                .replaceAll("");
    }

    /** The first given name; the empty text where there is none. */
    public String firstGiven() {
        return given.isEmpty() ? "" : given.getFirst();
    }

    /** The given names after the first. */
    public List<String> otherGiven() {
        return given.size() < 2 ? List.of() : given.subList(1, given.size());
    }

    /** The whole name in one piece. */
    String joined() {
        return String.join("", given) + family;
    }

    /** The first letter of the first given name, or of the family name where there is no given one. */
    String initial() {
        String first = given.isEmpty() ? family : given.getFirst();
        return first.isEmpty() ? "" : first.substring(0, 1);
    }

    /** With the first given name and the family name changed about, as papers sometimes have them. */
    PersonName turnedRound() {
        if (given.isEmpty()) {
            return this;
        }
        List<String> turned = new ArrayList<>(otherGiven());
        turned.addFirst(family);
        return new PersonName(written, turned, firstGiven());
    }

    /** Whether it is the same name, however written. */
    public boolean sameAs(PersonName other) {
        return family.equals(other.family) && given.equals(other.given);
    }

    @Override
    public String toString() {
        return "PersonName[sealed]";
    }
}
