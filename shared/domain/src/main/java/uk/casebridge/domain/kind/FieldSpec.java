package uk.casebridge.domain.kind;

import java.util.List;
import java.util.Optional;

/**
 * A field that a kind of paper has.
 *
 * @param path where it belongs in the record; a member of a list is written {@code offences[*].code}
 * @param labels the words that stand before it on papers, the commonest first; empty if it is not printed as such. A
 *     label that ends in an ellipsis is how the value itself begins, one that starts with an ellipsis how it ends, for
 *     what is printed without a label
 * @param parser how its words become its value
 * @param required whether a record without it must not leave
 * @param excusedBy the field that excuses its absence where it says {@code yes}, as an organisation needs no date of
 *     birth; empty if nothing does
 * @param threshold the confidence below which a person must look at it, from 0 to 1
 */
public record FieldSpec(
        String path,
        List<String> labels,
        Parser parser,
        boolean required,
        Optional<String> excusedBy,
        double threshold) {

    public static final double DEFAULT_THRESHOLD = 0.8;

    public FieldSpec {
        labels = List.copyOf(labels);
    }

    public static FieldSpec required(String path, Parser parser, String... labels) {
        return new FieldSpec(path, List.of(labels), parser, true, Optional.empty(), DEFAULT_THRESHOLD);
    }

    /** A field that is required unless another, which stands once in the record, says {@code yes}. */
    public static FieldSpec requiredUnless(String excusedBy, String path, Parser parser, String... labels) {
        return new FieldSpec(path, List.of(labels), parser, true, Optional.of(excusedBy), DEFAULT_THRESHOLD);
    }

    public static FieldSpec optional(String path, Parser parser, String... labels) {
        return new FieldSpec(path, List.of(labels), parser, false, Optional.empty(), DEFAULT_THRESHOLD);
    }

    /** Whether it belongs to a member of a list. */
    public boolean repeats() {
        return path.contains("[*]");
    }
}
