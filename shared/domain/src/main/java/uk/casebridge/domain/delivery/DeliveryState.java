package uk.casebridge.domain.delivery;

import java.util.EnumSet;
import java.util.Set;

/** Where a delivery stands. States only move forward; {@link #next()} is the whole state table. */
public enum DeliveryState {
    /** The place is not known or is closed: a person must say where it goes. */
    UNPLACED("Place not known"),
    /** Written, not yet on the recipient's queue. */
    PENDING("Waiting to be sent"),
    /** On the recipient's queue. */
    SENT("Sent"),
    /** The recipient said that it has it. */
    RECEIVED("Received"),
    /** The recipient said that it has seen what this version changes, or that it was withdrawn. */
    ACKNOWLEDGED("Change acknowledged"),
    /** The recipient said that it deleted what was recalled. */
    DELETED("Deletion confirmed"),
    /** The recipient said that it acted on it. */
    ACTIONED("Acted on"),
    /** The recipient said that it cannot take it, and why. */
    REJECTED("Sent back"),
    /** A newer version overtook it before it was sent. */
    SUPERSEDED("Replaced by a newer version"),
    /** The court took the paper back before it was sent, or before its recipient said that it has it. */
    WITHDRAWN("Withdrawn");

    private final String title;

    DeliveryState(String title) {
        this.title = title;
    }

    /** What a clerk reads. */
    public String title() {
        return title;
    }

    /** The states that may follow this one. */
    public Set<DeliveryState> next() {
        return switch (this) {
            case UNPLACED -> EnumSet.of(PENDING, SUPERSEDED, WITHDRAWN);
            case PENDING -> EnumSet.of(SENT, SUPERSEDED, WITHDRAWN);
            // A later answer may overtake the one for "received".
            case SENT -> EnumSet.of(RECEIVED, ACKNOWLEDGED, DELETED, ACTIONED, REJECTED, WITHDRAWN);
            case RECEIVED -> EnumSet.of(ACKNOWLEDGED, DELETED, ACTIONED, REJECTED);
            case ACKNOWLEDGED -> EnumSet.of(ACTIONED, REJECTED);
            case DELETED, ACTIONED, REJECTED, SUPERSEDED, WITHDRAWN -> EnumSet.noneOf(DeliveryState.class);
        };
    }

    public boolean mayBecome(DeliveryState state) {
        return next().contains(state);
    }

    /** Whether the recipient has not yet said that it has it, though it should. */
    public boolean awaitsReceipt() {
        return this == SENT;
    }
}
