package uk.casebridge.portal.page;

import java.util.List;

/**
 * What was corrected and accepted in a month, by kind of paper and rule, so that it shows where errors come from.
 *
 * @param court the court house
 * @param month the month in words
 * @param rows what was decided how often, the most frequent first
 * @param csvHref the same as a file
 * @param beforeHref the month before
 */
public record DeskReportPage(PapersPage.Court court, String month, List<Row> rows, String csvHref, String beforeHref) {

    public DeskReportPage {
        rows = List.copyOf(rows);
    }

    public record Row(String kind, String what, String rule, long count) {}
}
