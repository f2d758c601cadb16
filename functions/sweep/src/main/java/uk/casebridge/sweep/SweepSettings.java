package uk.casebridge.sweep;

import java.util.Map;
import uk.casebridge.store.Settings;
import uk.casebridge.store.aws.AwsNames;

/**
 * What the sweep is told by its environment.
 *
 * @param names where its store lies
 */
record SweepSettings(AwsNames names) {

    /** @throws IllegalStateException naming every setting that is missing */
    static SweepSettings of(Map<String, String> environment) {
        Settings settings = Settings.of(environment);
        AwsNames names = AwsNames.of(settings);
        settings.required("CASEBRIDGE_RECIPIENT_QUEUES");
        settings.required("CASEBRIDGE_EXTRACT_QUEUE");
        settings.required("CASEBRIDGE_PICTURE_QUEUE");
        settings.check();
        return new SweepSettings(names);
    }
}
