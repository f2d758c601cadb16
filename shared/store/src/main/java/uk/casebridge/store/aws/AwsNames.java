package uk.casebridge.store.aws;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import uk.casebridge.domain.kind.Urgency;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.store.Settings;

/**
 * What a store's parts are called in AWS. A room names only what it uses; asking the store for the rest fails.
 *
 * @param table the table
 * @param key the KMS key that wraps the data keys: an id or ARN
 * @param incoming the bucket papers are uploaded to
 * @param originals the bucket they are kept in
 * @param evidence the bucket for what was seen on them
 * @param standingData the bucket for imported standing data
 * @param extractQueue the URL of the extract room's queue
 * @param pictureQueue the URL of the picture room's queue
 * @param recipientQueues queue URLs by lane: {@code prison}, {@code prison-urgent} …
 * @param deadLetters the URLs of their dead-letter queues, by the same lanes
 * @param roomQueues the URLs of the rooms' own queues: {@code extract}, {@code extract-urgent} …
 * @param roomDeadLetters the URLs of their dead-letter queues, by the same names
 */
public record AwsNames(
        String table,
        String key,
        Optional<String> incoming,
        Optional<String> originals,
        Optional<String> evidence,
        Optional<String> standingData,
        Optional<String> extractQueue,
        Optional<String> pictureQueue,
        Map<String, String> recipientQueues,
        Map<String, String> deadLetters,
        Map<String, String> roomQueues,
        Map<String, String> roomDeadLetters) {

    public AwsNames {
        recipientQueues = Map.copyOf(recipientQueues);
        deadLetters = Map.copyOf(deadLetters);
        roomQueues = Map.copyOf(roomQueues);
        roomDeadLetters = Map.copyOf(roomDeadLetters);
    }

    /**
     * The names found in a room's settings. Table and key are required of every room; what else a room cannot do
     * without it asks the settings for itself, before {@link Settings#check()}.
     */
    public static AwsNames of(Settings settings) {
        return new AwsNames(
                settings.required("CASEBRIDGE_TABLE"),
                settings.required("CASEBRIDGE_KEY"),
                settings.optional("CASEBRIDGE_INCOMING"),
                settings.optional("CASEBRIDGE_ORIGINALS"),
                settings.optional("CASEBRIDGE_EVIDENCE"),
                settings.optional("CASEBRIDGE_STANDING_DATA"),
                settings.optional("CASEBRIDGE_EXTRACT_QUEUE"),
                settings.optional("CASEBRIDGE_PICTURE_QUEUE"),
                settings.optionalPairs("CASEBRIDGE_RECIPIENT_QUEUES"),
                settings.optionalPairs("CASEBRIDGE_DEAD_LETTERS"),
                settings.optionalPairs("CASEBRIDGE_ROOM_QUEUES"),
                settings.optionalPairs("CASEBRIDGE_ROOM_DEAD_LETTERS"));
    }

    /** The name of a recipient's lane in the settings. */
    public static String lane(Recipient recipient, Urgency urgency) {
        return urgency == Urgency.CUSTODY ? recipient.id() + "-urgent" : recipient.id();
    }

    static Map<Urgency, String> lanesOf(Recipient recipient, Map<String, String> urls) {
        Map<Urgency, String> lanes = new EnumMap<>(Urgency.class);
        for (Urgency urgency : Urgency.values()) {
            String url = urls.get(lane(recipient, urgency));
            if (url != null) {
                lanes.put(urgency, url);
            }
        }
        return lanes;
    }
}
