package uk.casebridge.portal.page;

import java.util.List;
import java.util.Optional;

/**
 * The open questions of who somebody is, of one court house.
 *
 * @param court the court house shown
 * @param courts the clerk's court houses
 * @param rows the questions, the oldest first
 * @param first whether this is the first part of the list
 * @param nextHref where the next part is
 */
public record QuestionsPage(
        PapersPage.Court court,
        List<PapersPage.Court> courts,
        List<Row> rows,
        boolean first,
        Optional<String> nextHref) {

    public QuestionsPage {
        courts = List.copyOf(courts);
        rows = List.copyOf(rows);
    }

    /**
     * One question.
     *
     * @param href its page
     * @param name the name on the paper
     * @param paper the paper's file name
     * @param why why it is a question
     * @param age how long it has been open, such as {@code 3 days}
     */
    public record Row(String href, String name, String paper, String why, String age) {}

    public String href() {
        return "/who?court=" + court.code();
    }
}
