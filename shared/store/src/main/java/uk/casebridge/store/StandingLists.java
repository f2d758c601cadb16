package uk.casebridge.store;

import java.util.Collection;
import java.util.Optional;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.domain.standing.ListVersions;

/**
 * Imported standing data: what versions there are, and their rows. Nothing that was imported is ever changed or taken
 * away, so that it can be told which list a paper was held against.
 */
public interface StandingLists {

    /** What is imported now. */
    ListVersions versions();

    /** The rows of a version by its content's hash, as they were put; empty if nothing has that hash. */
    Optional<byte[]> rows(Sha256 content);

    /**
     * Adds an import whole.
     *
     * @param next what was imported when it was made, and the new versions; its number is one more
     * @param contents the rows of the new versions, kept under their hashes
     * @return false if someone else imported meanwhile, and then nothing of it counts
     */
    boolean add(ListVersions next, Collection<byte[]> contents);
}
