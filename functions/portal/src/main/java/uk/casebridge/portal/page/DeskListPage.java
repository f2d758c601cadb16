package uk.casebridge.portal.page;

import java.util.List;
import java.util.Optional;

/**
 * What waits at the review desk of a court house, the gravest first.
 *
 * @param court the court house shown
 * @param courts the court houses worked for
 * @param rows the papers
 * @param nextHref where the next part is
 */
public record DeskListPage(
        PapersPage.Court court, List<PapersPage.Court> courts, List<Row> rows, Optional<String> nextHref) {

    public DeskListPage {
        courts = List.copyOf(courts);
        rows = List.copyOf(rows);
    }

    /**
     * One paper.
     *
     * @param harm what would come of it if its mistake were passed over
     * @param why why it waits
     * @param waits for how long
     */
    public record Row(String href, String fileName, Optional<String> kind, Tag harm, String why, String waits) {}
}
