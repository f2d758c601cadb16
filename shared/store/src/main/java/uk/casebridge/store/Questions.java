package uk.casebridge.store;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.domain.person.Comparison;
import uk.casebridge.domain.person.Identification;
import uk.casebridge.domain.person.Mention;
import uk.casebridge.domain.person.MentionId;
import uk.casebridge.domain.person.Person;
import uk.casebridge.domain.person.PersonId;
import uk.casebridge.store.People.WriteOutcome;

/** Questions of who somebody is as people see and answer them; the portal and the operator share it. */
public final class Questions {

    /** How often an answer is written again because people were changed meanwhile. */
    private static final int TRIES = 4;

    private final People people;
    private final Records records;
    private final Clock clock;

    public Questions(People people, Records records, Clock clock) {
        this.people = people;
        this.records = records;
        this.clock = clock;
    }

    /**
     * A question with what it is about.
     *
     * @param mention what the record says
     * @param candidates whom it may mean, as they are known now, the likeliest first
     */
    public record Question(Identification identification, Mention mention, List<Candidate> candidates) {
        public Question {
            candidates = List.copyOf(candidates);
        }

        public boolean isOpen() {
            return identification.state() == Identification.State.ASKED;
        }

        /** Whether a person is among those shown. */
        public boolean shows(PersonId person) {
            return candidates.stream()
                    .anyMatch(candidate -> candidate.person().id().equals(person));
        }
    }

    /** Somebody who may be meant, with the working as it was when the question was asked. */
    public record Candidate(Person person, Comparison comparison) {}

    /** What came of an answer. */
    public enum Outcome {
        TAKEN,
        /** It names somebody we do not know. */
        NO_SUCH_PERSON,
        /** Somebody else answered meanwhile; look again. */
        ANSWERED_MEANWHILE
    }

    /** What was or is to be decided on a mention; empty if nothing was, or its record says so no more. */
    public Optional<Question> of(MentionId id) {
        return people.identification(id)
                .flatMap(found -> mention(found).map(mention -> new Question(found, mention, candidates(found))));
    }

    private Optional<Mention> mention(Identification found) {
        return records.version(found.record(), found.version())
                .flatMap(version -> Mention.in(KindCatalogue.get(version.kind()), version.fields()).stream()
                        .filter(mention -> mention.path().equals(found.path()))
                        .findFirst());
    }

    private List<Candidate> candidates(Identification found) {
        // Two candidates who were made one since are one.
        Map<PersonId, Candidate> candidates = new LinkedHashMap<>();
        for (Comparison comparison : found.working()) {
            people.find(comparison.person())
                    .ifPresent(person -> candidates.putIfAbsent(person.id(), new Candidate(person, comparison)));
        }
        return List.copyOf(candidates.values());
    }

    /**
     * Takes an answer to a question, or a correction of what was decided before.
     *
     * @param same who it is; empty for a person nobody knew
     * @param who who says so
     * @param reason why; may be blank
     */
    public Outcome answer(Question question, Optional<PersonId> same, String who, String reason) {
        Identification before = question.identification();
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<PersonId> person = same.isEmpty()
                    ? Optional.of(PersonId.madeBy(before.id()))
                    : people.find(same.get()).map(Person::id);
            if (person.isEmpty()) {
                return Outcome.NO_SUCH_PERSON;
            }
            Instant now = clock.instant();
            Identification after = before.answered(person.get(), new Identification.Answer(who, now, reason));
            if (people.answer(before, after, question.mention().known(), entry(before, after, now, who))
                    == WriteOutcome.WRITTEN) {
                return Outcome.TAKEN;
            }
            Optional<Identification> stands = people.identification(before.id());
            if (!stands.equals(Optional.of(before))) {
                return Outcome.ANSWERED_MEANWHILE;
            }
        }
        // Their own person was made part of another: whoever answers must say which of the two is meant.
        return Outcome.NO_SUCH_PERSON;
    }

    private static AuditEntry entry(Identification before, Identification after, Instant at, String who) {
        boolean fresh = after.person().equals(Optional.of(PersonId.madeBy(before.id())));
        return new AuditEntry(
                at,
                who,
                before.state() == Identification.State.ASKED ? "person-answered" : "person-corrected",
                before.paper(),
                Optional.of(before.record().value()),
                "For " + Mention.called(before.path()) + ": "
                        + (fresh ? "a new person, " : "the same person as ")
                        + after.person().orElseThrow()
                        + before.person()
                                .map(other -> ", and not " + other + ".")
                                .orElse("."));
    }
}
