package uk.casebridge.domain.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Something two records of one person are likely to share, by which candidates are found among all people. Personal: it
 * is only ever stored as a keyed hash.
 *
 * @param text what they share, with its sort in front
 */
public record BlockingKey(String text) {

    /** The keys of a person under these names, dates of birth and numbers, those of the date of birth first. */
    static List<BlockingKey> of(List<PersonName> names, List<LocalDate> born, List<PersonNumber> numbers) {
        Set<BlockingKey> keys = new LinkedHashSet<>();
        for (LocalDate date : born) {
            for (PersonName name : names) {
                keys.add(new BlockingKey("born+initial|" + date + "|" + name.initial()));
            }
            for (PersonName name : names) {
                String sound = Soundex.of(name.family());
                keys.add(new BlockingKey("born+sound|" + date + "|" + sound));
                // With the initial: a common name of one year alone would fill any list.
                keys.add(new BlockingKey("sound+year|" + sound + "|" + date.getYear() + "|" + name.initial()));
            }
        }
        for (PersonNumber number : numbers) {
            keys.add(new BlockingKey("number|" + number.type() + "|" + number.value()));
        }
        return List.copyOf(new ArrayList<>(keys));
    }

    /** Whether it is a number, which only one person should have. */
    public boolean isNumber() {
        return text.startsWith("number|");
    }

    @Override
    public String toString() {
        return "BlockingKey[sealed]";
    }
}
