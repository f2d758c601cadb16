package uk.casebridge.reading.messages;

import java.util.Optional;
import uk.casebridge.domain.standing.CourtCode;

/** The court of a message: its code names the court house and, with its last two characters, the room. */
final class Courts {

    private static final String NO_ROOM = "00";

    private Courts() {}

    /** Puts in the court house's code and the room. What is no court's code stays as it stands, for a rule to judge. */
    static void put(Draft draft, Optional<String> location) {
        location.ifPresent(text -> {
            Optional<CourtCode> code = CourtCode.check(text).found();
            if (code.isEmpty()) {
                draft.put("court.code", text, text);
                return;
            }
            draft.put("court.code", code.get().house().value(), text);
            room(code.get()).ifPresent(room -> draft.put("hearing.room", room, text));
        });
    }

    /** The room that a code names, if it names one. */
    static Optional<String> room(CourtCode code) {
        String room = code.value().substring(5);
        return room.equals(NO_ROOM) ? Optional.empty() : Optional.of(room);
    }
}
