package uk.casebridge.store;

import java.util.Optional;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.standing.CourtCode;
import uk.casebridge.store.Originals.Dropped;

/**
 * What the key of an incoming object says: {@code papers/<id>}, {@code urgent/<id>} or {@code drop/<court>/<file
 * name>}.
 *
 * @param paper the paper, where a form put it there
 * @param dropped the court and file name, where it was dropped
 */
public record IncomingKey(Optional<PaperId> paper, Optional<Dropped> dropped) {

    /** What a key says; empty if it is none of ours. */
    public static Optional<IncomingKey> parse(String key) {
        String[] parts = key.split("/", 3);
        try {
            if (parts.length == 2 && (parts[0].equals("papers") || parts[0].equals("urgent"))) {
                return Optional.of(new IncomingKey(Optional.of(new PaperId(parts[1])), Optional.empty()));
            }
            if (parts.length == 3 && parts[0].equals("drop") && isFileName(parts[2])) {
                return Optional.of(
                        new IncomingKey(Optional.empty(), Optional.of(new Dropped(new CourtCode(parts[1]), parts[2]))));
            }
        } catch (IllegalArgumentException e) {
            // Not an id or not a court code: then the key is none of ours.
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean isFileName(String name) {
        return !name.isBlank() && name.indexOf('/') < 0;
    }
}
