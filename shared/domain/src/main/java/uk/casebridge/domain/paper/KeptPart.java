package uk.casebridge.domain.paper;

import java.util.Optional;

/**
 * What became of a part of a bundle.
 *
 * @param number which part, from 1
 * @param use what it is for
 * @param where where in the bundle it is, for people; no personal data
 * @param paper the paper it became; empty for what is none
 */
public record KeptPart(int number, Bundle.Use use, String where, Optional<PaperId> paper) {

    /** A part that became a paper, or is none. */
    public static KeptPart of(Bundle.Part part, Optional<PaperId> paper) {
        // The names of packed files are the sender's and may hold a name.
        String where = part.where() instanceof Bundle.Entry
                ? "file " + part.number()
                : part.where().shown();
        return new KeptPart(part.number(), part.use(), where, paper);
    }
}
