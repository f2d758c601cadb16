package uk.casebridge.reading.fields;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.casebridge.domain.kind.FieldSpec;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.kind.Section;
import uk.casebridge.reading.words.Word;

/** The labels and headings of a kind, found by their words. */
final class Labels {

    /** The mark that says a label is the beginning or the end of the value itself. */
    static final String PART_OF_VALUE = "\u2026";

    /** Below this confidence a word came from a picture, and one of its letters may be wrong. */
    private static final double SURE = 0.99;

    private final List<Entry> entries;
    private final Map<String, List<Entry>> byFirstToken = new HashMap<>();

    /**
     * A label or heading.
     *
     * @param tokens its words as compared
     * @param specs the fields it may stand before; none for a heading
     * @param section what it is the heading of, if it is one
     */
    record Entry(List<String> tokens, List<FieldSpec> specs, Optional<Section> section) {

        /** A label that the kind does not know, but which looks like one: it ends what stands before it. */
        static final Entry UNKNOWN = new Entry(List.of(), List.of(), Optional.empty());

        boolean isHeading() {
            return section.isPresent();
        }

        boolean isKnown() {
            return !tokens.isEmpty();
        }
    }

    private Labels(List<Entry> entries) {
        this.entries = entries;
        for (Entry entry : entries) {
            byFirstToken
                    .computeIfAbsent(entry.tokens().getFirst(), token -> new ArrayList<>())
                    .add(entry);
        }
    }

    static Labels of(Kind kind) {
        Map<List<String>, List<FieldSpec>> specs = new LinkedHashMap<>();
        for (FieldSpec spec : kind.fields()) {
            for (String label : spec.labels()) {
                if (!label.startsWith(PART_OF_VALUE) && !label.endsWith(PART_OF_VALUE)) {
                    specs.computeIfAbsent(Tokens.all(label), words -> new ArrayList<>())
                            .add(spec);
                }
            }
        }
        List<Entry> entries = new ArrayList<>();
        for (Section section : kind.sections()) {
            List<String> tokens = Tokens.all(section.heading());
            if (!specs.containsKey(tokens)) {
                entries.add(new Entry(tokens, List.of(), Optional.of(section)));
            }
        }
        specs.forEach((tokens, fields) -> entries.add(new Entry(tokens, List.copyOf(fields), Optional.empty())));
        // The longest first, so that "Parent or guardian address" is not taken for "Parent or guardian".
        entries.sort((one, other) ->
                Integer.compare(other.tokens().size(), one.tokens().size()));
        return new Labels(List.copyOf(entries));
    }

    /**
     * The labels that may begin with a word, the longest first; of a word taken from a picture those that begin with the
     * very word before those that begin with one like it, so that "Asset" is not taken for the heading "Assets".
     */
    List<Entry> beginningWith(Word word) {
        List<Entry> exact = byFirstToken.getOrDefault(Tokens.of(word.text()), List.of());
        return isRecognised(word)
                ? Stream.concat(exact.stream(), entries.stream()).toList()
                : exact;
    }

    /** Whether a word was taken from a picture, so that its letters are likely and not certain. */
    static boolean isRecognised(Word word) {
        return word.confidence() < SURE;
    }

    /** Whether a word is that word of a label. */
    static boolean matches(Word word, String token) {
        String seen = Tokens.of(word.text());
        return seen.equals(token) || isRecognised(word) && Tokens.alike(seen, token);
    }
}
