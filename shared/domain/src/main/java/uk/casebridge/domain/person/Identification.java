package uk.casebridge.domain.person;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.record.RecordId;
import uk.casebridge.domain.standing.CourtCode;

/**
 * What was decided, or is still to be decided by a person, on whom a mention means.
 *
 * @param version the record version that was looked at
 * @param path where in the record the person stands
 * @param court the court that sent the paper, whose clerks answer a question
 * @param person who it is; empty while that is a question
 * @param doubt why it was or is a question, if it was one
 * @param working the comparisons it rests on, the likeliest first; empty for one whom nobody came near
 * @param answer what a person said, if one did
 * @param revision how often the row was written, from 1
 */
public record Identification(
        MentionId id,
        RecordId record,
        int version,
        PaperId paper,
        String path,
        CourtCode court,
        State state,
        Optional<PersonId> person,
        Optional<Doubt> doubt,
        List<Comparison> working,
        Instant decidedAt,
        Optional<Answer> answer,
        int revision) {

    public Identification {
        working = List.copyOf(working);
        if (person.isPresent() == (state == State.ASKED)) {
            throw new IllegalArgumentException("A question has no person yet, and everything else has one: " + id);
        }
    }

    /** How far it is. */
    public enum State {
        /** One person fitted clearly. */
        LINKED,
        /** Nobody fitted, so the paper made a person known. */
        NEW,
        /** A person must say. */
        ASKED,
        /** A person said. */
        ANSWERED
    }

    /** What a person said on a question: who said it, when, and why if they gave a reason. */
    public record Answer(String who, Instant at, String reason) {}

    /** What a person said: it is this one, whatever was taken for right before. */
    public Identification answered(PersonId who, Answer answer) {
        return new Identification(
                id,
                record,
                version,
                paper,
                path,
                court,
                State.ANSWERED,
                Optional.of(who),
                doubt,
                working,
                decidedAt,
                Optional.of(answer),
                revision + 1);
    }
}
