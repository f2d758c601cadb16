package uk.casebridge.domain.delivery;

/** What a delivery tells its recipient, and so which answer settles it. */
public enum Notice {
    /** What a version of a record says. A version that changes an earlier one must be acknowledged. */
    RECORD,
    /** The court took the paper back: it must be acknowledged that nobody acts on it any more. */
    WITHDRAWAL,
    /** The paper went to the wrong place: what came of it must be deleted there, and that confirmed. */
    RECALL;

    /** Whether a recipient may answer so. */
    public boolean takes(Receipt.Answer answer) {
        return switch (answer) {
            case RECEIVED, REJECTED -> true;
            case ACKNOWLEDGED, ACTIONED -> this != RECALL;
            case DELETED -> this == RECALL;
        };
    }
}
