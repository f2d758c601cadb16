package uk.casebridge.agencies;

import java.util.LinkedHashMap;
import java.util.Map;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.store.Settings;

/**
 * What the agencies room needs of its environment.
 *
 * @param table the table's name
 * @param key the key that seals it
 * @param originals the bucket of the originals
 * @param clients which client speaks for which recipient
 */
record AgenciesSettings(String table, String key, String originals, Map<String, Recipient> clients) {

    /**
     * Reads them all.
     *
     * @throws IllegalStateException naming every setting that is missing, or a recipient that does not exist
     */
    static AgenciesSettings of(Map<String, String> environment) {
        Settings settings = Settings.of(environment);
        String table = settings.required("CASEBRIDGE_TABLE");
        String key = settings.required("CASEBRIDGE_KEY");
        String originals = settings.required("CASEBRIDGE_ORIGINALS");
        Map<String, String> pairs = settings.requiredPairs("CASEBRIDGE_AGENCY_CLIENTS");
        settings.check();
        Map<String, Recipient> clients = new LinkedHashMap<>();
        pairs.forEach((client, recipient) -> clients.put(
                client,
                Recipient.withId(recipient)
                        .orElseThrow(() -> new IllegalStateException(
                                "CASEBRIDGE_AGENCY_CLIENTS names a recipient that does not exist: " + recipient))));
        return new AgenciesSettings(table, key, originals, clients);
    }
}
