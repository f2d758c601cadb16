package uk.casebridge.ops;

/** Casebridge is not to be reached; the message says what to do. */
final class NotReachedException extends Exception {

    private static final long serialVersionUID = 1L;

    NotReachedException(String message) {
        super(message);
    }

    NotReachedException(String message, Throwable cause) {
        super(message, cause);
    }
}
