package uk.casebridge.relay;

import java.util.Map;
import uk.casebridge.store.Settings;

/**
 * What the relay needs of its environment.
 *
 * @param table the table's name
 * @param key the key that seals it
 * @param queues the URL of each recipient's two queues, such as {@code prison} and {@code prison-urgent}
 */
record RelaySettings(String table, String key, Map<String, String> queues) {

    /**
     * Reads them all.
     *
     * @throws IllegalStateException naming every setting that is missing
     */
    static RelaySettings of(Map<String, String> environment) {
        Settings settings = Settings.of(environment);
        RelaySettings relay = new RelaySettings(
                settings.required("CASEBRIDGE_TABLE"),
                settings.required("CASEBRIDGE_KEY"),
                settings.requiredPairs("CASEBRIDGE_RECIPIENT_QUEUES"));
        settings.check();
        return relay;
    }
}
