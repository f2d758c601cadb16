package uk.casebridge.domain.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What papers have said of a person, the first said first; everything may be there more than once, since people change
 * names and addresses and have several numbers.
 *
 * @param names names and aliases
 * @param datesOfBirth dates of birth as printed, right and wrong ones
 * @param addresses addresses, lines parted by line feeds
 * @param numbers numbers with a right check character
 * @param cases URNs of the cases they were in
 */
public record Known(
        List<PersonName> names,
        List<LocalDate> datesOfBirth,
        List<String> addresses,
        List<PersonNumber> numbers,
        List<String> cases) {

    private static final Known NOTHING = new Known(List.of(), List.of(), List.of(), List.of(), List.of());

    public Known {
        names = List.copyOf(names);
        datesOfBirth = List.copyOf(datesOfBirth);
        addresses = List.copyOf(addresses);
        numbers = List.copyOf(numbers);
        cases = List.copyOf(cases);
    }

    public static Known nothing() {
        return NOTHING;
    }

    /** This and what another says besides; nothing is lost and nothing stands twice. */
    public Known and(Known other) {
        List<PersonName> allNames = new ArrayList<>(names);
        for (PersonName name : other.names) {
            if (allNames.stream().noneMatch(name::sameAs)) {
                allNames.add(name);
            }
        }
        List<String> allAddresses = new ArrayList<>(addresses);
        for (String address : other.addresses) {
            if (allAddresses.stream().map(Address::of).noneMatch(Address.of(address)::equals)) {
                allAddresses.add(address);
            }
        }
        return new Known(
                allNames,
                together(datesOfBirth, other.datesOfBirth),
                allAddresses,
                together(numbers, other.numbers),
                together(cases, other.cases));
    }

    private static <T> List<T> together(List<T> some, List<T> more) {
        Set<T> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    /** The keys under which a person known by this is found. */
    public List<BlockingKey> keys() {
        return BlockingKey.of(names, datesOfBirth, numbers);
    }

    @Override
    public String toString() {
        return "Known[sealed]";
    }
}
