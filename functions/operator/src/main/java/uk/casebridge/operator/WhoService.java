package uk.casebridge.operator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import uk.casebridge.domain.person.Comparison;
import uk.casebridge.domain.person.Identification;
import uk.casebridge.domain.person.MentionId;
import uk.casebridge.domain.person.Person;
import uk.casebridge.domain.person.PersonId;
import uk.casebridge.domain.person.WhoIsThis;
import uk.casebridge.domain.standing.CourtCode;
import uk.casebridge.store.Page;
import uk.casebridge.store.People;
import uk.casebridge.store.People.PersonEntry;
import uk.casebridge.store.Questions;
import uk.casebridge.store.Questions.Question;
import uk.casebridge.store.Store;

/**
 * Who people are, for those who run the house: the questions, their working, and the answers. No name, date or number
 * leaves here; whoever must see them looks at the portal's page.
 */
final class WhoService {

    private static final int PAGE = 50;

    private final People people;
    private final Questions questions;
    private final Clock clock;

    WhoService(Store store, Clock clock) {
        this.people = store.people();
        this.questions = new Questions(store.people(), store.records(), clock);
        this.clock = clock;
    }

    ObjectNode asked(CourtCode court, Optional<String> cursor) {
        Page<Identification> page = people.asked(court, cursor, PAGE);
        ObjectNode view = Views.object();
        ArrayNode list = view.putArray("questions");
        page.items().forEach(question -> list.add(view(question)));
        page.next().ifPresent(next -> view.put("cursor", next));
        return view;
    }

    ObjectNode question(MentionId id) {
        Identification found = known(id).identification();
        ObjectNode view = Views.object();
        view.set("question", view(found));
        ArrayNode candidates = view.putArray("candidates");
        for (Comparison comparison : found.working()) {
            ObjectNode candidate = candidates.addObject();
            candidate.put("person", comparison.person().value());
            candidate.put("total", rounded(comparison.total()));
            ArrayNode lines = candidate.putArray("working");
            comparison
                    .lines()
                    .forEach(line -> lines.addObject()
                            .put("about", line.aspect().title())
                            .put("agreement", line.agreement().name())
                            .put("bits", rounded(line.bits()))
                            .put("words", line.words()));
        }
        view.put("clear", WhoIsThis.CLEAR);
        return view;
    }

    private ObjectNode view(Identification found) {
        ObjectNode view = Views.object();
        view.put("id", found.id().value());
        view.put("paper", found.paper().value());
        view.put("record", found.record().value());
        view.put("version", found.version());
        view.put("path", found.path());
        view.put("court", found.court().value());
        view.put("state", found.state().name());
        found.person().ifPresent(person -> view.put("person", person.value()));
        found.doubt().ifPresent(doubt -> view.put("doubt", doubt.name()).put("sentence", doubt.sentence()));
        view.put("candidates", found.working().size());
        view.put("decidedAt", found.decidedAt().toString());
        view.put(
                "ageSeconds",
                Duration.between(found.decidedAt(), clock.instant()).toSeconds());
        found.answer()
                .ifPresent(answer -> view.put("answeredBy", answer.who())
                        .put("answeredAt", answer.at().toString()));
        return view;
    }

    private static double rounded(double bits) {
        return Math.round(bits * 10) / 10.0;
    }

    /** Takes an answer to a question, or a correction: {@code sameAs} names a person, {@code new} is true for nobody. */
    ObjectNode answer(MentionId id, OperatorCall call) {
        Optional<PersonId> same = call.optionalText("sameAs").map(WhoService::person);
        boolean fresh = call.json().path("new").asBoolean(false);
        if (same.isPresent() == fresh) {
            throw OperatorProblem.badRequest("The body needs either sameAs, with a person, or new, which is true.");
        }
        switch (questions.answer(known(id), same, call.who(), call.text("reason"))) {
            case TAKEN -> {}
            case NO_SUCH_PERSON ->
                throw OperatorProblem.notFound(
                        "person", same.map(PersonId::value).orElse("of its own who stands alone"));
            case ANSWERED_MEANWHILE ->
                throw OperatorProblem.conflict(
                        "answered-meanwhile", "Someone else answered meanwhile", "Look at the question again.");
        }
        return question(id);
    }

    /** Makes two people one. */
    ObjectNode join(PersonId kept, OperatorCall call) {
        PersonId other = person(call.text("other"));
        PersonEntry why = why(call, "joined", other + " is the same person as " + kept);
        return joined(kept, people.join(kept, other, why));
    }

    /** Parts a person from the one they were made part of. */
    ObjectNode part(PersonId other, OperatorCall call) {
        return joined(other, people.part(other, why(call, "parted", other + " is a person of their own after all")));
    }

    private PersonEntry why(OperatorCall call, String what, String said) {
        Instant now = clock.instant();
        return new PersonEntry(now, call.who(), what, said + ". " + call.text("reason"));
    }

    private ObjectNode joined(PersonId id, People.JoinOutcome outcome) {
        if (outcome == People.JoinOutcome.NOT_POSSIBLE) {
            throw OperatorProblem.conflict(
                    "not-possible",
                    "The two cannot be made one, or parted",
                    "One of them is not known, or is part of somebody else already.");
        }
        return person(id, outcome == People.JoinOutcome.DONE);
    }

    /** A person's history, without what they are known by. */
    ObjectNode about(PersonId id) {
        return person(id, false);
    }

    private ObjectNode person(PersonId id, boolean changed) {
        Person person = people.find(id).orElseThrow(() -> OperatorProblem.notFound("person", id.value()));
        ObjectNode view = Views.object();
        view.put("person", person.id().value());
        view.put("changed", changed);
        ArrayNode takenIn = view.putArray("takenIn");
        person.takenIn().forEach(other -> takenIn.add(other.value()));
        ArrayNode history = view.putArray("history");
        people.history(id)
                .forEach(line -> history.addObject()
                        .put("at", line.at().toString())
                        .put("who", line.who())
                        .put("what", line.what())
                        .put("detail", line.detail()));
        return view;
    }

    private Question known(MentionId id) {
        return questions.of(id).orElseThrow(() -> OperatorProblem.notFound("question", id.value()));
    }

    static MentionId question(String id) {
        try {
            return new MentionId(id);
        } catch (IllegalArgumentException e) {
            throw OperatorProblem.notFound("question", id);
        }
    }

    static PersonId person(String id) {
        try {
            return new PersonId(id);
        } catch (IllegalArgumentException e) {
            throw OperatorProblem.notFound("person", id);
        }
    }
}
