package uk.casebridge.portal;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.casebridge.domain.standing.CourtCode;

/**
 * Who someone is, as the identity provider says.
 *
 * @param user the user name
 * @param groups the groups; {@code clerk}, {@code reviewer}, and {@code court-} with the code of each court house worked for
 */
record Identity(String user, List<String> groups) {

    private static final Pattern COURT = Pattern.compile("court-([A-JZ][A-Z0-9]{6})");

    Identity {
        groups = List.copyOf(groups);
    }

    boolean isClerk() {
        return groups.contains("clerk");
    }

    /** May decide at the review desk, for the same court houses. */
    boolean isReviewer() {
        return groups.contains("reviewer");
    }

    /** The court houses, in the order of their codes; a group that names none is left out. */
    List<CourtCode> courts() {
        return groups.stream()
                .flatMap(group -> court(group).stream())
                .distinct()
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .toList();
    }

    private static Optional<CourtCode> court(String group) {
        var match = COURT.matcher(group);
        return match.matches() ? Optional.of(new CourtCode(match.group(1)).house()) : Optional.empty();
    }
}
