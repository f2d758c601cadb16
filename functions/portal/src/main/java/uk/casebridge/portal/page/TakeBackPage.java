package uk.casebridge.portal.page;

import java.util.List;
import java.util.Optional;

/**
 * The form by which a paper is withdrawn or recalled, and the same again to be confirmed.
 *
 * @param href the paper's page
 * @param fileName the paper's name
 * @param recall whether it is recalled, because it went to the wrong place; empty while nothing is chosen
 * @param reason why, as typed
 * @param confirming whether this is the second look
 * @param told who was sent it and will be told, a line each
 * @param unsent how many deliveries were not sent and will not be
 * @param wrong what is wrong with the form: the field, and a sentence
 */
public record TakeBackPage(
        String href,
        String fileName,
        Optional<Boolean> recall,
        String reason,
        boolean confirming,
        List<String> told,
        int unsent,
        Optional<Mistake> wrong) {

    public TakeBackPage {
        told = List.copyOf(told);
    }

    /** A mistake in a field, and what to do. */
    public record Mistake(String field, String sentence) {}

    public boolean recalls() {
        return recall.orElse(false);
    }

    public boolean withdraws() {
        return recall.isPresent() && !recall.get();
    }

    public boolean isWrong(String field) {
        return wrong.filter(mistake -> mistake.field().equals(field)).isPresent();
    }

    /** What the page is called. */
    public String title() {
        String title = confirming
                ? recalls() ? "Recall this paper from everyone who has it?" : "Withdraw this paper?"
                : "Withdraw or recall a paper";
        return (wrong.isPresent() ? "Error: " : "") + title;
    }
}
