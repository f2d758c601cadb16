package uk.casebridge.domain.record;

import java.util.Locale;
import java.util.stream.Collectors;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.kind.Kind;

/**
 * What makes two papers versions of the same thing: the kind's id and the values at its key paths. A list counts in
 * sorted order; case and white space do not matter.
 *
 * @param text the whole key in one line; personal, so it is only ever stored as a keyed hash
 */
public record RecordKey(String text) {

    public static RecordKey of(Kind kind, Fields fields) {
        return new RecordKey(kind.id()
                + "|"
                + kind.key().stream()
                        .map(path -> path + "=" + valuesAt(fields, path))
                        .collect(Collectors.joining("|")));
    }

    private static String valuesAt(Fields fields, String path) {
        return fields.matching(path).stream()
                .map(Field::value)
                .map(value -> value.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(","));
    }

    @Override
    public String toString() {
        return "RecordKey[sealed]";
    }
}
