package uk.casebridge.reading.fields;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.casebridge.domain.kind.FieldSpec;
import uk.casebridge.domain.kind.Parser;

/** Gives every word that is no label to the label it belongs to, by where they stand to each other. */
final class Owners {

    /** How far two left edges may be apart and still be one, as a share of the height of the letters. */
    private static final double ALIGNED = 0.6;

    /** The widest empty space within a value in a cell, as a share of its height: addresses have blank lines. */
    private static final double GAP_IN_CELL = 5;

    /** The same where nothing but closeness keeps the lines together. */
    private static final double GAP_IN_PARAGRAPH = 0.9;

    /** How much closer together the lines of one paragraph are than paragraphs, as a share of their height. */
    private static final double TIGHTER = 0.2;

    /** A paper whose lines all end before this many times their height has none that was full. */
    private static final double SHORTEST_FULL_LINE = 36;

    /** How far below its label a value may begin. */
    private static final double GAP_BELOW_LABEL = 1.8;

    /** Two pieces of one value in one line are no further apart than this. */
    private static final double GAP_IN_LINE = 4;

    /** How many lines above are looked at for what stands over a word. */
    private static final int LOOK_BACK = 14;

    private final List<List<Mark>> lines;
    private final Map<Segment, Occurrence> owners = new HashMap<>();
    private final List<Occurrence> occurrences = new ArrayList<>();
    private final List<Mark.Heading> headings = new ArrayList<>();
    private final List<Segment> ownerless = new ArrayList<>();
    private final double rightMost;
    private final double gapAboveLabels;

    private Owners(List<List<Mark>> lines) {
        this.lines = lines;
        this.rightMost = lines.stream()
                .flatMap(List::stream)
                .mapToDouble(mark -> mark.at().right())
                .max()
                .orElse(0);
        this.gapAboveLabels = gapAboveLabels(lines);
    }

    /** The labels of a paper with their values, its headings, and the words that belong to no label. */
    record Found(List<Occurrence> occurrences, List<Mark.Heading> headings, List<Segment> ownerless) {}

    static Found find(List<List<Mark>> lines) {
        Owners owners = new Owners(lines);
        int line = 0;
        while (line < lines.size()) {
            Optional<HeadedTable> table = HeadedTable.at(lines, line);
            if (table.isPresent()) {
                owners.occurrences.addAll(table.get().occurrences());
                line = table.get().end();
            } else {
                owners.assign(line);
                line++;
            }
        }
        owners.occurrences.sort(Occurrence.IN_READING_ORDER);
        return new Found(List.copyOf(owners.occurrences), List.copyOf(owners.headings), List.copyOf(owners.ownerless));
    }

    private void assign(int line) {
        List<Mark> marks = lines.get(line);
        for (int i = 0; i < marks.size(); i++) {
            switch (marks.get(i)) {
                case Mark.Heading heading -> headings.add(heading);
                case Mark.Label label -> {
                    occurrences.add(label.occurrence());
                    if (!label.occurrence().entry().isKnown()) {
                        ownerless.add(label.at());
                    }
                    for (Segment rest : label.rest()) {
                        label.occurrence().begin(rest, Occurrence.Relation.INLINE);
                        owners.put(label.at(), label.occurrence());
                    }
                }
                case Mark.Words words -> give(words.at(), line, i == 0 ? List.of() : marks.subList(0, i));
            }
        }
    }

    private void give(Segment words, int line, List<Mark> before) {
        Optional<Mark> left = before.isEmpty() ? Optional.empty() : Optional.of(before.getLast());
        Optional<Mark> above = above(words, line);
        Optional<Occurrence> goingOn = above.flatMap(mark -> continued(words, line, mark));
        if (left.isPresent()
                && left.get() instanceof Mark.Label label
                && label.rest().isEmpty()) {
            Occurrence owner = label.occurrence();
            if (goingOn.isPresent()
                    && goingOn.get().label().left() > owner.label().right()) {
                add(goingOn.get(), words);
            } else {
                begin(owner, words, Occurrence.Relation.RIGHT);
            }
            return;
        }
        if (goingOn.isPresent()) {
            add(goingOn.get(), words);
            return;
        }
        Optional<Occurrence> under = above.flatMap(mark -> headedBy(words, mark));
        if (under.isPresent()) {
            begin(under.get(), words, Occurrence.Relation.BELOW);
            return;
        }
        Optional<Occurrence> beside = left.flatMap(mark -> Optional.ofNullable(owners.get(mark.at())))
                .filter(owner -> words.left() - left.get().at().right() < GAP_IN_LINE * words.height())
                .filter(owner -> !owner.isComplete());
        if (beside.isPresent()) {
            add(beside.get(), words);
        } else {
            ownerless.add(words);
        }
    }

