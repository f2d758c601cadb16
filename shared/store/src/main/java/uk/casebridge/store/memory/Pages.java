package uk.casebridge.store.memory;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import uk.casebridge.store.Page;

/** Cuts lists into pages. */
final class Pages {

    private Pages() {}

    /** A page of at most {@code limit} of what was found, which is one more where there is more. */
    static <T> Page<T> cut(List<T> found, int limit, Function<T, String> cursor) {
        if (found.size() <= limit) {
            return new Page<>(found, Optional.empty());
        }
        List<T> items = found.subList(0, limit);
        return new Page<>(items, Optional.of(cursor.apply(items.getLast())));
    }
}
