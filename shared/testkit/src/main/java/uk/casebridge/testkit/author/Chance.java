package uk.casebridge.testkit.author;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Repeatable chance: the same seed makes the same papers. */
public final class Chance {

    private final Random random;

    public Chance(long seed) {
        this.random = new Random(seed);
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A number from {@code from} to {@code to}, both included. */
    public int between(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    /** True so many times in a hundred. */
    public boolean percent(int share) {
        return random.nextInt(100) < share;
    }

    public String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    public String letters(int count, String alphabet) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return letters.toString();
    }

    /** A day from Monday to Friday within a span. */
    public LocalDate weekday(LocalDate from, int days) {
        LocalDate day = from.plusDays(random.nextInt(days));
        return day.getDayOfWeek() == DayOfWeek.SATURDAY
                ? day.plusDays(2)
                : day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
    }

    public LocalDate dateOfBirth(LocalDate at, int fromAge, int toAge) {
        return at.minusYears(between(fromAge, toAge)).minusDays(between(1, 360));
    }

    public double gaussian() {
        return random.nextGaussian();
    }

    public long seed() {
        return random.nextLong();
    }
}
