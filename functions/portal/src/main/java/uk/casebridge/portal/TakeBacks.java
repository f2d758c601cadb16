package uk.casebridge.portal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.delivery.DeliveryState;
import uk.casebridge.domain.delivery.Notice;
import uk.casebridge.domain.paper.Instruction;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.portal.page.TakeBackPage;
import uk.casebridge.portal.page.TakeBackPage.Mistake;
import uk.casebridge.store.BreachReport;
import uk.casebridge.store.Store;
import uk.casebridge.store.TakingPapersBack;

/** How a clerk takes a paper of the court back: a form, a second look, and the list of who had it. */
final class TakeBacks {

    private final Store store;
    private final TakingPapersBack takingBack;

    TakeBacks(Store store, Clock clock) {
        this.store = store;
        this.takingBack = new TakingPapersBack(store, clock);
    }

    /** What a form leads to. */
    sealed interface Step {
        /** A page to show, the form again or the second look. */
        record Show(TakeBackPage page) implements Step {}

        /** It is noted, or was before. */
        record Done() implements Step {}
    }

    TakeBackPage form(Paper paper) {
        return page(paper, Optional.empty(), "", false, Optional.empty());
    }

    Step answer(Request request, Session session, Paper paper) {
        Optional<Notice> notice = request.form("notice").flatMap(TakeBacks::notice);
        String reason = request.form("reason").orElse("").strip();
        Optional<Mistake> wrong = mistake(notice, reason);
        if (wrong.isPresent() || request.form("confirmed").isEmpty()) {
            return new Step.Show(page(paper, notice, reason, wrong.isEmpty(), wrong));
        }
        return switch (takingBack.takeBack(paper, notice.orElseThrow(), reason, session.user())) {
            case BEGUN, BEFORE -> new Step.Done();
            case NOT_YET ->
                new Step.Show(page(
                        paper,
                        notice,
                        reason,
                        false,
                        Optional.of(new Mistake(
                                "notice", "The paper is being worked on this moment. Try again in a minute"))));
            case NOTHING_OF_IT ->
                new Step.Show(page(
                        paper,
                        notice,
                        reason,
                        false,
                        Optional.of(new Mistake(
                                "notice", "Nothing was sent from this paper, so nothing can be taken back"))));
        };
    }

    private static Optional<Mistake> mistake(Optional<Notice> notice, String reason) {
        if (notice.isEmpty()) {
            return Optional.of(new Mistake("notice", "Select what is wrong with the paper"));
        }
        if (reason.isBlank()) {
            return Optional.of(new Mistake("reason", "Enter the reason"));
        }
        return reason.length() > Instruction.TakeBack.LONGEST_REASON
                ? Optional.of(new Mistake(
                        "reason", "The reason must be " + Instruction.TakeBack.LONGEST_REASON + " characters or fewer"))
                : Optional.empty();
    }

    private static Optional<Notice> notice(String text) {
        return switch (text) {
            case "withdrawal" -> Optional.of(Notice.WITHDRAWAL);
            case "recall" -> Optional.of(Notice.RECALL);
            default -> Optional.empty();
        };
    }

    private TakeBackPage page(
            Paper paper, Optional<Notice> notice, String reason, boolean confirming, Optional<Mistake> wrong) {
        List<Delivery> deliveries = store.deliveries().of(paper.id());
        return new TakeBackPage(
                CourtPapers.href(paper.id()),
                paper.fileName(),
                notice.map(Notice.RECALL::equals),
                reason,
                confirming,
                deliveries.stream()
                        .filter(delivery -> delivery.sentAt().isPresent())
                        .map(delivery -> delivery.recipient().title()
                                + delivery.place()
                                        .map(place -> ": " + place.name())
                                        .orElse(""))
                        .distinct()
                        .toList(),
                (int) deliveries.stream()
                        .filter(delivery ->
                                delivery.state() == DeliveryState.PENDING || delivery.state() == DeliveryState.UNPLACED)
                        .count(),
                wrong);
    }

    /** Who had the paper and looked at it, as a file for the report of a breach. */
    Answer breachReport(Paper paper) {
        return Answer.of(
                        BreachReport.csv(store, paper).getBytes(StandardCharsets.UTF_8),
                        "text/csv; charset=utf-8",
                        false)
                .withHeader("content-disposition", "attachment; filename=\"" + BreachReport.fileName(paper) + '"');
    }
}
