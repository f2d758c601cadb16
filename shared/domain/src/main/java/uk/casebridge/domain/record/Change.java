package uk.casebridge.domain.record;

import java.util.Optional;

/**
 * One difference between two versions of a record.
 *
 * @param path the field
 * @param before its value before; empty if it was added
 * @param after its value after; empty if it was removed
 */
public record Change(String path, Optional<String> before, Optional<String> after) {

    public Change {
        if (before.equals(after)) {
            throw new IllegalArgumentException("Nothing changed at " + path);
        }
    }
}
