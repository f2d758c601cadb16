package uk.casebridge.reading.fields;

import java.util.List;
import uk.casebridge.domain.kind.Section;

/** What a segment of the strip was found to be. */
sealed interface Mark {

    /** The segment it begins at. */
    Segment at();

    /** Words that belong to some label, or to none. */
    record Words(Segment at) implements Mark {}

    /** A label; {@code rest} are the words after it in its own segment, at most one segment. */
    record Label(Occurrence occurrence, Segment at, List<Segment> rest, boolean whole, boolean closed)
            implements Mark {}

    /** A heading, with the number that stands after it, or 0. */
    record Heading(Section section, Segment at, int number) implements Mark {}
}
