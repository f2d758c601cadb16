package uk.casebridge.operator;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import uk.casebridge.store.Settings;
import uk.casebridge.store.aws.AwsNames;

/**
 * What the operator room is told by its environment.
 *
 * @param names where its store lies
 * @param clients the client ids that are operators
 */
record OperatorSettings(AwsNames names, Set<String> clients) {

    OperatorSettings {
        clients = Set.copyOf(clients);
    }

    /** @throws IllegalStateException naming every setting that is missing */
    static OperatorSettings of(Map<String, String> environment) {
        Settings settings = Settings.of(environment);
        AwsNames names = AwsNames.of(settings);
        settings.required("CASEBRIDGE_INCOMING");
        settings.required("CASEBRIDGE_ORIGINALS");
        settings.required("CASEBRIDGE_STANDING_DATA");
        settings.required("CASEBRIDGE_RECIPIENT_QUEUES");
        settings.required("CASEBRIDGE_DEAD_LETTERS");
        settings.required("CASEBRIDGE_ROOM_QUEUES");
        settings.required("CASEBRIDGE_ROOM_DEAD_LETTERS");
        settings.required("CASEBRIDGE_EXTRACT_QUEUE");
        settings.required("CASEBRIDGE_PICTURE_QUEUE");
        String clients = settings.required("CASEBRIDGE_OPERATOR_CLIENTS");
        settings.check();
        return new OperatorSettings(
                names,
                Arrays.stream(clients.split(",", -1))
                        .map(String::strip)
                        .filter(client -> !client.isEmpty())
                        .collect(Collectors.toSet()));
    }
}
