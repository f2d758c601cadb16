package uk.casebridge.cdk;

import java.util.Locale;

/** The pages that say what to do when an alarm rings; one for each sort of alarm. */
public enum Runbook {
    INTAKE_DEAD_LETTERS,
    INTAKE_AGE,
    PICTURE_DEAD_LETTERS,
    RELAY_DEAD_LETTERS,
    RELAY_LAG,
    RECIPIENT_DEAD_LETTERS,
    RECIPIENT_AGE,
    OVERDUE_URGENT_DELIVERIES,
    UNCONFIRMED_URGENT_DELIVERIES,
    OPEN_QUESTIONS,
    SWEEP_SILENT,
    FUNCTION_ERRORS,
    FUNCTION_THROTTLES,
    DOOR_ERRORS;

    /** Where it lies in the source tree. */
    public String path() {
        return "infrastructure/docs/runbooks/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".md";
    }
}
