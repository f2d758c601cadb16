package uk.casebridge.domain.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Weighs what a record says of someone against what is known of a person, respect by respect. Where a person has several
 * names, dates of birth or addresses, the one that agrees best counts.
 */
public final class Weighing {

    private static final double LIKE = 0.9;
    private static final double ALL_COMMON = 1.0 / 500;

    private Weighing() {}

    /** How a mention compares with a person, who must come with all that is known. */
    public static Comparison compare(Mention mention, Person person) {
        Known known = person.known();
        List<Weighed> lines = new ArrayList<>();
        lines.addAll(names(mention.names(), known.names()));
        date(mention, known).ifPresent(lines::add);
        address(mention, known).ifPresent(lines::add);
        for (NumberType type : NumberType.values()) {
            number(type, mention, known).ifPresent(lines::add);
        }
        cases(mention, known).ifPresent(lines::add);
        return new Comparison(person.id(), lines);
    }

    private static List<Weighed> names(List<PersonName> printed, List<PersonName> known) {
        List<Weighed> best = List.of();
        double bestTotal = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < printed.size(); i++) {
            for (int j = 0; j < known.size(); j++) {
                List<Weighed> lines = name(printed.get(i), known.get(j), i > 0);
                double total = lines.stream().mapToDouble(Weighed::bits).sum();
                if (total > bestTotal) {
                    best = lines;
                    bestTotal = total;
                }
            }
        }
        return best;
    }

    private static List<Weighed> name(PersonName printed, PersonName known, boolean alias) {
        String by = alias ? " (by an alias on the paper)" : "";
        List<Weighed> straight = parts(printed, known, by);
        PersonName turned = printed.turnedRound();
        boolean crosswise = !printed.given().isEmpty()
                && turned.family().equals(known.family())
                && turned.firstGiven().equals(known.firstGiven())
                && !printed.family().equals(known.family());
        if (!crosswise) {
            return straight;
        }
        double slip = Math.log(0.005) / Math.log(2);
        return List.of(
                new Weighed(
                        Aspect.FAMILY_NAME,
                        Agreement.AGREES,
                        sameFamily(known).bits(),
                        "It stands in the place of the given name, and is the same" + by + "."),
                new Weighed(
                        Aspect.GIVEN_NAME,
                        Agreement.AGREES,
                        sameGiven(known).bits() + slip / 2,
                        "It stands in the place of the family name, and is the same" + by + "."));
    }

    private static List<Weighed> parts(PersonName printed, PersonName known, String by) {
        List<Weighed> lines = new ArrayList<>();
        boolean oneName = printed.joined().equals(known.joined());
        lines.add(family(printed, known, oneName, by));
        if (!printed.given().isEmpty() && !known.given().isEmpty()) {
            lines.add(given(printed, known, oneName, by));
            others(printed, known, oneName, by).ifPresent(lines::add);
        }
        return lines;
    }

    private static Weighed family(PersonName printed, PersonName known, boolean oneName, String by) {
        String one = printed.family();
        String other = known.family();
        if (one.equals(other) || oneName) {
            return new Weighed(
                    Aspect.FAMILY_NAME,
                    Agreement.AGREES,
                    sameFamily(known).bits(),
                    "The same" + by + "; " + commonness(CommonNames.family(other)) + ".");
        }
        boolean part = Math.min(one.length(), other.length()) > 3
                && (one.endsWith(other) || other.endsWith(one) || one.startsWith(other) || other.startsWith(one));
        if (part || JaroWinkler.similarity(one, other) >= LIKE || sounds(one, other)) {
            return new Weighed(
                    Aspect.FAMILY_NAME,
                    Agreement.ALIKE,
                    Odds.FAMILY_ALIKE.bits(),
                    "Spelt or sounding much the same" + by + ".");
        }
        return new Weighed(Aspect.FAMILY_NAME, Agreement.CLASHES, Odds.FAMILY_CLASHES.bits(), "Not the same.");
    }

    private static Weighed given(PersonName printed, PersonName known, boolean oneName, String by) {
        String one = printed.firstGiven();
        String other = known.firstGiven();
        if (one.equals(other) || oneName || joined(printed).equals(joined(known))) {
            return new Weighed(
                    Aspect.GIVEN_NAME,
                    Agreement.AGREES,
                    sameGiven(known).bits(),
                    "The same" + by + "; " + commonness(CommonNames.given(other)) + ".");
        }
        if (one.length() == 1 || other.length() == 1) {
            boolean same = one.charAt(0) == other.charAt(0);
            return same
                    ? new Weighed(
                            Aspect.GIVEN_NAME,
                            Agreement.ALIKE,
                            Odds.GIVEN_INITIAL.bits(),
                            "One paper has only the initial, which is the same" + by + ".")
                    : clash();
        }
        if (CommonNames.areForms(one, other)) {
            return new Weighed(
                    Aspect.GIVEN_NAME,
                    Agreement.ALIKE,
                    Odds.GIVEN_FORMS.bits(),
                    "One is a short form or another spelling of the other" + by + ".");
        }
        if (JaroWinkler.similarity(one, other) >= LIKE) {
            return new Weighed(
                    Aspect.GIVEN_NAME, Agreement.ALIKE, Odds.GIVEN_ALIKE.bits(), "Spelt much the same" + by + ".");
        }
        if (printed.otherGiven().contains(other) || known.otherGiven().contains(one)) {
            return new Weighed(
                    Aspect.GIVEN_NAME,
                    Agreement.ALIKE,
                    Odds.GIVEN_ALIKE.bits(),
                    "The first given name on one is a later given name on the other" + by + ".");
        }
        return clash();
    }

    private static Weighed clash() {
        return new Weighed(Aspect.GIVEN_NAME, Agreement.CLASHES, Odds.GIVEN_CLASHES.bits(), "Not the same.");
    }

    private static Optional<Weighed> others(PersonName printed, PersonName known, boolean oneName, String by) {
        if (printed.otherGiven().isEmpty() || known.otherGiven().isEmpty()) {
            return Optional.empty();
        }
        String one = printed.otherGiven().getFirst();
        String other = known.otherGiven().getFirst();
        boolean same = oneName
                || (one.length() == 1 || other.length() == 1
                        ? one.charAt(0) == other.charAt(0)
                        : JaroWinkler.similarity(one, other) >= LIKE);
        return Optional.of(
                same
                        ? new Weighed(
                                Aspect.OTHER_NAMES, Agreement.AGREES, Odds.OTHERS_AGREE.bits(), "The same" + by + ".")
                        : new Weighed(
                                Aspect.OTHER_NAMES, Agreement.CLASHES, Odds.OTHERS_CLASH.bits(), "Not the same."));
    }

    private static Optional<Weighed> date(Mention mention, Known known) {
        return mention.dateOfBirth()
                .flatMap(printed -> known.datesOfBirth().stream()
                        .map(other -> date(printed, other))
                        .max(Comparator.comparingDouble(Weighed::bits)));
    }

    private static Weighed date(LocalDate printed, LocalDate known) {
        if (printed.equals(known)) {
            boolean stopgap = printed.getDayOfYear() == 1;
            return new Weighed(
                    Aspect.DATE_OF_BIRTH,
                    Agreement.AGREES,
                    new Odds(Odds.SAME_DATE, stopgap ? Odds.NEW_YEARS_DAY : Odds.ANY_DATE).bits(),
                    stopgap
                            ? "The same, but 1 January often stands for a day nobody knows."
                            : "The same; about 1 person in 20,000 has it.");
        }
        if (printed.getYear() == known.getYear()
                && printed.getDayOfMonth() == known.getMonthValue()
                && printed.getMonthValue() == known.getDayOfMonth()) {
            return new Weighed(
                    Aspect.DATE_OF_BIRTH,
                    Agreement.ALIKE,
                    Odds.DATE_TURNED.bits(),
                    "The same with day and month changed about.");
        }
        String one = printed.toString();
        String other = known.toString();
        if (one.length() == other.length() && differing(one, other) == 1) {
            return new Weighed(
                    Aspect.DATE_OF_BIRTH, Agreement.ALIKE, Odds.DATE_ONE_DIGIT.bits(), "The same but for one digit.");
        }
        return new Weighed(Aspect.DATE_OF_BIRTH, Agreement.CLASHES, Odds.DATE_CLASHES.bits(), "Not the same.");
    }

    private static int differing(String one, String other) {
        int differing = 0;
        for (int i = 0; i < one.length(); i++) {
            if (one.charAt(i) != other.charAt(i)) {
                differing++;
            }
        }
        return differing;
    }

    private static Optional<Weighed> address(Mention mention, Known known) {
        return mention.address()
                .map(Address::of)
                .flatMap(printed -> known.addresses().stream()
                        .map(other -> switch (printed.against(Address.of(other))) {
                            case AGREES ->
                                new Weighed(
                                        Aspect.ADDRESS,
                                        Agreement.AGREES,
                                        Odds.ADDRESS_AGREES.bits(),
                                        "The same; relatives may share it.");
                            case ALIKE ->
                                new Weighed(
                                        Aspect.ADDRESS,
                                        Agreement.ALIKE,
                                        Odds.ADDRESS_ALIKE.bits(),
                                        "The same postcode, or much the same words.");
                            case CLASHES, NOT_TOLD ->
                                new Weighed(
                                        Aspect.ADDRESS,
                                        Agreement.CLASHES,
                                        Odds.ADDRESS_CLASHES.bits(),
                                        "Not the same; people move.");
                        })
                        .max(Comparator.comparingDouble(Weighed::bits)));
    }

    private static Optional<Weighed> number(NumberType type, Mention mention, Known known) {
        Set<String> printed = valuesOf(type, mention.numbers());
        Set<String> held = valuesOf(type, known.numbers());
        if (printed.isEmpty() || held.isEmpty()) {
            return Optional.empty();
        }
        boolean same = printed.stream().anyMatch(held::contains);
        Aspect aspect = Aspect.of(type);
        if (same) {
            Odds odds = switch (type) {
                case PNC, CRO, ULN -> Odds.NUMBER_AGREES;
                case PRISON -> Odds.PRISON_NUMBER_AGREES;
                case ASN -> Odds.ASN_AGREES;
            };
            return Optional.of(new Weighed(
                    aspect,
                    Agreement.AGREES,
                    odds.bits(),
                    type.namesAPerson() ? "The same." : "The same; it belongs to one arrest and is often miscopied."));
        }
        return type.namesAPerson()
                ? Optional.of(new Weighed(
                        aspect,
                        Agreement.CLASHES,
                        Odds.NUMBER_CLASHES.bits(),
                        "Not the same, though some people have several."))
                // Every arrest has another.
                : Optional.empty();
    }

    private static Optional<Weighed> cases(Mention mention, Known known) {
        Set<String> common = new HashSet<>(mention.cases());
        common.retainAll(Set.copyOf(known.cases()));
        return common.isEmpty()
                ? Optional.empty()
                : Optional.of(new Weighed(
                        Aspect.CASE,
                        Agreement.AGREES,
                        Odds.CASE_AGREES.bits(),
                        "They were in the same case; so may others be who were charged with them."));
    }

    private static Set<String> valuesOf(NumberType type, List<PersonNumber> numbers) {
        return numbers.stream()
                .filter(number -> number.type() == type)
                .map(PersonNumber::value)
                .collect(Collectors.toSet());
    }

    private static Odds sameFamily(PersonName known) {
        return new Odds(Odds.SAME_FAMILY, CommonNames.family(known.family()));
    }

    private static Odds sameGiven(PersonName known) {
        return new Odds(Odds.SAME_GIVEN, CommonNames.given(known.firstGiven()));
    }

    private static String joined(PersonName name) {
        return String.join("", name.given());
    }

    private static boolean sounds(String one, String other) {
        // Below five letters the code holds almost nothing of the name.
        return Math.min(one.length(), other.length()) > 4
                && Soundex.of(one).equals(Soundex.of(other))
                && JaroWinkler.similarity(one, other) > 0.8;
    }

    private static String commonness(double share) {
        return share >= ALL_COMMON
                ? "about 1 person in " + Math.round(1 / share) + " has it"
                : "fewer than 1 person in 500 has it";
    }
}
