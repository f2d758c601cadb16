package uk.casebridge.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts, field by field, how many values were read right. */
final class Tally {

    private final Map<String, int[]> counts = new TreeMap<>();
    private final List<String> misses = new ArrayList<>();

    /** Counts one value; {@code where} says which paper, for the list of misses. */
    void count(String field, boolean right, String where) {
        int[] count = counts.computeIfAbsent(field, name -> new int[2]);
        count[1]++;
        if (right) {
            count[0]++;
        } else {
            misses.add(field + " of " + where);
        }
    }

    /** The share of values read right, from 0 to 1; 1 for a field that never came. */
    double share(String field) {
        int[] count = counts.getOrDefault(field, new int[] {1, 1});
        return (double) count[0] / count[1];
    }

    int seen(String field) {
        return counts.getOrDefault(field, new int[2])[1];
    }

    double shareOfAll() {
        int right = counts.values().stream().mapToInt(count -> count[0]).sum();
        int all = counts.values().stream().mapToInt(count -> count[1]).sum();
        return all == 0 ? 1 : (double) right / all;
    }

    List<String> misses() {
        return List.copyOf(misses);
    }

    String table() {
        StringBuilder table = new StringBuilder();
        counts.forEach((field, count) -> table.append(String.format(
                Locale.ROOT, "%-28s %4d of %4d  %6.2f %%%n", field, count[0], count[1], 100.0 * count[0] / count[1])));
        return table.toString();
    }
}
