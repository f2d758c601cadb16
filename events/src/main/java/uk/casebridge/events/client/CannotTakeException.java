package uk.casebridge.events.client;

/** The agency cannot take a delivery: it is sent back with this reason, which a clerk reads. */
public final class CannotTakeException extends Exception {

    private static final long serialVersionUID = 1L;

    public CannotTakeException(String reason) {
        super(reason);
    }

    /** Why, in a sentence without personal data. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
