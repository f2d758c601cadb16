package uk.casebridge.store;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Metrics kept in memory, for tests and simulations. */
public final class MemoryMetrics implements Metrics {

    private final List<Datum> data = new CopyOnWriteArrayList<>();

    @Override
    public void count(String name, long value, Dimension... dimensions) {
        data.add(new Datum(name, value, List.of(dimensions)));
    }

    @Override
    public void time(String name, long milliseconds, Dimension... dimensions) {
        data.add(new Datum(name, milliseconds, List.of(dimensions)));
    }

    /** The sum of everything noted under a name with at least these dimensions. */
    public long sum(String name, Dimension... dimensions) {
        return data.stream()
                .filter(datum -> datum.name().equals(name))
                .filter(datum -> datum.dimensions().containsAll(Arrays.asList(dimensions)))
                .mapToLong(Datum::value)
                .sum();
    }

    public List<Datum> all() {
        return List.copyOf(data);
    }

    /** One thing noted. */
    public record Datum(String name, long value, List<Dimension> dimensions) {}
}
