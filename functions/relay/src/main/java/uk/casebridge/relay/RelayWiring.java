package uk.casebridge.relay;

import java.time.Clock;
import uk.casebridge.domain.standing.BuiltInStandingData;
import uk.casebridge.store.EmfMetrics;
import uk.casebridge.store.aws.AwsStore;
import uk.casebridge.store.aws.Surroundings;

/** Puts the relay together from what is around it, once per container. */
final class RelayWiring {

    private RelayWiring() {}

    static RelayService service(Surroundings here) {
        RelaySettings settings = RelaySettings.of(here.environment());
        Clock clock = Clock.systemUTC();
        return new RelayService(
                AwsStore.of(here.clients(), settings.names(), clock),
                new BuiltInStandingData(),
                EmfMetrics.toStandardOutput(clock),
                clock);
    }
}
