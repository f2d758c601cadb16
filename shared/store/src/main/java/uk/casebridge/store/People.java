package uk.casebridge.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.person.BlockingKey;
import uk.casebridge.domain.person.Identification;
import uk.casebridge.domain.person.Known;
import uk.casebridge.domain.person.Mention;
import uk.casebridge.domain.person.MentionId;
import uk.casebridge.domain.person.Person;
import uk.casebridge.domain.person.PersonId;
import uk.casebridge.domain.record.RecordId;
import uk.casebridge.domain.standing.CourtCode;

/**
 * The people that papers are about, and who was found to be meant by each mention of one. Every write is conditional and
 * leaves a line in the paper's timeline and in the person's history; what is known of people is sealed, and the keys
 * under which they are found are keyed hashes.
 */
public interface People {

    /** Most people that are looked at under one key. */
    int MOST_UNDER_A_KEY = 50;

    /** The id of a mention in a record, the same in every version of the record. */
    MentionId idOf(RecordId record, Mention mention);

    /**
     * Everyone found under any of these keys, those who are part of another as that other, each with all that is known.
     *
     * @param keys the keys of a mention, at least one
     */
    Found found(List<BlockingKey> keys);

    /** A person with all that is known; one who is part of another is that other. */
    Optional<Person> find(PersonId id);

    /** What happened to a person, the oldest first. */
    List<PersonEntry> history(PersonId id);

    Optional<Identification> identification(MentionId id);

    /** What was found of the mentions of a paper, in no order. May lag a moment behind. */
    List<Identification> of(PaperId paper);

    /** Open questions of a court house, the oldest first. */
    Page<Identification> asked(CourtCode court, Optional<String> cursor, int limit);

    /** Open questions of all courts that were asked before a moment, the oldest first, found by an index. */
    List<Identification> askedBefore(Instant moment, int limit);

    /** Notes a question. */
    WriteOutcome ask(Identification asked, AuditEntry entry);

    /** Notes that a mention is of a person we know, who is known by what it says from now on. */
    WriteOutcome link(Identification linked, Known said, AuditEntry entry);

    /**
     * Makes a person known whom nobody came near.
     *
     * @param looked the people looked at before; if another was made known under the first of the keys since, nothing is
     *     written
     */
    WriteOutcome introduce(Identification introduced, Known said, Found looked, AuditEntry entry);

    /**
     * Notes a person's answer to a question, or their correction of what was taken for right. What the mention said is
     * taken from whoever had it before. An answer that names the mention's own person makes that one known.
     */
    WriteOutcome answer(Identification before, Identification after, Known said, AuditEntry entry);

    /** Adds what a later version of the record says of a person found before; writes nothing if that is nothing new. */
    void learn(Identification found, Known said, Instant at);

    /**
     * Makes two people one: the other becomes part of the one kept. Both keep what they were known by.
     *
     * @param why who says so, when and for what reason
     */
    JoinOutcome join(PersonId kept, PersonId other, PersonEntry why);

    /** Parts a person again from the one they were made part of. */
    JoinOutcome part(PersonId other, PersonEntry why);

    /** Notes that the people of a paper are still to be found; noting it again changes nothing. */
    void due(PaperId paper, Instant at);

    /** Whether the people of a paper are still to be found. */
    boolean isDue(PaperId paper);

    /** Notes that everyone in a paper was dealt with. */
    void done(PaperId paper, Instant at);

    /** Papers whose people were still to be found before a moment, the longest first, found by an index. */
    List<PaperId> dueBefore(Instant moment, int limit);

    /**
     * Whom a look found.
     *
     * @param overfull how many keys more people share than are looked at; under those not everyone was seen
     * @param stamp tells whether anyone was made known under the first key since
     */
    record Found(List<Person> people, int overfull, List<BlockingKey> keys, long stamp) {
        public Found {
            people = List.copyOf(people);
            keys = List.copyOf(keys);
        }
    }

    /**
     * One line of a person's history.
     *
     * @param what a short stable word: {@code known}, {@code linked}, {@code joined} …
     * @param detail a sentence for people; no personal data
     */
    record PersonEntry(Instant at, String who, String what, String detail) {}

    /** What came of a write. */
    enum WriteOutcome {
        WRITTEN,
        /** Something was decided on this mention before; nothing changed. */
        WRITTEN_BEFORE,
        /** Someone else changed what it rests on meanwhile; nothing was written. Look again. */
        OVERTAKEN
    }

    /** What came of making two people one, or of parting them. */
    enum JoinOutcome {
        DONE,
        /** It is so already. */
        DONE_BEFORE,
        /** One of them is not known, or is part of somebody else. */
        NOT_POSSIBLE
    }
}
