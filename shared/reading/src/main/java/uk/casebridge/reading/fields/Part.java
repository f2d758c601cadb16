package uk.casebridge.reading.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.PageBox;
import uk.casebridge.domain.kind.FieldSpec;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.kind.Parser;
import uk.casebridge.reading.words.Word;

/** The labels of one stretch of the paper. */
final class Part {

    /** How a result begins on a line of its own: its short code, a hyphen and its title. */
    private static final Pattern RESULT_BEGINS = Pattern.compile("^[A-Z][A-Z0-9]{0,11} - \\S.*");

    private static final Pattern BETWEEN_CODES = Pattern.compile("\\s*(?:[,;\\n]|\\band\\b|&)\\s*");

    /** Where another meaning of the label was possible. */
    private static final double CHOSEN = 0.97;

    private final Kind kind;
    private final List<Choice> choices = new ArrayList<>();
    private final List<Field> own = new ArrayList<>();

    Part(Kind kind) {
        this.kind = kind;
    }

    void add(Choice choice) {
        choices.add(choice);
    }

    void addOwn(FieldSpec spec, Segment segment) {
        Parsed parsed = FieldParsers.parse(spec.parser(), List.of(segment.text()));
        own.add(Field.read(
                spec.path(),
                parsed.value(),
                parsed.raw(),
                Occurrence.Relation.OWN_WORDS.confidence() * parsed.factor() * confidence(segment.words()),
                segment.box()));
    }

    boolean has(String path) {
        return choices.stream()
                .anyMatch(choice -> choice.spec().path().equals(path)
                        && !choice.occurrence().isEmpty());
    }

    /** Puts the stretch and what counts for all stretches together to one record. */
    Gathered gathered(Part shared, String anchor) {
        Counter counter = new Counter();
        Gathered record = new Gathered(kind, anchor);
        shared.own.forEach(record::put);
        for (Choice choice : shared.choices) {
            put(choice, counter, record);
        }
        for (Choice choice : choices) {
            put(choice, counter, record);
        }
        return record;
    }

    private void put(Choice choice, Counter counter, Gathered record) {
        FieldSpec spec = choice.spec();
        for (List<Segment> piece : pieces(choice)) {
            List<Integer> members = counter.next(spec.path(), choice.member());
            if (piece.isEmpty()) {
                continue;
            }
            String path = Paths.numbered(spec.path(), members);
            boolean recognised =
                    piece.stream().flatMap(segment -> segment.words().stream()).anyMatch(Labels::isRecognised);
            Parsed parsed = parsed(spec.parser(), Segment.lines(piece), recognised);
            if (parsed.isNothing()) {
                continue;
            }
            List<Word> words =
                    piece.stream().flatMap(segment -> segment.words().stream()).toList();
            double confidence = choice.occurrence().confidence()
                    * (choice.certain() ? 1 : CHOSEN)
                    * parsed.factor()
                    * confidence(words);
            PageBox place = Segment.boxOf(words);
            record.put(Field.read(path, parsed.value(), parsed.raw(), confidence, place));
            parsed.date().ifPresent(date -> {
                if (kind.field(path + "Date").isPresent()) {
                    record.put(Field.read(path + "Date", date, parsed.raw(), confidence, place));
                }
            });
            if (spec.path().endsWith(".wording")) {
                splitLegislation(path, Segment.lines(piece), confidence, place, record);
            }
        }
    }

    private static Parsed parsed(Parser parser, List<String> lines, boolean recognised) {
        if (!recognised) {
            return FieldParsers.parse(parser, lines);
        }
        Parsed righted = FieldParsers.parse(parser, Lookalikes.righted(parser, lines));
        return new Parsed(righted.value(), FieldParsers.joined(lines), righted.factor(), righted.date());
    }

    /** The end of a wording that begins in the words of its sibling field, such as "Contrary to …". */
    private void splitLegislation(
            String wordingPath, List<String> lines, double confidence, PageBox place, Gathered record) {
        String sibling = Paths.parent(wordingPath) + ".legislation";
        Optional<FieldSpec> spec = kind.field(sibling)
                .filter(field -> field.labels().stream().anyMatch(label -> label.endsWith(Labels.PART_OF_VALUE)));
        if (spec.isEmpty() || record.has(sibling)) {
            return;
        }
        for (String label : spec.get().labels()) {
            String beginning = label.substring(0, label.length() - 1);
            for (int i = lines.size() - 1; i > 0; i--) {
                if (lines.get(i).startsWith(beginning)) {
                    String wording = FieldParsers.joined(lines.subList(0, i));
                    String legislation = FieldParsers.joined(lines.subList(i, lines.size()));
                    record.replace(Field.read(wordingPath, wording, wording, confidence, place));
                    record.replace(Field.read(sibling, legislation, legislation, confidence, place));
                    return;
                }
            }
        }
    }

    /** A value, or the several values that stand in one place: results each with its code, numbers of several cases. */
    private static List<List<Segment>> pieces(Choice choice) {
        List<Segment> value = choice.occurrence().value();
        String path = choice.spec().path();
        if (value.isEmpty()) {
            return List.of(List.of());
        }
        if (path.endsWith("results[*].text")) {
            List<List<Segment>> pieces = new ArrayList<>();
            for (Segment segment : value) {
                boolean begins = !pieces.isEmpty()
                        && segment.line() != pieces.getLast().getLast().line()
                        && RESULT_BEGINS.matcher(segment.text()).matches()
                        && RESULT_BEGINS
                                .matcher(pieces.getLast().getFirst().text())
                                .matches();
                if (pieces.isEmpty() || begins) {
                    pieces.add(new ArrayList<>());
                }
                pieces.getLast().add(segment);
            }
            return pieces;
        }
        if (choice.spec().parser() == Parser.URN && path.endsWith("[*].urn") && !path.startsWith("offences")) {
            List<List<Segment>> pieces = new ArrayList<>();
            for (Segment segment : value) {
                pieces.addAll(parted(segment));
            }
            return pieces;
        }
        return List.of(value);
    }

    private static List<List<Segment>> parted(Segment segment) {
        List<List<Segment>> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < segment.words().size(); i++) {
            String word = segment.words().get(i).text();
            boolean between = BETWEEN_CODES.matcher(word).matches();
            boolean ends = word.endsWith(",") || word.endsWith(";");
            if (between || ends) {
                int to = between ? i : i + 1;
                if (to > from) {
                    pieces.add(List.of(segment.from(from).upTo(to - from)));
                }
                from = i + 1;
            }
        }
        if (from < segment.words().size()) {
            pieces.add(List.of(segment.from(from)));
        }
        return pieces;
    }

    private static double confidence(List<Word> words) {
        return words.stream().mapToDouble(Word::confidence).min().orElse(1);
    }
}
