package uk.casebridge.agencies;

import java.util.LinkedHashMap;
import java.util.Map;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.store.Settings;
import uk.casebridge.store.aws.AwsNames;

/**
 * What the agencies room needs of its environment.
 *
 * @param names what the table and the originals are called
 * @param clients which client speaks for which recipient
 */
record AgenciesSettings(AwsNames names, Map<String, Recipient> clients) {

    /**
     * Reads them all.
     *
     * @throws IllegalStateException naming every setting that is missing, or a recipient that does not exist
     */
    static AgenciesSettings of(Map<String, String> environment) {
        Settings settings = Settings.of(environment);
        AwsNames names = AwsNames.of(settings);
        settings.required("CASEBRIDGE_ORIGINALS");
        Map<String, String> pairs = settings.requiredPairs("CASEBRIDGE_AGENCY_CLIENTS");
        settings.check();
        Map<String, Recipient> clients = new LinkedHashMap<>();
        pairs.forEach((client, recipient) -> clients.put(
                client,
                Recipient.withId(recipient)
                        .orElseThrow(() -> new IllegalStateException(
                                "CASEBRIDGE_AGENCY_CLIENTS names a recipient that does not exist: " + recipient))));
        return new AgenciesSettings(names, clients);
    }
}
