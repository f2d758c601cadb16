package uk.casebridge.relay;

import java.time.Duration;
import java.util.List;
import uk.casebridge.domain.kind.Urgency;

/**
 * How long a delivery waits after a queue was away: ever longer, for as long as it takes. What can wait waits up to ten
 * minutes; what changes custody never more than one, so that each round of the sweep tries it.
 */
final class Backoff {

    private static final List<Duration> STEPS =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(10));

    private static final Duration LONGEST_URGENT = Duration.ofMinutes(1);

    private Backoff() {}

    /** The wait after an attempt, counted from 1. */
    static Duration after(int attempt, Urgency urgency) {
        Duration step = STEPS.get(Math.clamp(attempt - 1L, 0, STEPS.size() - 1));
        return urgency == Urgency.CUSTODY && step.compareTo(LONGEST_URGENT) > 0 ? LONGEST_URGENT : step;
    }
}
