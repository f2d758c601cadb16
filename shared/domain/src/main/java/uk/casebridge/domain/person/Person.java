package uk.casebridge.domain.person;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A person as we know them.
 *
 * <p>Where two turn out to be one, each keeps what it was known by, the one points to the other, and the other names it
 * among those it took in; so nothing is lost and the two can be parted again.
 *
 * @param revision how often the row was written, from 1: whoever writes it says which revision they read
 * @param known what papers said of this one, without those taken in
 * @param takenIn those found to be the same person
 * @param partOf the person it was found to be the same as, if one
 */
public record Person(
        PersonId id,
        int revision,
        Known known,
        List<PersonId> takenIn,
        Optional<PersonId> partOf,
        Instant createdAt,
        Instant changedAt) {

    public Person {
        takenIn = List.copyOf(takenIn);
    }

    /** A person whom a paper makes known. */
    public static Person first(PersonId id, Known known, Instant at) {
        return new Person(id, 1, known, List.of(), Optional.empty(), at, at);
    }

    /** With what another paper says of them. */
    public Person learning(Known more, Instant at) {
        return new Person(id, revision + 1, known.and(more), takenIn, partOf, createdAt, at);
    }

    /** This person, found to be the same as another whom it takes in. */
    public Person takingIn(PersonId other, Instant at) {
        List<PersonId> all = new java.util.ArrayList<>(takenIn);
        all.add(other);
        return new Person(id, revision + 1, known, all, partOf, createdAt, at);
    }

    /** This person, parted from one it took in. */
    public Person without(PersonId other, Instant at) {
        return new Person(
                id,
                revision + 1,
                known,
                takenIn.stream().filter(id -> !id.equals(other)).toList(),
                partOf,
                createdAt,
                at);
    }

    /** This person, found to be the same as another, which takes it in. */
    public Person asPartOf(PersonId other, Instant at) {
        return new Person(id, revision + 1, known, takenIn, Optional.of(other), createdAt, at);
    }

    /** This person, standing alone again. */
    public Person alone(Instant at) {
        return new Person(id, revision + 1, known, takenIn, Optional.empty(), createdAt, at);
    }

    /** The same row with everything that is known, of those taken in too: for comparing and showing, never for writing. */
    public Person knowing(Known all) {
        return new Person(id, revision, all, takenIn, partOf, createdAt, changedAt);
    }
}
