package uk.casebridge.reading.fields;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.casebridge.domain.kind.FieldSpec;
import uk.casebridge.domain.kind.Kind;

/**
 * Puts what was found on a paper together to records: chooses the field where a label may mean several, counts the
 * members of lists, parts the paper where another defendant or case begins and joins what is about the same one.
 */
final class Records {

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
        this.anchor = FieldReader.anchors(kind).iterator().next();
    }

    List<FoundRecord> build() {
        List<Part> parts = parts(chosen());
        Part shared = parts.removeFirst();
        addUnlabelled(shared);
        if (parts.isEmpty()) {
            parts.add(new Part(kind));
        }
        List<Gathered> records = new ArrayList<>();
        for (Part part : parts) {
            Gathered record = part.gathered(shared, anchor);
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
        Part part = new Part(kind);
        parts.add(part);
        for (int i = 0; i < choices.size(); i++) {
            if (starts.contains(i)) {
                part = new Part(kind);
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
        Optional<Set<Integer>> opened = openings(choices, anchors);
        if (opened.isPresent()) {
            return opened.get();
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

    /**
     * Where each part opens with the label that opens the paper, as papers about several people printed one after the other
     * do: in two columns what leads in may stand before the name for one of them and beside it for the next.
     */
    private static Optional<Set<Integer>> openings(List<Choice> choices, List<Integer> anchors) {
        String opening = choices.getFirst().spec().path();
        List<Integer> openings = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i).spec().path().equals(opening)) {
                openings.add(i);
            }
        }
        boolean inTurn = openings.size() == anchors.size();
        for (int i = 0; inTurn && i < anchors.size(); i++) {
            int from = openings.get(i);
            int to = anchors.get(i);
            // A member of a list between the two is the rest of the part before, over the page.
            inTurn = from < to
                    && (i == 0 || from > anchors.get(i - 1))
                    && choices.subList(from, to).stream().noneMatch(Records::isOfMember);
        }
        return inTurn ? Optional.of(Set.copyOf(openings)) : Optional.empty();
    }

    private static boolean isOfMember(Choice choice) {
        String path = choice.spec().path();
        return path.contains("[*]") && !path.startsWith("cases[*]");
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
}
