package uk.casebridge.picture;

import java.util.Map;
import uk.casebridge.store.Settings;
import uk.casebridge.store.aws.AwsNames;

/**
 * What the picture room is told by its environment.
 *
 * @param names where its store lies
 */
record PictureSettings(AwsNames names) {

    /** @throws IllegalStateException naming every setting that is missing */
    static PictureSettings of(Map<String, String> environment) {
        Settings settings = Settings.of(environment);
        AwsNames names = AwsNames.of(settings);
        settings.required("CASEBRIDGE_ORIGINALS");
        settings.required("CASEBRIDGE_EVIDENCE");
        settings.check();
        return new PictureSettings(names);
    }
}
