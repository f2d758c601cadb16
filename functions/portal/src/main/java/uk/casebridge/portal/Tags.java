package uk.casebridge.portal;

import uk.casebridge.domain.delivery.DeliveryState;
import uk.casebridge.domain.delivery.Notice;
import uk.casebridge.domain.finding.Severity;
import uk.casebridge.domain.paper.PaperState;
import uk.casebridge.portal.page.Tag;

/** States as the Design System's coloured words. */
final class Tags {

    private Tags() {}

    static Tag of(PaperState state) {
        return new Tag(
                state.title(),
                switch (state) {
                    case AWAITED, DUPLICATE, WITHDRAWN -> "grey";
                    case STORED, READING, WITHDRAWING -> "blue";
                    case RECORDED, TAKEN_APART -> "green";
                    case REVIEW -> "orange";
                    case QUARANTINED, REFUSED -> "red";
                });
    }

    static Tag of(DeliveryState state) {
        return new Tag(
                state.title(),
                switch (state) {
                    case UNPLACED -> "orange";
                    case PENDING, SENT -> "blue";
                    case RECEIVED, ACKNOWLEDGED, DELETED, ACTIONED -> "green";
                    case REJECTED -> "red";
                    case SUPERSEDED, WITHDRAWN -> "grey";
                });
    }

    static Tag of(Severity severity) {
        return switch (severity) {
            case ERROR -> new Tag("Must be put right", "red");
            case WARNING -> new Tag("Check", "yellow");
            case TO_DO -> new Tag("To do", "blue");
        };
    }

    /** What a delivery waits for that was received and must be confirmed. */
    static Tag unconfirmed(Notice notice) {
        return new Tag(notice == Notice.RECALL ? "Not deleted yet" : "Not acknowledged", "red");
    }

    static Tag late() {
        return new Tag("Overdue", "red");
    }
}
