package uk.casebridge.reading.fields;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import uk.casebridge.domain.kind.FieldSpec;
import uk.casebridge.reading.words.Word;

/** Tells labels and headings from other words, wrapped labels included. */
final class Marker {

    /** A label that goes on in the next line does so within this share of its height. */
    private static final double WRAP_GAP = 0.75;

    /** The share of labels set in bold, or closed by a colon, from which the paper is taken to set all so. */
    private static final double HABIT = 0.7;

    /** Two labels in one segment are further apart, as a share of their height, than the words of one: those about 0.25. */
    private static final double COLUMN_GAP = 0.35;

    private static final int FEWEST_FOR_HABIT = 4;

    private static final Pattern NUMBER = Pattern.compile("\\(?\\d{1,3}[.)]|[\u2022\u25aa\u2013*-]");

    private static final double ALIKE = 0.9;

    private final Labels labels;
    private final List<List<Segment>> lines;
    private final Set<Segment> consumed = new HashSet<>();

    private Marker(Labels labels, List<List<Segment>> lines) {
        this.labels = labels;
        this.lines = lines;
    }

    /** The strip's lines with every segment marked. */
    static List<List<Mark>> mark(Labels labels, Strip strip) {
        return new Marker(labels, strip.lines()).markAll();
    }

    private List<List<Mark>> markAll() {
        List<List<Mark>> marked = new ArrayList<>();
        for (List<Segment> line : lines) {
            List<Mark> marks = new ArrayList<>();
            for (Segment segment : line) {
                if (!consumed.contains(segment)) {
                    mark(segment, marks);
                }
            }
            marked.add(marks);
        }
        return Habits.of(marked).applyTo(marked);
    }

    private void mark(Segment printed, List<Mark> marks) {
        Segment segment = withoutNumber(printed);
        Optional<Match> found = matchAt(segment);
        if (found.isEmpty()) {
            marks.add(new Mark.Words(printed));
            return;
        }
        Match match = found.get();
        if (match.entry.isHeading()) {
            marks.add(new Mark.Heading(match.entry.section().orElseThrow(), segment, match.number));
            return;
        }
        consumed.addAll(match.wrapped);
        Segment label = match.wrapped.isEmpty()
                ? segment.upTo(match.words)
                : withWrapped(segment.upTo(match.words), match.wrapped);
        Occurrence occurrence = new Occurrence(match.entry, label, match.confidence);
        boolean whole = match.words == segment.words().size();
        if (whole) {
            marks.add(new Mark.Label(occurrence, segment, List.of(), true, match.closed));
            return;
        }
        Segment rest = segment.from(match.words);
        if (!match.closed && isFollowedByLabels(segment, match.words)) {
            marks.add(new Mark.Label(occurrence, label, List.of(), true, false));
            mark(rest, marks);
            return;
        }
        Optional<Integer> next = isAtomic(match.entry) ? nextLabel(rest) : Optional.empty();
        if (next.isEmpty()) {
            marks.add(new Mark.Label(occurrence, segment, List.of(rest), false, match.closed));
            return;
        }
        marks.add(new Mark.Label(occurrence, segment, List.of(rest.upTo(next.get())), false, match.closed));
        mark(rest.from(next.get()), marks);
    }

    /** Whether what follows a label in its segment is a label too: heads of narrow columns, little between them. */
    private boolean isFollowedByLabels(Segment segment, int end) {
        Segment label = segment.upTo(end);
        Segment rest = segment.from(end);
        boolean apart = label.bold() && rest.bold() || rest.left() - label.right() > COLUMN_GAP * label.height();
        return apart && isNothingButLabels(rest);
    }

    private boolean isNothingButLabels(Segment segment) {
        Optional<Match> match = matchAt(segment);
        return match.isPresent()
                && !match.get().entry.isHeading()
                && (match.get().words == segment.words().size() || isNothingButLabels(segment.from(match.get().words)));
    }

    /** A label may be numbered, as the first of each offence in a list is. */
    private static Segment withoutNumber(Segment segment) {
        boolean numbered = segment.words().size() > 1
                && NUMBER.matcher(segment.words().getFirst().text()).matches();
        return numbered ? segment.from(1) : segment;
    }

