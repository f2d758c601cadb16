package uk.casebridge.domain.paper;

import java.util.regex.Pattern;

/**
 * The id of a paper: {@code p-} and 26 characters of Crockford's base 32, of which the first ten are the time it was
 * made in milliseconds, so that ids sort by age.
 */
public record PaperId(String value) implements Comparable<PaperId> {

    private static final Pattern SHAPE = Pattern.compile("p-[0-9A-HJKMNP-TV-Z]{26}");

    public PaperId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not the id of a paper: " + value);
        }
    }

    @Override
    public int compareTo(PaperId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
