package uk.casebridge.domain.failure;

/**
 * What went wrong with one paper.
 *
 * @param code the stable code, which also says what becomes of the paper
 * @param detail what was seen, for the person who looks into it: sizes, counts, positions; never personal data
 */
public record Failure(FailureCode code, String detail) {

    public static Failure of(FailureCode code) {
        return new Failure(code, "");
    }

    /** What a clerk reads. */
    public String sentence() {
        return code.sentence();
    }
}
