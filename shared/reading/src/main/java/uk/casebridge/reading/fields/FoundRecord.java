package uk.casebridge.reading.fields;

import java.util.List;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;

/**
 * One record as it stands on a paper.
 *
 * @param fields its fields; of a value printed twice, the first
 * @param clashes the values that are printed twice and differ
 */
public record FoundRecord(Fields fields, List<Clash> clashes) {

    public FoundRecord {
        clashes = List.copyOf(clashes);
    }

    /**
     * Two values for one field.
     *
     * @param taken the one printed first, which stands in the record
     * @param other the one printed later
     */
    public record Clash(Field taken, Field other) {}
}