    private static boolean isAtomic(Labels.Entry entry) {
        FieldSpec spec = entry.specs().getFirst();
        return Occurrence.isAtomic(spec.parser()) || spec.parser() == uk.casebridge.domain.kind.Parser.NAME;
    }

    /** Where in a value another label with its colon begins, as in "Name: A B Date of birth: 1/2/1990". */
    private Optional<Integer> nextLabel(Segment rest) {
        for (int from = 1; from < rest.words().size(); from++) {
            Segment part = rest.from(from);
            Optional<Match> match = matchAt(part);
            if (match.isPresent()
                    && match.get().closed
                    && match.get().wrapped.isEmpty()
                    && !match.get().entry.isHeading()) {
                return Optional.of(from);
            }
        }
        return Optional.empty();
    }

    private record Match(
            Labels.Entry entry, int words, List<Segment> wrapped, boolean closed, int number, double confidence) {}

    private Optional<Match> matchAt(Segment segment) {
        for (Labels.Entry entry : labels.beginningWith(segment.words().getFirst())) {
            Optional<Match> match = entry.isHeading() ? heading(entry, segment) : label(entry, segment);
            if (match.isPresent()) {
                return match;
            }
        }
        return Optional.empty();
    }

    private Optional<Match> heading(Labels.Entry entry, Segment segment) {
        int matched = matched(entry.tokens(), 0, segment);
        if (matched < entry.tokens().size()) {
            return Optional.empty();
        }
        int count = segment.words().size();
        if (matched == count) {
            return Optional.of(new Match(entry, matched, List.of(), false, 0, 1));
        }
        String number = Tokens.of(segment.words().get(matched).text()).replaceAll("[()]", "");
        boolean counted = number.matches("\\d{1,3}");
        boolean ends = count == matched + 1
                || count == matched + 3
                        && Tokens.of(segment.words().get(matched + 1).text()).equals("of");
        return counted && ends
                ? Optional.of(new Match(entry, count, List.of(), false, Integer.parseInt(number), 1))
                : Optional.empty();
    }

    private Optional<Match> label(Labels.Entry entry, Segment segment) {
        List<String> tokens = entry.tokens();
        int matched = matched(tokens, 0, segment);
        List<Word> words = segment.words();
        if (matched == tokens.size()) {
            int end = afterParenthesis(words, matched);
            double confidence = exact(tokens, words) ? 1 : ALIKE;
            if (end == words.size()) {
                return Optional.of(new Match(entry, end, List.of(), closed(words, end), 0, confidence));
            }
            if (closed(words, end)) {
                return Optional.of(new Match(entry, end, List.of(), true, 0, confidence));
            }
            if (words.get(end).text().equals(":")) {
                return Optional.of(new Match(entry, end + 1, List.of(), true, 0, confidence));
            }
            if (words.subList(0, matched).stream().allMatch(Word::bold)
                    && !words.get(end).bold()) {
                return Optional.of(new Match(entry, end, List.of(), false, 0, confidence));
            }
            return isFollowedByLabels(segment, end)
                    ? Optional.of(new Match(entry, end, List.of(), false, 0, confidence))
                    : Optional.empty();
        }
        if (matched == 0) {
            return Optional.empty();
        }
        if (matched == words.size()) {
            return wrapped(entry, matched, segment);
        }
        // The head of a narrow column that goes on below, with the head of the next column close beside it.
        return isFollowedByLabels(segment, matched) ? wrapped(entry, matched, segment.upTo(matched)) : Optional.empty();
    }

