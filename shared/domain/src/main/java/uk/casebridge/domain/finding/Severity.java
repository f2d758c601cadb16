package uk.casebridge.domain.finding;

/** How grave a finding is. */
public enum Severity {
    /** The paper does not leave until a person has dealt with it. */
    ERROR,
    /** The paper leaves and the finding travels with it. */
    WARNING,
    /** The record is right, but a person must act. */
    TO_DO
}
