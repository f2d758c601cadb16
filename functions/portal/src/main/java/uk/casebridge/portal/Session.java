package uk.casebridge.portal;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import uk.casebridge.domain.standing.CourtCode;

/**
 * A clerk who is signed in.
 *
 * @param user the user name
 * @param courts the court houses the clerk works for, at least one
 * @param reviewer whether the clerk may decide at the review desk
 * @param csrf what every form of this session must bring back
 * @param signedInAt when the clerk signed in
 * @param expires until when the session holds unless it is used
 */
record Session(
        String user, List<CourtCode> courts, boolean reviewer, String csrf, Instant signedInAt, Instant expires) {

    Session {
        courts = List.copyOf(courts);
    }

    boolean worksFor(CourtCode court) {
        return courts.contains(court.house());
    }

    String toText() {
        return String.join(
                "\n",
                user.replace('\n', ' '),
                String.join(",", courts.stream().map(CourtCode::value).toList()),
                reviewer ? "reviewer" : "",
                csrf,
                Long.toString(signedInAt.getEpochSecond()),
                Long.toString(expires.getEpochSecond()));
    }

    static Optional<Session> ofText(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length != 6) {
            return Optional.empty();
        }
        return Optional.of(new Session(
                lines[0],
                Arrays.stream(lines[1].split(",")).map(CourtCode::new).toList(),
                lines[2].equals("reviewer"),
                lines[3],
                Instant.ofEpochSecond(Long.parseLong(lines[4])),
                Instant.ofEpochSecond(Long.parseLong(lines[5]))));
    }
}
