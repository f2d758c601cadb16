package uk.casebridge.store.aws;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something made when it is first asked for, once, so that a room pays only for what it uses. */
final class Lazy<T> implements Supplier<T> {

    private final Supplier<T> maker;
    private volatile @Nullable T made;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        T seen = made;
        if (seen != null) {
            return seen;
        }
        synchronized (this) {
            T again = made;
            if (again == null) {
                again = maker.get();
                made = again;
            }
            return again;
        }
    }

    /** The thing, if it was ever asked for. */
    Optional<T> ifMade() {
        return Optional.ofNullable(made);
    }
}
