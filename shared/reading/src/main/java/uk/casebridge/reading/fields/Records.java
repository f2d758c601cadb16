package uk.casebridge.reading.fields;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.field.PageBox;
import uk.casebridge.domain.kind.FieldSpec;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.kind.Parser;
import uk.casebridge.reading.words.Word;

/**
 * Puts what was found on a paper together to records: chooses the field where a label may mean several, counts the
 * members of lists, parts the paper where another defendant or case begins and joins what is about the same one.
 */
final class Records {

    /** Where another meaning of the label was possible. */
    private static final double CHOSEN = 0.97;

    /** How a result begins on a line of its own: its short code, a hyphen and its title. */
    private static final Pattern RESULT_BEGINS = Pattern.compile("^[A-Z][A-Z0-9]{0,11} - \\S.*");

    private static final Pattern BETWEEN_CODES = Pattern.compile("\\s*(?:[,;\\n]|\\band\\b|&)\\s*");

    private static final Pattern MEMBER = Pattern.compile("\\[(\\d+)]");

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Kind kind;
    private final Owners.Found found;
    private final Map<String, FieldSpec> specs = new HashMap<>();
    private final String anchor;

    Records(Kind kind, Owners.Found found) {
        this.kind = kind;
        this.found = found;
        for (FieldSpec spec : kind.fields()) {
            specs.put(spec.path(), spec);
        }
        this.anchor = FieldReader.anchors(kind.unit()).iterator().next();
    }

    List<FoundRecord> build() {
        List<Part> parts = parts(chosen());
        Part shared = parts.removeFirst();
        addUnlabelled(shared);
        if (parts.isEmpty()) {
            parts.add(new Part());
        }
        List<Gathered> records = new ArrayList<>();
        for (Part part : parts) {
            Gathered record = part.gathered(shared);
            Optional<Gathered> same =
                    records.stream().filter(other -> other.isSameAs(record)).findFirst();
            if (same.isPresent()) {
                same.get().join(record);
            } else {
                records.add(record);
            }
        }
        return records.stream()
                .filter(record -> record.value(anchor).isPresent())
                .map(Gathered::finished)
                .toList();
    }

    /** A label with the one field it stands for here. */
    private record Choice(FieldSpec spec, Occurrence occurrence, boolean certain, int member) {}

    private List<Choice> chosen() {
        List<Choice> choices = new ArrayList<>();
        Optional<Mark.Heading> section = Optional.empty();
        int nextHeading = 0;
        Set<Mark.Heading> counted = new HashSet<>();
        for (Occurrence occurrence : found.occurrences()) {
            while (nextHeading < found.headings().size()
                    && isBefore(found.headings().get(nextHeading), occurrence)) {
                section = Optional.of(found.headings().get(nextHeading++));
            }
            List<FieldSpec> candidates = occurrence.entry().specs();
            if (candidates.isEmpty()) {
                continue;
            }
            if (candidates.stream().anyMatch(spec -> spec.path().equals(anchor))) {
                section = Optional.empty();
            }
            FieldSpec spec = choose(candidates, occurrence, section, choices);
            int member = 0;
            if (section.isPresent()
                    && section.get().number() > 0
                    && spec.path().startsWith(section.get().section().prefix())
                    && counted.add(section.get())) {
                member = section.get().number();
            }
            choices.add(new Choice(spec, occurrence, candidates.size() == 1, member));
        }
        return choices;
    }

    private static boolean isBefore(Mark.Heading heading, Occurrence occurrence) {
        return heading.at().line() < occurrence.line()
                || heading.at().line() == occurrence.line() && heading.at().left() < occurrence.left();
    }

