package uk.casebridge.store;

/** A recipient's queue cannot take messages now. */
public final class RecipientAwayException extends Exception {

    private static final long serialVersionUID = 1L;

    public RecipientAwayException(String message) {
        super(message);
    }

    public RecipientAwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
