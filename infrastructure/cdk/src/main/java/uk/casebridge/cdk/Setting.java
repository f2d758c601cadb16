package uk.casebridge.cdk;

/** The settings a room may read from its environment; the name of the constant follows the variable's. */
public enum Setting {
    TABLE,
    KEY,
    INCOMING,
    ORIGINALS,
    EVIDENCE,
    STANDING_DATA,
    EXTRACT_QUEUE,
    PICTURE_QUEUE,
    RECIPIENT_QUEUES,
    DEAD_LETTERS,
    ROOM_QUEUES,
    ROOM_DEAD_LETTERS,
    READING,
    OCR,
    AGENCY_CLIENTS,
    OPERATOR_CLIENTS,
    OIDC_ISSUER,
    OIDC_CLIENT,
    PORTAL_URL;

    /** The environment variable's name. */
    public String variable() {
        return "CASEBRIDGE_" + name();
    }
}
