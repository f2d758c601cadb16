package uk.casebridge.agencies;

import java.time.Clock;
import uk.casebridge.store.EmfMetrics;
import uk.casebridge.store.aws.AwsStore;
import uk.casebridge.store.aws.Surroundings;

/** Puts the agencies room together from what is around it, once per container. */
final class AgenciesWiring {

    private AgenciesWiring() {}

    static AgenciesService service(Surroundings here) {
        AgenciesSettings settings = AgenciesSettings.of(here.environment());
        Clock clock = Clock.systemUTC();
        return new AgenciesService(
                AwsStore.of(here.clients(), settings.names(), clock),
                settings.clients(),
                EmfMetrics.toStandardOutput(clock),
                clock);
    }
}