    private void add(Occurrence owner, Segment words) {
        owner.add(words);
        own(owner, words);
    }

    private void begin(Occurrence owner, Segment words, Occurrence.Relation relation) {
        owner.begin(words, relation);
        own(owner, words);
    }

    private void own(Occurrence owner, Segment words) {
        owners.put(words, owner);
        if (!owner.entry().isKnown()) {
            // What only looks like a label may be a title set in bold, and these words stand under it.
            ownerless.add(words);
        }
    }

    /** What stands next above, in the lines before. */
    private Optional<Mark> above(Segment words, int line) {
        for (int i = line - 1; i >= Math.max(0, line - LOOK_BACK); i--) {
            for (Mark mark : lines.get(i)) {
                if (mark.at().overlaps(words)) {
                    return Optional.of(mark);
                }
            }
        }
        return Optional.empty();
    }

    /** The label whose value goes on with these words. */
    private Optional<Occurrence> continued(Segment words, int line, Mark above) {
        Occurrence owner = owners.get(above.at());
        if (owner == null || owner.isEmpty() || owner.isComplete()) {
            return Optional.empty();
        }
        double tolerance = ALIGNED * words.height();
        double gap = words.top() - above.at().bottom();
        boolean underValue = Math.abs(words.left() - owner.value().getFirst().left()) <= tolerance;
        boolean underLabel = owner.relation() == Occurrence.Relation.INLINE
                && Math.abs(words.left() - owner.label().left()) <= tolerance;
        boolean fits = switch (owner.relation()) {
            case RIGHT -> underValue && gap <= GAP_IN_CELL * words.height();
            case INLINE ->
                (underValue || (underLabel && (isWrap(owner, words) || isTight(gap / words.height()))))
                        && gap <= GAP_IN_PARAGRAPH * words.height();
            case BELOW -> underValue && gap <= GAP_IN_PARAGRAPH * words.height();
            case COLUMN, OWN_WORDS -> false;
        };
        return fits && !isBarred(owner, words, above.at().line() + 1, line) ? Optional.of(owner) : Optional.empty();
    }

    /** Whether the line above was full, so that these words had to go to the next; lines of an address need not be. */
    private boolean isWrap(Occurrence owner, Segment words) {
        if (owner.entry().specs().stream().map(FieldSpec::parser).anyMatch(parser -> parser == Parser.LINES)) {
            return true;
        }
        if (rightMost < SHORTEST_FULL_LINE * words.height()) {
            return false;
        }
        Segment last = owner.value().getLast();
        double firstWord = words.words().getFirst().box().width();
        return last.right() + 0.2 * words.height() + firstWord > 0.85 * rightMost;
    }

    /** Whether two lines are clearly closer together than a label is to what stands above it. */
    private boolean isTight(double gap) {
        return gap < gapAboveLabels - TIGHTER;
    }

    private static double gapAboveLabels(List<List<Mark>> lines) {
        List<Double> gaps = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            for (Mark mark : lines.get(i)) {
                if (mark instanceof Mark.Label label && !lines.get(i - 1).isEmpty()) {
                    double above = lines.get(i - 1).stream()
                            .mapToDouble(other -> other.at().bottom())
                            .max()
                            .orElse(0);
                    gaps.add((label.at().top() - above) / label.at().height());
                }
            }
        }
        Collections.sort(gaps);
        return gaps.isEmpty() ? 0 : gaps.get(gaps.size() / 2);
    }

    /** Whether a label or heading stands between, in the way of a value going on. */
    private boolean isBarred(Occurrence owner, Segment words, int from, int to) {
        for (int line = from; line <= to; line++) {
            for (Mark mark : lines.get(line)) {
                if (!(mark instanceof Mark.Words)
                        && mark.at().left() < words.right()
                        && mark.at().right() > owner.label().left()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Optional<Occurrence> headedBy(Segment words, Mark above) {
        if (!(above instanceof Mark.Label label)
                || !label.rest().isEmpty()
                || !label.occurrence().isEmpty()) {
            return Optional.empty();
        }
        Segment heading = label.occurrence().label();
        double common = Math.min(words.right(), heading.right()) - Math.max(words.left(), heading.left());
        boolean under = Math.abs(words.left() - heading.left()) <= ALIGNED * words.height()
                || common >= 0.5 * Math.min(words.right() - words.left(), heading.right() - heading.left());
        return under && words.top() - heading.bottom() <= GAP_BELOW_LABEL * words.height()
                ? Optional.of(label.occurrence())
                : Optional.empty();
    }
}
