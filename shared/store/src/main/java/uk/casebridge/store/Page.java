package uk.casebridge.store;

import java.util.List;
import java.util.Optional;

/**
 * A part of a longer list.
 *
 * @param items this part
 * @param next an opaque cursor for the next part; empty at the end
 */
public record Page<T>(List<T> items, Optional<String> next) {
    public Page {
        items = List.copyOf(items);
    }
}
