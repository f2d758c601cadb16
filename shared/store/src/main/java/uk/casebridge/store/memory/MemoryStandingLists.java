package uk.casebridge.store.memory;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.domain.standing.ListVersions;
import uk.casebridge.store.StandingLists;

/** Imported standing data in memory. */
public final class MemoryStandingLists implements StandingLists {

    private final Map<Sha256, byte[]> rows = new HashMap<>();
    private ListVersions versions = ListVersions.NONE;

    @Override
    public synchronized ListVersions versions() {
        return versions;
    }

    @Override
    public synchronized Optional<byte[]> rows(Sha256 content) {
        return Optional.ofNullable(rows.get(content)).map(byte[]::clone);
    }

    @Override
    public synchronized boolean add(ListVersions next, Collection<byte[]> contents) {
        if (next.number() != versions.number() + 1) {
            return false;
        }
        contents.forEach(content -> rows.put(Sha256.of(content), content.clone()));
        versions = next;
        return true;
    }
}