    private static boolean exact(List<String> tokens, List<Word> words) {
        for (int i = 0; i < tokens.size() && i < words.size(); i++) {
            if (!Tokens.of(words.get(i).text()).equals(tokens.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Past words in parentheses, such as (dd/mm/yyyy), that explain a label. */
    private static int afterParenthesis(List<Word> words, int from) {
        if (from >= words.size() || !words.get(from).text().startsWith("(")) {
            return from;
        }
        for (int i = from; i < words.size(); i++) {
            String text = words.get(i).text();
            if (text.endsWith(")") || text.endsWith("):")) {
                boolean labelEnds = i + 1 == words.size()
                        || text.endsWith(":")
                        || words.get(i + 1).text().equals(":");
                return labelEnds ? i + 1 : from;
            }
        }
        return from;
    }

    private static boolean closed(List<Word> words, int end) {
        return Tokens.endsLabel(words.get(end - 1).text());
    }

    /** The rest of a label in the line or lines below. */
    private Optional<Match> wrapped(Labels.Entry entry, int matched, Segment segment) {
        List<Segment> below = new ArrayList<>();
        Segment last = segment;
        int so = matched;
        while (so < entry.tokens().size()) {
            Optional<Segment> next = lineBelow(last);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            int more = matched(entry.tokens(), so, next.get());
            if (more == 0 || more < next.get().words().size()) {
                return Optional.empty();
            }
            so += more;
            last = next.get();
            below.add(last);
        }
        boolean closed = Tokens.endsLabel(last.words().getLast().text());
        return Optional.of(new Match(entry, segment.words().size(), below, closed, 0, 1));
    }

    private Optional<Segment> lineBelow(Segment segment) {
        for (int i = segment.line() + 1; i < Math.min(lines.size(), segment.line() + 4); i++) {
            for (Segment other : lines.get(i)) {
                if (other.overlaps(segment)
                        && !consumed.contains(other)
                        && other.top() > segment.top() + 0.3 * segment.height()) {
                    // A picture gives "or" the height of its letters, so the taller of the two says how tall they are.
                    double height = Math.max(segment.height(), other.height());
                    boolean near = other.top() - segment.bottom() < WRAP_GAP * height;
                    return near ? Optional.of(other) : Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /** How many tokens from one on the first words of a segment match; all its words or all tokens at most. */
    private static int matched(List<String> tokens, int from, Segment segment) {
        List<Word> words = segment.words();
        int count = 0;
        while (from + count < tokens.size()
                && count < words.size()
                && Labels.matches(words.get(count), tokens.get(from + count))) {
            if (Tokens.endsLabel(words.get(count).text()) && from + count + 1 < tokens.size()) {
                return 0;
            }
            count++;
        }
        return count;
    }

    private static Segment withWrapped(Segment first, List<Segment> rest) {
        List<Word> words = new ArrayList<>(first.words());
        double left = first.left();
        double right = first.right();
        double bottom = first.bottom();
        for (Segment segment : rest) {
            words.addAll(segment.words());
            left = Math.min(left, segment.left());
            right = Math.max(right, segment.right());
            bottom = Math.max(bottom, segment.bottom());
        }
        return new Segment(words, left, right, first.top(), bottom, first.line());
    }

    /** How this paper sets its labels: a word that would be a label but is not set so is a value. */
    private record Habits(boolean bold, boolean closed) {

        static Habits of(List<List<Mark>> marked) {
            int all = 0;
            int bold = 0;
            int closed = 0;
            boolean plainWords = false;
            for (List<Mark> line : marked) {
                for (Mark mark : line) {
                    if (mark instanceof Mark.Label label) {
                        all++;
                        bold += label.occurrence().label().bold() ? 1 : 0;
                        closed += label.closed() ? 1 : 0;
                    } else if (mark instanceof Mark.Words words && !words.at().bold()) {
                        plainWords = true;
                    }
                }
            }
            boolean enough = all >= FEWEST_FOR_HABIT;
            return new Habits(enough && plainWords && bold >= HABIT * all, enough && closed >= HABIT * all);
        }

        List<List<Mark>> applyTo(List<List<Mark>> marked) {
            List<List<Mark>> kept = new ArrayList<>();
            for (List<Mark> line : marked) {
                List<Mark> marks = new ArrayList<>();
                for (Mark mark : line) {
                    marks.add(
                            switch (mark) {
                                case Mark.Label label when isOddOneOut(label) -> new Mark.Words(label.at());
                                case Mark.Words words
                                when looksLikeLabel(words.at()) ->
                                    new Mark.Label(
                                            new Occurrence(Labels.Entry.UNKNOWN, words.at(), 0),
                                            words.at(),
                                            List.of(),
                                            true,
                                            false);
                                default -> mark;
                            });
                }
                kept.add(List.copyOf(marks));
            }
            return List.copyOf(kept);
        }

        private boolean isOddOneOut(Mark.Label label) {
            boolean isBold = label.occurrence().label().bold();
            return bold && !isBold && !label.closed() || closed && !label.closed() && !isBold;
        }

        private boolean looksLikeLabel(Segment segment) {
            return bold && segment.words().stream().allMatch(Word::bold);
        }
    }
}
