package uk.casebridge.domain.standing;

import java.time.Instant;
import java.time.LocalDate;
import uk.casebridge.domain.paper.Sha256;

/**
 * One version of an imported list.
 *
 * @param list which list
 * @param number from 1, in the order of import
 * @param effective the date of the hearing or paper from which it holds
 * @param importedAt when it was imported
 * @param importedBy who did
 * @param rows how many rows it has
 * @param content what its rows are kept under: the hash of a {@link CodeTable}'s bytes
 */
public record ListVersion(
        StandingList list,
        int number,
        LocalDate effective,
        Instant importedAt,
        String importedBy,
        int rows,
        Sha256 content) {

    /** The date from which the first version of a list holds unless it is said: before any paper. */
    public static final LocalDate FROM_THE_BEGINNING = LocalDate.of(1900, 1, 1);

    public ListVersion {
        if (number < 1 || rows < 1) {
            throw new IllegalArgumentException("A version of a list is numbered from 1 and has rows");
        }
        if (importedBy.chars().anyMatch(c -> c < ' ')) {
            throw new IllegalArgumentException("Who imports is named in one line");
        }
    }
}
