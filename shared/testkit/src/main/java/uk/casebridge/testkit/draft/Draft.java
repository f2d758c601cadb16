package uk.casebridge.testkit.draft;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

/**
 * Everything a paper says.
 *
 * @param title printed large on the first page; empty for none
 * @param letterhead lines at the top left of every page: the court and its address
 * @param corner lines at the top right of every page
 * @param blocks its parts
 * @param footer printed at the foot of every page, before the page number
 * @param writtenAt when it was made, which the file says too
 * @param truth the fields of each record
 * @param fileStem the file's name without its ending
 * @param court the code of the court that would send it
 */
public record Draft(
        String title,
        List<String> letterhead,
        List<String> corner,
        List<Block> blocks,
        String footer,
        ZonedDateTime writtenAt,
        List<Map<String, String>> truth,
        String fileStem,
        String court) {

    public Draft {
        letterhead = List.copyOf(letterhead);
        corner = List.copyOf(corner);
        blocks = List.copyOf(blocks);
        truth = List.copyOf(truth);
    }
}
