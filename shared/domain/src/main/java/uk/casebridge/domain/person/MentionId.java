package uk.casebridge.domain.person;

import java.util.regex.Pattern;

/**
 * The id of a mention: {@code m-} and 32 hexadecimal digits, a keyed hash of the record, the name and the date of birth,
 * the same in every version of the record.
 */
public record MentionId(String value) {

    private static final Pattern SHAPE = Pattern.compile("m-[0-9a-f]{32}");

    public MentionId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not the id of a mention: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
