package uk.casebridge.reading.fields;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import uk.casebridge.domain.kind.FieldSpec;
import uk.casebridge.domain.kind.Parser;

/** One label as it stands on the paper, and the words found to be its value. */
final class Occurrence {

    /** Reading order: line by line, from the left. */
    static final Comparator<Occurrence> IN_READING_ORDER =
            Comparator.comparingInt((Occurrence it) -> it.line).thenComparingDouble(it -> it.left);

    /** How a value stands to its label. */
    enum Relation {
        /** In the same line, right after the label. */
        INLINE(0.98),
        /** Right of it, across a gap. */
        RIGHT(0.99),
        /** Below it. */
        BELOW(0.95),
        /** In the column headed by it. */
        COLUMN(0.98),
        /** Recognised by its own words, without a label. */
        OWN_WORDS(0.97);

        private final double confidence;

        Relation(double confidence) {
            this.confidence = confidence;
        }

        double confidence() {
            return confidence;
        }
    }

    private final Labels.Entry entry;
    private final Segment label;
    private final double labelConfidence;
    private final List<Segment> value = new ArrayList<>();
    private final int line;
    private final double left;
    private Relation relation = Relation.RIGHT;

    Occurrence(Labels.Entry entry, Segment label, double labelConfidence) {
        this(entry, label, labelConfidence, label.line(), label.left());
    }

    Occurrence(Labels.Entry entry, Segment label, double labelConfidence, int line, double left) {
        this.entry = entry;
        this.label = label;
        this.labelConfidence = labelConfidence;
        this.line = line;
        this.left = left;
    }

    Labels.Entry entry() {
        return entry;
    }

    Segment label() {
        return label;
    }

    int line() {
        return line;
    }

    double left() {
        return left;
    }

    List<Segment> value() {
        return value;
    }

    boolean isEmpty() {
        return value.isEmpty();
    }

    Relation relation() {
        return relation;
    }

    void begin(Segment first, Relation how) {
        value.add(first);
        relation = how;
    }

    void add(Segment more) {
        value.add(more);
    }

    /** How sure it is that these words are the value of this label. */
    double confidence() {
        return labelConfidence * relation.confidence();
    }

    /** The lines of its value, pieces of one line put together. */
    List<String> lines() {
        return Segment.lines(value);
    }

    /** Whether its value is a single code, date or number, so that nothing more can belong to it. */
    boolean isComplete() {
        if (value.isEmpty() || entry.specs().isEmpty()) {
            return false;
        }
        FieldSpec spec = entry.specs().getFirst();
        return isAtomic(spec.parser())
                && FieldParsers.parse(spec.parser(), lines()).factor() > 0.5;
    }

    static boolean isAtomic(Parser parser) {
        return switch (parser) {
            case TEXT, LINES, NAME -> false;
            default -> true;
        };
    }
}
