package uk.casebridge.portal.page;

import java.util.List;
import java.util.Optional;

/**
 * The papers of one court house.
 *
 * @param court the court house shown
 * @param courts the clerk's court houses
 * @param attentionOnly whether only papers that need a person are shown
 * @param attention papers among the newest that need a person, on the first page of the whole list
 * @param rows the papers, the newest first
 * @param first whether this is the first part of the list
 * @param nextHref where the next part is
 */
public record PapersPage(
        Court court,
        List<Court> courts,
        boolean attentionOnly,
        List<Row> attention,
        List<Row> rows,
        boolean first,
        Optional<String> nextHref) {

    public PapersPage {
        courts = List.copyOf(courts);
        attention = List.copyOf(attention);
        rows = List.copyOf(rows);
    }

    /** A court house by code and name. */
    public record Court(String code, String name) {}

    /**
     * One paper of the list.
     *
     * @param href its page
     * @param fileName the name its sender gave it
     * @param kind its kind, once told
     * @param state where it stands
     * @param moving whether something is still likely to happen to it by itself within minutes
     * @param deliveries how many recipients have it, such as "2 of 2 received"; empty while there is none
     * @param late whether a recipient is late with its receipt, or a delivery waits for a person
     * @param sent when it was sent
     */
    public record Row(
            String href,
            String fileName,
            Optional<String> kind,
            Tag state,
            boolean moving,
            Optional<String> deliveries,
            Optional<Tag> late,
            String sent) {}

    /** How many of the papers shown are likely to change by themselves within minutes. */
    public long moving() {
        return rows.stream().filter(Row::moving).count();
    }

    /** The same in a sentence, for those who listen. */
    public String sentence() {
        long moving = moving();
        return moving == 0
                ? "No paper is on its way"
                : moving == 1 ? "1 paper is on its way" : moving + " papers are on their way";
    }

    public String allHref() {
        return "/papers?court=" + court.code();
    }

    public String attentionHref() {
        return allHref() + "&show=attention";
    }

    public String sendHref() {
        return "/papers/send?court=" + court.code();
    }
}
