package uk.casebridge.domain.kind;

/** Whether a paper may wait its turn. */
public enum Urgency {
    ORDINARY,
    /** It changes someone's custody: it never waits behind other papers and its limits are in minutes. */
    CUSTODY
}
