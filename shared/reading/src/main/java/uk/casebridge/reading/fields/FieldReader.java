package uk.casebridge.reading.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import uk.casebridge.domain.kind.FieldSpec;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.reading.words.PageOfWords;

/** Reads the records of a paper whose kind is known. */
public final class FieldReader {

    private final Kind kind;
    private final Labels labels;

    public FieldReader(Kind kind) {
        this.kind = kind;
        this.labels = Labels.of(kind);
    }

    /** Each record on the paper, in its order; none if it names nobody the kind could be about. */
    public List<FoundRecord> read(List<PageOfWords> pages) {
        Strip strip = Strip.of(pages, new Lines());
        Owners.Found found = Owners.find(Marker.mark(labels, strip));
        return new Records(kind, found).build();
    }

    private final class Lines implements Strip.Content {

        private final Set<String> anchors = anchors(kind);

        @Override
        public boolean beginsRecord(List<Segment> line) {
            return labelled(line, spec -> anchors.contains(spec.path()));
        }

        @Override
        public boolean beginsMember(List<Segment> line) {
            return labelled(line, FieldSpec::repeats);
        }

        @Override
        public boolean isLabelled(List<Segment> line) {
            return labelled(line, spec -> true);
        }

        /** Whether a segment of the line begins with the label of such a field. */
        private boolean labelled(List<Segment> line, Predicate<FieldSpec> field) {
            for (Segment segment : line) {
                for (Labels.Entry entry : labels.beginningWith(segment.words().getFirst())) {
                    if (entry.specs().stream().anyMatch(field) && startsWith(segment, entry.tokens())) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    private static boolean startsWith(Segment segment, List<String> tokens) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < Math.min(tokens.size(), segment.words().size()); i++) {
            words.add(Tokens.of(segment.words().get(i).text()));
        }
        return words.equals(tokens);
    }

    /** The fields that say whom or what a record is about. */
    static Set<String> anchors(Kind kind) {
        return switch (kind.unit()) {
            case CASE -> Set.of("case.urn");
            case DEFENDANT_AT_HEARING, DEFENDANT_IN_CASE -> Set.of("defendant.name");
            case PERSON -> Set.of(kind.key().getFirst());
        };
    }
}
