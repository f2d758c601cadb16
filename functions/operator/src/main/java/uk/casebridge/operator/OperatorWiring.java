package uk.casebridge.operator;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Set;
import java.util.random.RandomGenerator;
import uk.casebridge.domain.paper.PaperIds;
import uk.casebridge.domain.standing.BuiltInStandingData;
import uk.casebridge.domain.standing.StandingData;
import uk.casebridge.store.ImportedLists;
import uk.casebridge.store.Store;
import uk.casebridge.store.aws.AwsStore;
import uk.casebridge.store.aws.Surroundings;

/** Puts the operator room together, once per process. */
final class OperatorWiring {

    private OperatorWiring() {}

    static OperatorRoutes inAws() {
        Surroundings here = Surroundings.here();
        OperatorSettings settings = OperatorSettings.of(here.environment());
        Clock clock = Clock.systemUTC();
        Store store = AwsStore.of(here.clients(), settings.names(), clock);
        return of(
                store,
                new ImportedLists(store.standingLists(), clock).over(new BuiltInStandingData()),
                settings.clients(),
                new SecureRandom(),
                clock);
    }

    static OperatorRoutes of(
            Store store, StandingData standingData, Set<String> clients, RandomGenerator chance, Clock clock) {
        return new OperatorRoutes(
                clients,
                new OperatorService(store, standingData, new PaperIds(clock, chance), clock),
                new Reconciliation(store, clock),
                new WhoService(store, clock),
                new StandingDataCalls(store.standingLists(), clock));
    }
}
