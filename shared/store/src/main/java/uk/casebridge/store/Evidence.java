package uk.casebridge.store;

import java.util.Optional;
import uk.casebridge.domain.paper.PaperId;

/** What was seen on a paper, too large for the table: page pictures, raw words and boxes. Can be made again. */
public interface Evidence {

    /** Puts something under a name, in place of what was there. */
    void put(PaperId paper, String name, byte[] bytes, String mediaType);

    Optional<byte[]> get(PaperId paper, String name);

    /** The name of the picture of a page, from 1. */
    static String picture(int page) {
        return "page-" + page + ".png";
    }
}
