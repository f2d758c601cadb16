package uk.casebridge.bench;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import uk.casebridge.bench.Population.Somebody;
import uk.casebridge.domain.person.Mention;
import uk.casebridge.domain.person.NumberType;
import uk.casebridge.domain.person.PersonName;
import uk.casebridge.domain.person.PersonNumber;

/**
 * Somebody as a paper names them: with typing errors, day and month changed about, a former address, a maiden name, a
 * short form, names the wrong way round, numbers left out, and now and then somebody else's number.
 */
final class PrintedPerson {

    private static final Map<String, String> SHORT = Map.of(
            "DAVID",
            "DAVE",
            "MICHAEL",
            "MIKE",
            "CHRISTOPHER",
            "CHRIS",
            "ROBERT",
            "BOB",
            "MATTHEW",
            "MATT",
            "DANIEL",
            "DAN",
            "MOHAMMED",
            "MOHAMED",
            "STEPHEN",
            "STEVE",
            "THOMAS",
            "TOM",
            "SAMANTHA",
            "SAM");

    private final Population population;

    PrintedPerson(Population population) {
        this.population = population;
    }

    /**
     * A person on one of their papers.
     *
     * @param paper which paper it is; every paper has mistakes of its own
     */
    Mention on(int number, int paper) {
        Somebody somebody = population.somebody(number);
        SplittableRandom chance = population.random(number, 100 + paper);
        return new Mention(
                "defendant",
                List.of(name(somebody, chance)),
                Optional.of(born(somebody.born(), chance)),
                chance.nextDouble() < 0.1
                        ? Optional.empty()
                        : Optional.of(chance.nextDouble() < 0.4 ? somebody.formerAddress() : somebody.address()),
                numbers(number, somebody, chance),
                List.of(),
                List.of());
    }

    private static PersonName name(Somebody somebody, SplittableRandom chance) {
        String family = chance.nextDouble() < 0.5 ? somebody.family() : somebody.maiden();
        List<String> given = new ArrayList<>(somebody.given());
        if (given.size() > 1 && chance.nextDouble() < 0.3) {
            given.removeLast();
        }
        String first = given.getFirst();
        double which = chance.nextDouble();
        if (which < 0.01) {
            first = first.substring(0, 1);
        } else if (which < 0.03) {
            first = SHORT.getOrDefault(first, first);
        } else if (which < 0.05) {
            first = mistyped(first, chance);
        }
        given.set(0, first);
        if (chance.nextDouble() < 0.025) {
            family = mistyped(family, chance);
        }
        boolean turned = chance.nextDouble() < 0.005;
        return PersonName.of(turned ? first + ", " + family : family + ", " + String.join(" ", given));
    }

    private static LocalDate born(LocalDate born, SplittableRandom chance) {
        double which = chance.nextDouble();
        if (which < 0.012 && born.getDayOfMonth() <= 12) {
            return LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue());
        }
        if (which < 0.022) {
            return oneDigit(born, chance);
        }
        return which < 0.025 ? born.plusDays(400 + chance.nextInt(4000)) : born;
    }

    private static LocalDate oneDigit(LocalDate born, SplittableRandom chance) {
        while (true) {
            StringBuilder text = new StringBuilder(born.toString());
            int at = List.of(2, 3, 6, 8, 9).get(chance.nextInt(5));
            text.setCharAt(at, (char) ('0' + chance.nextInt(10)));
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                // Not every slip makes a date; a form would not take this one.
                continue;
            }
        }
    }

    private List<PersonNumber> numbers(int number, Somebody somebody, SplittableRandom chance) {
        List<PersonNumber> numbers = new ArrayList<>();
        boolean other = chance.nextDouble() < 0.3;
        Optional<String> pnc = other ? somebody.otherPnc().or(somebody::pnc) : somebody.pnc();
        if (chance.nextDouble() < 0.6) {
            // Copied from the line above: in a list, most likely a relative's.
            boolean wrong = chance.nextDouble() < 0.002;
            Optional<String> printed =
                    wrong ? population.somebody(Math.max(0, number - 1)).pnc() : pnc;
            // One mistyped has a wrong check letter and counts for nothing.
            if (chance.nextDouble() > 0.01) {
                printed.ifPresent(value -> numbers.add(new PersonNumber(NumberType.PNC, value)));
            }
        }
        if (chance.nextDouble() < 0.3) {
            somebody.cro().ifPresent(value -> numbers.add(new PersonNumber(NumberType.CRO, value)));
        }
        return numbers;
    }

    private static String mistyped(String word, SplittableRandom chance) {
        StringBuilder text = new StringBuilder(word);
        int at = chance.nextInt(word.length());
        switch (chance.nextInt(4)) {
            case 0 -> text.setCharAt(at, letter(chance));
            case 1 -> text.insert(at, letter(chance));
            case 2 -> {
                if (word.length() > 2) {
                    text.deleteCharAt(at);
                }
            }
            default -> {
                int next = Math.min(at + 1, word.length() - 1);
                text.setCharAt(at, word.charAt(next));
                text.setCharAt(next, word.charAt(at));
            }
        }
        return text.toString();
    }

    private static char letter(SplittableRandom chance) {
        return (char) ('A' + chance.nextInt(26));
    }
}
