package uk.casebridge.domain.recipient;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * An agency, or a register of our own, that receives deliveries. One entry here, and the list of its places
 * beside the standing data ({@code <id>-places.csv}), is all it takes: the infrastructure makes its queue, dead-letter
 * queue, key and alarms from it, the relay its payload, the docs their page. What it may see of a kind is said in that
 * kind.
 */
public enum Recipient {
    CROWN_COURT(
            "crown-court", "Crown Court", "Crown Court listing centre", Duration.ofHours(24), Duration.ofMinutes(30)),
    PRISON("prison", "Prison", "Prison", Duration.ofHours(4), Duration.ofMinutes(15)),
    CAREERS("careers", "National Careers Service", "Careers service area", Duration.ofHours(72), Duration.ofHours(24)),
    /** The teams that collect fines and confiscated money. */
    ENFORCEMENT("enforcement", "Fines enforcement", "Enforcement office", Duration.ofHours(48), Duration.ofHours(4)),
    PROBATION("probation", "Probation Service", "Probation region", Duration.ofHours(24), Duration.ofHours(2)),
    /** The staff of a force who enter results. */
    POLICE("police", "Police", "Police force", Duration.ofHours(24), Duration.ofHours(1));

    private static final int TIME_TO_LOOK = 4;

    private final String id;
    private final String title;
    private final String placeTitle;
    private final Duration receiptLimit;
    private final Duration urgentReceiptLimit;

    Recipient(String id, String title, String placeTitle, Duration receiptLimit, Duration urgentReceiptLimit) {
        this.id = id;
        this.title = title;
        this.placeTitle = placeTitle;
        this.receiptLimit = receiptLimit;
        this.urgentReceiptLimit = urgentReceiptLimit;
    }

    /** Its name in queues, settings and messages: lower case and hyphens. */
    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    /** What one of its places is called. */
    public String placeTitle() {
        return placeTitle;
    }

    /** How long it may take to say that it received an ordinary delivery (our service level, not law). */
    public Duration receiptLimit() {
        return receiptLimit;
    }

    /** The same for a delivery that changes custody. */
    public Duration urgentReceiptLimit() {
        return urgentReceiptLimit;
    }

    /**
     * How long it may take until a person there acknowledges an ordinary change or withdrawal: four times as long as a
     * program may take to receive it (our service level, not law).
     */
    public Duration acknowledgementLimit() {
        return receiptLimit.multipliedBy(TIME_TO_LOOK);
    }

    /** The same for one that changes custody. */
    public Duration urgentAcknowledgementLimit() {
        return urgentReceiptLimit.multipliedBy(TIME_TO_LOOK);
    }

    public static Optional<Recipient> withId(String id) {
        return Arrays.stream(values())
                .filter(recipient -> recipient.id.equals(id))
                .findFirst();
    }
}
