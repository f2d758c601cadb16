package uk.casebridge.events.client;

import java.util.List;
import java.util.Optional;
import uk.casebridge.events.DeliveryEvent;

/** What came of one message. */
public sealed interface Outcome {

    /** Stored by the inbox, answered with "received", and off the queue. */
    record Taken(DeliveryEvent event, Optional<String> documentSha256) implements Outcome {}

    /** Taken before: off the queue, not given to the inbox again. */
    record Duplicate(DeliveryEvent event) implements Outcome {}

    /** Sent back, because a newer version of its record was taken before. */
    record Older(DeliveryEvent event, int held) implements Outcome {}

    /** A newer version replaced it before it was noted as sent: off the queue. */
    record Superseded(DeliveryEvent event) implements Outcome {}

    /** Sent back, because the inbox cannot take it. */
    record SentBack(DeliveryEvent event, String reason) implements Outcome {}

    /** Not a message of ours: left for the dead-letter queue. Says what is wrong, without values. */
    record Invalid(String messageId, List<String> faults) implements Outcome {
        public Invalid {
            faults = List.copyOf(faults);
        }
    }

    /** Something failed on the way: the message comes again by itself. */
    record Failed(DeliveryEvent event, Exception cause) implements Outcome {}
}