    private static FieldSpec choose(
            List<FieldSpec> candidates, Occurrence occurrence, Optional<Mark.Heading> section, List<Choice> before) {
        if (candidates.size() == 1) {
            return candidates.getFirst();
        }
        if (section.isPresent()) {
            String prefix = section.get().section().prefix();
            Optional<FieldSpec> under = candidates.stream()
                    .filter(spec -> spec.path().startsWith(prefix))
                    .findFirst();
            if (under.isPresent()) {
                return under.get();
            }
        }
        // The label above it in its own column says what it is part of, else the label before it.
        for (boolean sameColumn : new boolean[] {true, false}) {
            for (int i = before.size() - 1; i >= 0; i--) {
                Choice choice = before.get(i);
                if (sameColumn
                        && Math.abs(choice.occurrence().left() - occurrence.left())
                                > occurrence.label().height()) {
                    continue;
                }
                String parent = Paths.parent(choice.spec().path());
                for (FieldSpec candidate : candidates) {
                    if (Paths.parent(candidate.path()).equals(parent)
                            || candidate.path().startsWith(parent + ".") && parent.endsWith("[*]")) {
                        return candidate;
                    }
                }
                if (!sameColumn || before.size() - i > 3) {
                    break;
                }
            }
        }
        return candidates.getFirst();
    }

    /**
     * Parts the paper at each label that begins another defendant or case. The first part is what stands before all of
     * them and counts for each.
     */
    private List<Part> parts(List<Choice> choices) {
        Set<Integer> starts = starts(choices);
        List<Part> parts = new ArrayList<>();
        Part part = new Part();
        parts.add(part);
        for (int i = 0; i < choices.size(); i++) {
            if (starts.contains(i)) {
                part = new Part();
                parts.add(part);
            }
            part.add(choices.get(i));
        }
        return parts;
    }

