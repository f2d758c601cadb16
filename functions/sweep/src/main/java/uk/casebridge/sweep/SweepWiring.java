package uk.casebridge.sweep;

import java.time.Clock;
import uk.casebridge.store.EmfMetrics;
import uk.casebridge.store.Metrics;
import uk.casebridge.store.Store;
import uk.casebridge.store.aws.AwsStore;
import uk.casebridge.store.aws.Surroundings;

/** Puts the sweep together, once per process. */
final class SweepWiring {

    private SweepWiring() {}

    static SweepService inAws() {
        Surroundings here = Surroundings.here();
        SweepSettings settings = SweepSettings.of(here.environment());
        Clock clock = Clock.systemUTC();
        return of(AwsStore.of(here.clients(), settings.names(), clock), EmfMetrics.toStandardOutput(clock), clock);
    }

    static SweepService of(Store store, Metrics metrics, Clock clock) {
        return new SweepService(
                store.papers(), store.deliveries(), store.people(), store.audit(), store.wakeUps(), metrics, clock);
    }
}
