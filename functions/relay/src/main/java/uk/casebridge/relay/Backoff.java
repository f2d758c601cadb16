package uk.casebridge.relay;

import java.time.Duration;
import java.util.List;

/** How long a delivery waits after a queue was away: ever longer, up to ten minutes, for as long as it takes. */
final class Backoff {

    private static final List<Duration> STEPS =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(10));

    private Backoff() {}

    /** The wait after an attempt, counted from 1. */
    static Duration after(int attempt) {
        return STEPS.get(Math.clamp(attempt - 1L, 0, STEPS.size() - 1));
    }
}
