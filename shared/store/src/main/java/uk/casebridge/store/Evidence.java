package uk.casebridge.store;

import java.util.Optional;
import uk.casebridge.domain.paper.PaperId;

/** What was seen on a paper, too large for the table: page pictures, raw words and boxes. Can be made again. */
public interface Evidence {

    /** The name of what was read, as JSON in the form of {@code reading.v1.json}. */
    String READING = "reading.json";

    /** Puts something under a name, in place of what was there. */
    void put(PaperId paper, String name, byte[] bytes, String mediaType);

    Optional<byte[]> get(PaperId paper, String name);

    /**
     * A name as it may be given: letters, digits, dots and hyphens, beginning with a letter.
     *
     * @throws IllegalArgumentException for any other
     */
    static String requireName(String name) {
        if (!name.matches("[a-zA-Z][a-zA-Z0-9.-]{0,99}")) {
            throw new IllegalArgumentException("Not a name of evidence: " + name);
        }
        return name;
    }

    /** The name of the picture of a page, from 1. */
    static String picture(int page) {
        return "page-" + page + ".png";
    }
}
