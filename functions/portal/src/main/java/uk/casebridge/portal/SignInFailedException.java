package uk.casebridge.portal;

/** A sign-in did not hold. The message is for the log and names nobody. */
final class SignInFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    SignInFailedException(String message) {
        super(message);
    }

    SignInFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
