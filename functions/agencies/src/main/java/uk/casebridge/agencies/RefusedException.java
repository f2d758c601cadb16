package uk.casebridge.agencies;

/** An agency does not get what it asks, for a reason it is told. */
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Problem problem;

    RefusedException(Problem problem) {
        super(problem.title(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
