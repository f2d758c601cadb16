package uk.casebridge.store;

/** A message that no further attempt can make good: not ours, or of a form nobody knows. */
public final class PoisonousMessageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong with it; nothing of its content */
    public PoisonousMessageException(String message) {
        super(message);
    }

    public PoisonousMessageException(String message, Throwable cause) {
        super(message, cause);
    }
}
