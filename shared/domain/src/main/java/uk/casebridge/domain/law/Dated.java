package uk.casebridge.domain.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A value of law that changes over time: a table of bands, a time limit, a rate. Its values follow one another without a
 * gap and without an overlap, so that on any day from the first no more than one holds, and none only before the first
 * or after a last one that ended. Which day counts (the order's, the offence's) is for the rule that asks to say.
 */
public final class Dated<T> {

    /**
     * One value and how long it holds.
     *
     * @param first the first day on which it is in force
     * @param last the last day on which it is in force; empty while nothing has replaced it
     * @param source where it is laid down, as a finding cites it
     */
    public record Value<T>(T value, LocalDate first, Optional<LocalDate> last, String source) {

        public Value {
            if (last.filter(day -> day.isBefore(first)).isPresent()) {
                throw new IllegalArgumentException(
                        source + " ends on " + last.orElseThrow() + ", before it begins on " + first);
            }
            if (source.isBlank()) {
                throw new IllegalArgumentException("The law from " + first + " names no source");
            }
        }

        /** Whether it is in force on a day. */
        public boolean holdsOn(LocalDate day) {
            return !day.isBefore(first) && last.filter(day::isAfter).isEmpty();
        }
    }

    private final List<Value<T>> values;

    private Dated(List<Value<T>> values) {
        this.values = values;
    }

    /** Law that begins with this value; what replaces it is said with {@link #then}. */
    public static <T> Dated<T> from(LocalDate first, T value, String source) {
        return new Dated<>(List.of(new Value<>(value, first, Optional.empty(), source)));
    }

    /**
     * The same law with its latest value replaced from a day on; that value's last day is the day before.
     *
     * @throws IllegalArgumentException if the day is not after the first day of the latest value, or that value already
     *     ended on another day
     */
    public Dated<T> then(LocalDate first, T value, String source) {
        Value<T> latest = values.getLast();
        Value<T> ended = new Value<>(
                latest.value(), latest.first(), Optional.of(latest.last().orElse(first.minusDays(1))), latest.source());
        return of(Stream.concat(
                        values.subList(0, values.size() - 1).stream(),
                        Stream.of(ended, new Value<>(value, first, Optional.empty(), source)))
                .toList());
    }

    /** The same law with its latest value ended and nothing in its place. */
    public Dated<T> until(LocalDate last) {
        Value<T> latest = values.getLast();
        List<Value<T>> ended = new ArrayList<>(values.subList(0, values.size() - 1));
        ended.add(new Value<>(latest.value(), latest.first(), Optional.of(last), latest.source()));
        return of(ended);
    }

    /**
     * Law of these values, the earliest first.
     *
     * @throws IllegalArgumentException if there is none, or one does not begin on the day after the one before it ended
     */
    public static <T> Dated<T> of(List<Value<T>> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("Law needs at least one value");
        }
        for (int i = 1; i < values.size(); i++) {
            Value<T> earlier = values.get(i - 1);
            Value<T> later = values.get(i);
            LocalDate expected = earlier.last()
                    .map(last -> last.plusDays(1))
                    .orElseThrow(() -> new IllegalArgumentException(
                            earlier.source() + " has no last day, and yet " + later.source() + " follows it"));
            if (!later.first().equals(expected)) {
                throw new IllegalArgumentException(later.source() + " begins on " + later.first() + ", but "
                        + earlier.source() + " ends on the day before " + expected);
            }
        }
        return new Dated<>(List.copyOf(values));
    }

    /** The value in force on a day; empty before the first and after a last that ended. */
    public Optional<Value<T>> on(LocalDate day) {
        return values.stream().filter(value -> value.holdsOn(day)).findFirst();
    }

    /** All values, the earliest first. */
    public List<Value<T>> values() {
        return values;
    }
}
