package uk.casebridge.domain.standing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import uk.casebridge.domain.paper.Sha256;

/**
 * Every version of every imported list at one moment. An import makes the next of these and leaves this one as it was.
 *
 * @param number how many imports there were
 * @param all the versions, in the order of import
 */
public record ListVersions(int number, List<ListVersion> all) {

    /** Nothing was ever imported. */
    public static final ListVersions NONE = new ListVersions(0, List.of());

    private static final String TAB = "\t";
    private static final int CELLS = 7;

    public ListVersions {
        all = List.copyOf(all);
    }

    /** The version of a list that holds on a date: of those in force then the latest, of the same date the newer. */
    public Optional<ListVersion> inForce(StandingList list, LocalDate date) {
        return all.stream()
                .filter(version ->
                        version.list() == list && !version.effective().isAfter(date))
                .max(Comparator.comparing(ListVersion::effective).thenComparing(ListVersion::number));
    }

    /** The number that the next version of a list gets. */
    public int nextNumber(StandingList list) {
        return all.stream()
                        .filter(version -> version.list() == list)
                        .mapToInt(ListVersion::number)
                        .max()
                        .orElse(0)
                + 1;
    }

    /** These and more, as one import makes them. */
    public ListVersions with(List<ListVersion> more) {
        List<ListVersion> both = new ArrayList<>(all);
        both.addAll(more);
        return new ListVersions(number + 1, both);
    }

    /** As text: the number, then a line for each version, its parts set apart by tabs. */
    public String text() {
        StringBuilder text = new StringBuilder().append(number).append('\n');
        for (ListVersion version : all) {
            text.append(String.join(
                            TAB,
                            version.list().id(),
                            Integer.toString(version.number()),
                            version.effective().toString(),
                            version.importedAt().toString(),
                            version.importedBy(),
                            Integer.toString(version.rows()),
                            version.content().hex()))
                    .append('\n');
        }
        return text.toString();
    }

    /**
     * Back from {@link #text()}.
     *
     * @throws IllegalArgumentException if the text is not of that form
     */
    public static ListVersions parse(String text) {
        try {
            return ofLines(Arrays.asList(text.split("\n", -1)));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("A version of a list without its dates", e);
        }
    }

    private static ListVersions ofLines(List<String> lines) {
        List<ListVersion> all = new ArrayList<>();
        for (String line : lines.subList(1, Math.max(1, lines.size() - 1))) {
            String[] cells = line.split(TAB, -1);
            if (cells.length != CELLS) {
                throw new IllegalArgumentException("A version of a list has " + CELLS + " parts, not " + cells.length);
            }
            all.add(new ListVersion(
                    StandingList.withId(cells[0])
                            .orElseThrow(() -> new IllegalArgumentException("No list is called " + cells[0])),
                    Integer.parseInt(cells[1]),
                    LocalDate.parse(cells[2]),
                    Instant.parse(cells[3]),
                    cells[4],
                    Integer.parseInt(cells[5]),
                    new Sha256(cells[6])));
        }
        return new ListVersions(Integer.parseInt(lines.getFirst()), all);
    }
}
