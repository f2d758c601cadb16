package uk.casebridge.operator;

/** Why a call was not done, in a form a program and a person understand (RFC 9457). */
final class OperatorProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String title;

    /**
     * @param status the HTTP status
     * @param code stable, for programs
     * @param title what is the matter, the same for every problem of the code
     * @param detail what is the matter with this call
     */
    OperatorProblem(int status, String code, String title, String detail) {
        super(detail);
        this.status = status;
        this.code = code;
        this.title = title;
    }

    static OperatorProblem notFound(String what, String id) {
        return new OperatorProblem(404, "not-found", "There is no such thing", "There is no " + what + " " + id + ".");
    }

    static OperatorProblem badRequest(String detail) {
        return new OperatorProblem(400, "bad-request", "The call is not of the form it should be", detail);
    }

    static OperatorProblem conflict(String code, String title, String detail) {
        return new OperatorProblem(409, code, title, detail);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String title() {
        return title;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