    private Set<Integer> starts(List<Choice> choices) {
        List<Integer> anchors = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i).spec().path().equals(anchor)
                    && !choices.get(i).occurrence().isEmpty()) {
                anchors.add(i);
            }
        }
        if (anchors.size() < 2) {
            return new HashSet<>(anchors.isEmpty() ? List.of() : List.of(anchors.getFirst()));
        }
        // Labels that stand before the anchor each time it comes lead the part in.
        Set<String> leading = new HashSet<>();
        for (int i = anchors.getFirst() - 1; i >= 0; i--) {
            String path = choices.get(i).spec().path();
            boolean eachTime = true;
            for (int k = 1; k < anchors.size() && eachTime; k++) {
                eachTime = stands(choices, path, anchors.get(k - 1) + 1, anchors.get(k))
                        && !standsTwice(choices, path, anchors.get(k - 1) + 1, anchors.get(k));
            }
            boolean afterLast = stands(choices, path, anchors.getLast() + 1, choices.size());
            if (!eachTime || afterLast) {
                break;
            }
            leading.add(path);
        }
        Set<Integer> starts = new HashSet<>();
        int from = 0;
        for (int at : anchors) {
            int start = at;
            while (start > from
                    && leading.contains(choices.get(start - 1).spec().path())) {
                start--;
            }
            starts.add(start);
            from = at + 1;
        }
        return starts;
    }

    private static boolean stands(List<Choice> choices, String path, int from, int to) {
        return choices.subList(from, to).stream()
                .anyMatch(choice -> choice.spec().path().equals(path));
    }

    private static boolean standsTwice(List<Choice> choices, String path, int from, int to) {
        return choices.subList(from, to).stream()
                        .filter(choice -> choice.spec().path().equals(path))
                        .count()
                > 1;
    }

    /** What is printed without a label: known by how it begins or ends, and by what it stands under. */
    private void addUnlabelled(Part shared) {
        for (FieldSpec spec : kind.fields()) {
            for (String label : spec.labels()) {
                if (label.startsWith(Labels.PART_OF_VALUE)
                        && !shared.has(spec.path())
                        && found.occurrences().stream()
                                .noneMatch(it -> it.entry().specs().contains(spec) && !it.isEmpty())) {
                    endingWith(label.substring(1)).ifPresent(segment -> {
                        shared.addOwn(spec, segment);
                        beneath(segment)
                                .ifPresent(below -> specFor(Paths.parent(spec.path()) + ".address")
                                        .filter(address -> address.labels().isEmpty())
                                        .ifPresent(address -> shared.addOwn(address, below)));
                    });
                }
            }
        }
    }

    private Optional<FieldSpec> specFor(String path) {
        return Optional.ofNullable(specs.get(path));
    }

    private Optional<Segment> endingWith(String words) {
        List<String> tokens = Tokens.all(words);
        return found.ownerless().stream()
                .filter(segment -> {
                    List<String> seen = Tokens.all(segment.text());
                    return seen.size() >= tokens.size()
                            && seen.subList(seen.size() - tokens.size(), seen.size())
                                    .equals(tokens);
                })
                .findFirst();
    }

    private Optional<Segment> beneath(Segment segment) {
        return found.ownerless().stream()
                .filter(other -> other.line() > segment.line()
                        && other.line() <= segment.line() + 2
                        && Math.abs(other.left() - segment.left()) < 0.6 * segment.height()
                        && other.top() - segment.bottom() < segment.height())
                .findFirst();
    }

    /** The labels of one stretch of the paper. */
    private final class Part {
        private final List<Choice> choices = new ArrayList<>();
        private final List<Field> own = new ArrayList<>();

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

        Gathered gathered(Part shared) {
            Counter counter = new Counter();
            Gathered record = new Gathered(new LinkedHashMap<>());
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
                boolean recognised = piece.stream()
                        .flatMap(segment -> segment.words().stream())
                        .anyMatch(Labels::isRecognised);
                Parsed parsed = parsed(spec.parser(), Segment.lines(piece), recognised);
                if (parsed.isNothing()) {
                    continue;
                }
                List<Word> words = piece.stream()
                        .flatMap(segment -> segment.words().stream())
                        .toList();
                double confidence = choice.occurrence().confidence()
                        * (choice.certain() ? 1 : CHOSEN)
                        * parsed.factor()
                        * confidence(words);
                PageBox place = Segment.boxOf(words);
                record.put(Field.read(path, parsed.value(), parsed.raw(), confidence, place));
                parsed.date().ifPresent(date -> {
                    if (specs.containsKey(spec.path() + "Date")) {
                        record.put(Field.read(path + "Date", date, parsed.raw(), confidence, place));
                    }
                });
                if (spec.path().endsWith(".wording")) {
                    splitLegislation(path, Segment.lines(piece), confidence, place, record.fields);
                }
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
            String wordingPath, List<String> lines, double confidence, PageBox place, Map<String, Field> fields) {
        String sibling = Paths.parent(wordingPath) + ".legislation";
        Optional<FieldSpec> spec = kind.field(sibling)
                .filter(field -> field.labels().stream().anyMatch(label -> label.endsWith(Labels.PART_OF_VALUE)));
        if (spec.isEmpty() || fields.containsKey(sibling)) {
            return;
        }
        for (String label : spec.get().labels()) {
            String beginning = label.substring(0, label.length() - 1);
            for (int i = lines.size() - 1; i > 0; i--) {
                if (lines.get(i).startsWith(beginning)) {
                    String wording = FieldParsers.joined(lines.subList(0, i));
                    String legislation = FieldParsers.joined(lines.subList(i, lines.size()));
                    fields.put(wordingPath, Field.read(wordingPath, wording, wording, confidence, place));
                    fields.put(sibling, Field.read(sibling, legislation, legislation, confidence, place));
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

    /** Counts the members of lists: a label that comes again within a member begins the next. */
    private static final class Counter {
        private final Map<String, Integer> members = new HashMap<>();
        private final Map<String, Set<String>> seen = new HashMap<>();

        List<Integer> next(String path, int member) {
            List<String> groups = Paths.groups(path);
            if (groups.isEmpty()) {
                return List.of();
            }
            String innermost = groups.getLast();
            for (String group : groups) {
                boolean isInnermost = group.equals(innermost);
                boolean again =
                        isInnermost && seen.getOrDefault(group, Set.of()).contains(path);
                boolean first = !members.containsKey(group);
                boolean told = isInnermost && member > 0 && members.getOrDefault(group, 0) < member;
                if (first || again || told) {
                    members.merge(group, 1, Integer::sum);
                    forgetBelow(group);
                }
            }
            seen.computeIfAbsent(innermost, group -> new HashSet<>()).add(path);
            return groups.stream().map(group -> members.getOrDefault(group, 1)).toList();
        }

        private void forgetBelow(String group) {
            seen.put(group, new HashSet<>());
            members.keySet().removeIf(other -> other.startsWith(group + "."));
            seen.keySet().removeIf(other -> other.startsWith(group + "."));
        }
    }

    /** The fields of one record while it is put together. */
    private final class Gathered {
        private final Map<String, Field> fields;
        private final List<FoundRecord.Clash> clashes = new ArrayList<>();

        Gathered(Map<String, Field> fields) {
            this.fields = fields;
        }

        /** What is said first stands; the same label again, outside a list, is a repetition, or else a clash. */
        void put(Field field) {
            Field taken = fields.putIfAbsent(field.path(), field);
            if (taken != null && !says(taken, field) && !says(field, taken)) {
                clashes.add(new FoundRecord.Clash(taken, field));
            }
        }

        /** Whether a value holds the other, letter case and signs left out: a court's name with its address, say. */
        private static boolean says(Field whole, Field part) {
            return letters(whole).contains(letters(part));
        }

        private static String letters(Field field) {
            return NO_LETTER.matcher(field.value().toUpperCase(Locale.ROOT)).replaceAll("");
        }

        Optional<Field> value(String path) {
            return Optional.ofNullable(fields.get(path));
        }

        /** Whether two stretches are about the same: the kind's key, its case references left out, and the anchor. */
        boolean isSameAs(Gathered other) {
            List<String> same = new ArrayList<>();
            same.add(anchor);
            for (String path : kind.key()) {
                if (!path.contains("[*]")) {
                    same.add(path);
                }
            }
            return same.stream().allMatch(path -> values(path).equals(other.values(path)));
        }

        private Optional<String> values(String path) {
            return value(path).map(field -> field.value().toUpperCase(Locale.ROOT));
        }

        /** Puts another stretch about the same defendant to this one, its lists after the ones here. */
        void join(Gathered other) {
            nameCases();
            other.nameCases();
            clashes.addAll(other.clashes);
            Map<String, Integer> shift = new HashMap<>();
            for (Field field : other.fields.values()) {
                List<Integer> members = members(field.path());
                if (members.isEmpty()) {
                    put(field);
                    continue;
                }
                String list = field.path().substring(0, field.path().indexOf('['));
                int by;
                if (list.equals("cases")) {
                    by = caseShift(other, members.getFirst(), shift);
                } else {
                    by = shift.computeIfAbsent(list, this::count);
                }
                String path = list + "[" + (members.getFirst() + by) + "]"
                        + field.path().substring(field.path().indexOf(']') + 1);
                fields.putIfAbsent(path, at(field, path));
            }
        }

        /** A case already here keeps its number; another comes after. */
        private int caseShift(Gathered other, int member, Map<String, Integer> shift) {
            return shift.computeIfAbsent("cases[" + member + "]", key -> {
                String urn = other.value("cases[" + member + "].urn")
                        .map(Field::value)
                        .orElse("");
                int count = count("cases");
                for (int i = 1; i <= count; i++) {
                    if (value("cases[" + i + "].urn")
                            .map(Field::value)
                            .orElse("")
                            .equals(urn)) {
                        return i - member;
                    }
                }
                return count + 1 - member;
            });
        }

        private int count(String list) {
            int most = 0;
            for (String path : fields.keySet()) {
                if (path.startsWith(list + "[")) {
                    most = Math.max(most, members(path).getFirst());
                }
            }
            return most;
        }

        /** Where several cases are joined, each offence says its own. */
        private void nameCases() {
            if (!specs.containsKey("offences[*].urn")) {
                return;
            }
            Optional<Field> urn = value("cases[1].urn");
            if (urn.isEmpty() || value("cases[2].urn").isPresent()) {
                return;
            }
            int offences = count("offences");
            for (int i = 1; i <= offences; i++) {
                String path = "offences[" + i + "].urn";
                fields.putIfAbsent(path, at(urn.get(), path));
            }
        }

        private static Field at(Field field, String path) {
            return new Field(path, field.value(), field.raw(), field.confidence(), field.place());
        }

        private static List<Integer> members(String path) {
            Matcher matcher = MEMBER.matcher(path);
            List<Integer> members = new ArrayList<>();
            while (matcher.find()) {
                members.add(Integer.parseInt(matcher.group(1)));
            }
            return members;
        }

        FoundRecord finished() {
            return new FoundRecord(Fields.of(fields.values()), clashes);
        }
    }
}
