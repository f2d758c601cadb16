package uk.casebridge.portal;

import java.math.BigDecimal;
import java.net.URI;
import java.util.Map;
import uk.casebridge.store.Settings;
import uk.casebridge.store.aws.AwsNames;

/**
 * What the portal needs to be told.
 *
 * @param names what the store's parts are called
 * @param issuer the issuer of the identity provider
 * @param client the portal's client id there
 * @param home the portal's own address
 * @param secondPersonAbove a correction of money by more than this many pounds needs a second person
 */
record PortalSettings(AwsNames names, URI issuer, String client, URI home, BigDecimal secondPersonAbove) {

    /** @throws IllegalStateException naming every setting that is missing */
    static PortalSettings of(Map<String, String> environment) {
        Settings settings = Settings.of(environment);
        AwsNames names = AwsNames.of(settings);
        settings.required("CASEBRIDGE_INCOMING");
        settings.required("CASEBRIDGE_ORIGINALS");
        settings.required("CASEBRIDGE_EVIDENCE");
        settings.required("CASEBRIDGE_EXTRACT_QUEUE");
        String issuer = settings.required("CASEBRIDGE_OIDC_ISSUER");
        String client = settings.required("CASEBRIDGE_OIDC_CLIENT");
        String home = settings.required("CASEBRIDGE_PORTAL_URL");
        settings.check();
        return new PortalSettings(
                names,
                URI.create(issuer),
                client,
                URI.create(home),
                settings.pounds("CASEBRIDGE_SECOND_PERSON_ABOVE", new BigDecimal("1000.00")));
    }
}
