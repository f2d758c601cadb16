package uk.casebridge.domain.record;

import java.util.regex.Pattern;

/**
 * The id of a record: {@code r-} and 32 hexadecimal digits, a keyed hash of its kind and key, so that two papers about
 * the same thing find the same record, and the id tells nobody what the key was.
 */
public record RecordId(String value) {

    private static final Pattern SHAPE = Pattern.compile("r-[0-9a-f]{32}");

    public RecordId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not the id of a record: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
