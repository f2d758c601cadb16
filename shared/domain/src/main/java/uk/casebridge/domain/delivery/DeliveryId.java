package uk.casebridge.domain.delivery;

import java.util.regex.Pattern;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.record.RecordId;

/** The id of a delivery: the record, its version and the recipient, so that a repeated write makes the same one. */
public record DeliveryId(String value) {

    private static final Pattern SHAPE = Pattern.compile("d-[0-9a-f]{32}-[0-9]{1,6}-[a-z-]{1,40}");

    public DeliveryId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not the id of a delivery: " + value);
        }
    }

    public static DeliveryId of(RecordId record, int version, Recipient recipient) {
        return new DeliveryId("d-" + record.value().substring(2) + "-" + version + "-" + recipient.id());
    }

    @Override
    public String toString() {
        return value;
    }
}
