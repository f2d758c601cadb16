package uk.casebridge.domain.person;

import java.util.regex.Pattern;

/**
 * The id of a person as we know them: {@code n-} and 32 hexadecimal digits. It is made from the id of the mention that
 * made the person known, so that writing the same person twice writes one person, and tells nobody who it is.
 */
public record PersonId(String value) {

    private static final Pattern SHAPE = Pattern.compile("n-[0-9a-f]{32}");

    public PersonId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not the id of a person: " + value);
        }
    }

    /** The id of the person whom a mention makes known. */
    public static PersonId madeBy(MentionId mention) {
        return new PersonId("n-" + mention.value().substring(2));
    }

    @Override
    public String toString() {
        return value;
    }
}
