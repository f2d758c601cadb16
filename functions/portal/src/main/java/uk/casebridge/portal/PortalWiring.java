package uk.casebridge.portal;

import java.security.SecureRandom;
import java.time.Clock;
import uk.casebridge.domain.paper.PaperIds;
import uk.casebridge.domain.standing.BuiltInStandingData;
import uk.casebridge.store.aws.AwsClients;
import uk.casebridge.store.aws.AwsStore;

/** Puts the portal together once per container. */
final class PortalWiring {

    private PortalWiring() {}

    static Portal portal(PortalSettings settings) {
        Clock clock = Clock.systemUTC();
        SecureRandom chance = new SecureRandom();
        AwsStore store = AwsStore.of(AwsClients.standard(), settings.names(), clock);
        Seal seal = new Seal(() -> store.keyFor("portal-session"), chance);
        CourtPapers papers = new CourtPapers(store, new BuiltInStandingData(), clock);
        return new Portal(
                papers,
                new WhoPages(store, papers, clock),
                new DeskPages(store, papers, new BuiltInStandingData(), settings.secondPersonAbove(), clock),
                new Sending(store, new PaperIds(clock, chance), settings.home(), clock),
                new TakeBacks(store, clock),
                new Sessions(seal, "https".equals(settings.home().getScheme()), chance, clock),
                new OidcProvider(
                        settings.issuer(), settings.client(), settings.home().resolve(Portal.CALLBACK)),
                settings.home());
    }
}
