package uk.casebridge.domain.person;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A person as we know them: what each mention said of them, kept apart, so that a mention that was another's can be taken
 * out again.
 *
 * <p>Where two turn out to be one, each keeps what it was known by, the one points to the other, and the other names it
 * among those it took in; so nothing is lost and the two can be parted again.
 *
 * @param revision how often the row was written, from 1: whoever writes it says which revision they read
 * @param said what each mention said, in the order they came
 * @param takenIn those found to be the same person
 * @param partOf the person it was found to be the same as, if one
 */
public record Person(
        PersonId id,
        int revision,
        List<Said> said,
        List<PersonId> takenIn,
        Optional<PersonId> partOf,
        Instant createdAt,
        Instant changedAt) {

    public Person {
        said = List.copyOf(said);
        takenIn = List.copyOf(takenIn);
    }

    /** What one mention said. */
    public record Said(MentionId by, Known known) {}

    /** A person whom a mention makes known. */
    public static Person first(MentionId by, Known known, Instant at) {
        return new Person(PersonId.madeBy(by), 1, List.of(new Said(by, known)), List.of(), Optional.empty(), at, at);
    }

    /** Everything that was said of this one, of those it took in only what {@link #with} added. */
    public Known known() {
        return said.stream().map(Said::known).reduce(Known.nothing(), Known::and);
    }

    /** With what a mention says, in place of what it said before. */
    public Person learning(MentionId by, Known known, Instant at) {
        List<Said> all = new ArrayList<>(said);
        int before = all.stream().map(Said::by).toList().indexOf(by);
        if (before < 0) {
            all.add(new Said(by, known));
        } else {
            all.set(before, new Said(by, all.get(before).known().and(known)));
        }
        return new Person(id, revision + 1, all, takenIn, partOf, createdAt, at);
    }

    /** Without what a mention said, which was somebody else's. */
    public Person forgetting(MentionId by, Instant at) {
        List<Said> others = said.stream().filter(one -> !one.by().equals(by)).toList();
        return new Person(id, revision + 1, others, takenIn, partOf, createdAt, at);
    }

    /** This person, found to be the same as another whom it takes in. */
    public Person takingIn(PersonId other, Instant at) {
        return new Person(
                id,
                revision + 1,
                said,
                Stream.concat(takenIn.stream(), Stream.of(other)).toList(),
                partOf,
                createdAt,
                at);
    }

    /** This person, parted from one it took in. */
    public Person partedFrom(PersonId other, Instant at) {
        return new Person(
                id,
                revision + 1,
                said,
                takenIn.stream().filter(one -> !one.equals(other)).toList(),
                partOf,
                createdAt,
                at);
    }

    /** This person, found to be the same as another, which takes it in. */
    public Person asPartOf(PersonId other, Instant at) {
        return new Person(id, revision + 1, said, takenIn, Optional.of(other), createdAt, at);
    }

    /** This person, standing alone again. */
    public Person alone(Instant at) {
        return new Person(id, revision + 1, said, takenIn, Optional.empty(), createdAt, at);
    }

    /** With what is known of those it took in: for comparing and showing, never for writing. */
    public Person with(List<Person> others) {
        List<Said> all = new ArrayList<>(said);
        others.forEach(other -> all.addAll(other.said));
        return new Person(id, revision, all, takenIn, partOf, createdAt, changedAt);
    }
}
