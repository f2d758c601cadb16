package uk.casebridge.domain.failure;

/** Carries a failure out of the reading of a paper to whoever decides what becomes of it. */
public final class PaperFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public PaperFailedException(FailureCode code, String detail) {
        this(new Failure(code, detail));
    }

    public PaperFailedException(Failure failure) {
        super(failure.code().code() + " " + failure.detail());
        this.failure = failure;
    }

    public PaperFailedException(FailureCode code, String detail, Throwable cause) {
        super(code.code() + " " + detail, cause);
        this.failure = new Failure(code, detail);
    }

    public Failure failure() {
        return failure;
    }
}
