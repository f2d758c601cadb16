package uk.casebridge.reading.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.casebridge.domain.field.PageBox;
import uk.casebridge.domain.kind.FieldSpec;
import uk.casebridge.reading.words.Word;

/** A table whose first row holds the labels, and every row below a value for each. */
final class HeadedTable {

    /** A row further below the last than this share of its height belongs to something else. */
    private static final double WIDEST_GAP = 2.5;

    private static final double ALIGNED = 0.6;

    /** Words alone in their line are no row where they stand so many times further off than rows do. */
    private static final double SET_OFF = 1.3;

    /** A word this close to where a column begins, as a share of its height, begins there. */
    private static final double BESIDE = 0.25;

    /** A gap smaller than this share of the height is the space between two words of a sentence. */
    private static final double SPACE = 0.5;

    private final List<Mark.Label> columns;
    private final int end;
    private final List<Occurrence> occurrences;

    private HeadedTable(List<Mark.Label> columns, int end, List<Occurrence> occurrences) {
        this.columns = columns;
        this.end = end;
        this.occurrences = occurrences;
    }

    /** The first line after the table. */
    int end() {
        return end;
    }

    /** Its cells with their labels, row by row. */
    List<Occurrence> occurrences() {
        return occurrences;
    }

    int width() {
        return columns.size();
    }

    /** The table whose labels stand in a line, if they do. */
    static Optional<HeadedTable> at(List<List<Mark>> lines, int line) {
        List<Mark.Label> columns = new ArrayList<>();
        for (Mark mark : lines.get(line)) {
            if (!(mark instanceof Mark.Label label) || !label.whole()) {
                return Optional.empty();
            }
            columns.add(label);
        }
        if (columns.size() < 2
                || columns.stream()
                                .filter(column -> column.occurrence().entry().isKnown())
                                .count()
                        < 2) {
            return Optional.empty();
        }
        List<List<Segment>> body = body(lines, line + 1, columns);
        if (body.isEmpty()) {
            return Optional.empty();
        }
        List<Occurrence> occurrences = rows(columns, body);
        return occurrences.isEmpty()
                ? Optional.empty()
                : Optional.of(new HeadedTable(columns, line + 1 + body.size(), occurrences));
    }

    private static List<List<Segment>> body(List<List<Mark>> lines, int from, List<Mark.Label> columns) {
        List<List<Segment>> body = new ArrayList<>();
        double below = columns.stream()
                .mapToDouble(column -> column.occurrence().label().bottom())
                .max()
                .orElse(0);
        double left = columns.getFirst().at().left();
        double widest = 0;
        for (int i = from; i < lines.size(); i++) {
            List<Segment> row = new ArrayList<>();
            for (Mark mark : lines.get(i)) {
                if (!(mark instanceof Mark.Words words)) {
                    return body;
                }
                row.add(words.at());
            }
            if (row.isEmpty()) {
                body.add(row);
                continue;
            }
            Segment first = row.getFirst();
            if (first.top() - below > WIDEST_GAP * first.height() || first.left() < left - first.height()) {
                return body;
            }
            double gap = first.top() - below;
            boolean setOff = widest > 0 && gap > SET_OFF * widest;
            if (row.size() == 1 && (setOff || runsAcross(columns, first))) {
                return body;
            }
            widest = Math.max(widest, gap);
            body.add(row);
            below = Math.max(
                    below, row.stream().mapToDouble(Segment::bottom).max().orElse(below));
        }
        return body;
    }

    /** Whether words run on over the beginning of a column, as a sentence below a table does and no cell. */
    private static boolean runsAcross(List<Mark.Label> columns, Segment segment) {
        double height = segment.height();
        List<Word> words = segment.words();
        for (Mark.Label column : columns.subList(1, columns.size())) {
            double edge = column.at().left();
            for (int i = 0; i < words.size(); i++) {
                PageBox word = words.get(i).box();
                if (word.x() < edge - BESIDE * height && word.right() > edge) {
                    return true;
                }
                boolean between = i + 1 < words.size()
                        && word.right() <= edge
                        && words.get(i + 1).box().x() > edge + BESIDE * height;
                if (between && words.get(i + 1).box().x() - word.right() < SPACE * height) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Occurrence> rows(List<Mark.Label> columns, List<List<Segment>> body) {
        int key = keyColumn(columns);
        boolean repeats = columns.stream()
                .map(column -> column.occurrence().entry().specs())
                .anyMatch(specs -> !specs.isEmpty() && specs.stream().allMatch(FieldSpec::repeats));
        List<Occurrence> all = new ArrayList<>();
        List<Optional<Occurrence>> row = new ArrayList<>();
        for (List<Segment> line : body) {
            List<List<Segment>> cells = cells(columns, line);
            boolean begins =
                    row.isEmpty() || repeats && key >= 0 && !cells.get(key).isEmpty();
            if (begins) {
                row = new ArrayList<>();
                for (int i = 0; i < columns.size(); i++) {
                    row.add(Optional.empty());
                }
            }
            for (int i = 0; i < columns.size(); i++) {
                for (Segment cell : cells.get(i)) {
                    Optional<Occurrence> open = row.get(i);
                    if (open.isPresent()) {
                        open.get().add(cell);
                    } else {
                        Mark.Label column = columns.get(i);
                        Occurrence occurrence = new Occurrence(
                                column.occurrence().entry(),
                                column.occurrence().label(),
                                1,
                                cell.line(),
                                column.at().left());
                        occurrence.begin(cell, Occurrence.Relation.COLUMN);
                        row.set(i, Optional.of(occurrence));
                        all.add(occurrence);
                    }
                }
            }
        }
        return all;
    }

    /** The column that has a word in every row: a code or date, else the first. */
    private static int keyColumn(List<Mark.Label> columns) {
        for (int i = 0; i < columns.size(); i++) {
            List<FieldSpec> specs = columns.get(i).occurrence().entry().specs();
            if (!specs.isEmpty()
                    && specs.getFirst().required()
                    && Occurrence.isAtomic(specs.getFirst().parser())) {
                return i;
            }
        }
        return 0;
    }

    private static List<List<Segment>> cells(List<Mark.Label> columns, List<Segment> line) {
        List<List<Segment>> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.add(new ArrayList<>());
        }
        for (Segment segment : line) {
            Segment rest = segment;
            while (true) {
                int column = columnOf(columns, rest);
                int split = splitAt(columns, column, rest);
                if (split < 0) {
                    cells.get(column).add(rest);
                    break;
                }
                cells.get(column).add(rest.upTo(split));
                rest = rest.from(split);
            }
        }
        return cells;
    }

    private static int columnOf(List<Mark.Label> columns, Segment segment) {
        int column = 0;
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).at().left() <= segment.left() + ALIGNED * segment.height()) {
                column = i;
            }
        }
        return column;
    }

    /** The word at which a segment runs over into the next column, or -1: narrow columns leave a narrow gap. */
    private static int splitAt(List<Mark.Label> columns, int column, Segment segment) {
        if (column + 1 >= columns.size()) {
            return -1;
        }
        double next = columns.get(column + 1).at().left();
        for (int i = 1; i < segment.words().size(); i++) {
            if (Math.abs(segment.words().get(i).box().x() - next) < BESIDE * segment.height()) {
                return i;
            }
        }
        return -1;
    }
}
