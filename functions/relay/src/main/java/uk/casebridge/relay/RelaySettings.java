package uk.casebridge.relay;

import java.util.Map;
import uk.casebridge.store.Settings;
import uk.casebridge.store.aws.AwsNames;

/**
 * What the relay needs of its environment.
 *
 * @param names what the table, the recipients' queues and the evidence are called
 */
record RelaySettings(AwsNames names) {

    /**
     * Reads them all.
     *
     * @throws IllegalStateException naming every setting that is missing
     */
    static RelaySettings of(Map<String, String> environment) {
        Settings settings = Settings.of(environment);
        AwsNames names = AwsNames.of(settings);
        settings.requiredPairs("CASEBRIDGE_RECIPIENT_QUEUES");
        // A record too large for an item of the table lies among the evidence.
        settings.required("CASEBRIDGE_EVIDENCE");
        settings.check();
        return new RelaySettings(names);
    }
}
