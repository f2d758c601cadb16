package uk.casebridge.store.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.Page;
import uk.casebridge.store.People;
import uk.casebridge.store.PersonEntries;

/** People in memory. */
public final class MemoryPeople implements People {

    private static final Comparator<Identification> OLDEST = Comparator.comparing(Identification::decidedAt)
            .thenComparing(one -> one.id().value());

    private final MemoryTable table;

    MemoryPeople(MemoryTable table) {
        this.table = table;
    }

    @Override
    public MentionId idOf(RecordId record, Mention mention) {
        return new MentionId("m-" + MemoryRecords.hash("mention", record + "|" + mention.identity()));
    }

    @Override
    public Found found(List<BlockingKey> keys) {
        synchronized (table) {
            Set<PersonId> ids = new LinkedHashSet<>();
            int overfull = 0;
            for (BlockingKey key : keys) {
                Set<PersonId> under = table.peopleByKey.getOrDefault(key, Set.of());
                if (under.size() > MOST_UNDER_A_KEY) {
                    overfull++;
                }
                under.stream()
                        .sorted(Comparator.comparing(PersonId::value))
                        .limit(MOST_UNDER_A_KEY)
                        .forEach(ids::add);
            }
            Map<PersonId, Person> found = new LinkedHashMap<>();
            ids.forEach(id -> find(id).ifPresent(person -> found.put(person.id(), person)));
            return new Found(
                    List.copyOf(found.values()), overfull, keys, table.peopleStamps.getOrDefault(keys.getFirst(), 0L));
        }
    }

    @Override
    public Optional<Person> find(PersonId id) {
        synchronized (table) {
            Person person = table.people.get(id);
            while (person != null && person.partOf().isPresent()) {
                person = table.people.get(person.partOf().get());
            }
            return Optional.ofNullable(person).map(this::whole);
        }
    }

    private Person whole(Person person) {
        return person.with(person.takenIn().stream()
                .map(table.people::get)
                .map(this::whole)
                .toList());
    }

    @Override
    public List<PersonEntry> history(PersonId id) {
        synchronized (table) {
            return List.copyOf(table.peopleHistory.getOrDefault(id, List.of()));
        }
    }

    @Override
    public Optional<Identification> identification(MentionId id) {
        synchronized (table) {
            return Optional.ofNullable(table.identifications.get(id));
        }
    }

    @Override
    public List<Identification> of(PaperId paper) {
        synchronized (table) {
            return table.identifications.values().stream()
                    .filter(one -> one.paper().equals(paper))
                    .toList();
        }
    }

    @Override
    public Page<Identification> asked(CourtCode court, Optional<String> cursor, int limit) {
        synchronized (table) {
            List<Identification> found = open().filter(
                            one -> one.court().house().equals(court.house()))
                    .filter(one -> cursor.isEmpty() || cursorOf(one).compareTo(cursor.get()) > 0)
                    .limit(limit + 1L)
                    .toList();
            return Pages.cut(found, limit, MemoryPeople::cursorOf);
        }
    }

    private static String cursorOf(Identification one) {
        return one.decidedAt() + "#" + one.id();
    }

    @Override
    public List<Identification> askedBefore(Instant moment, int limit) {
        synchronized (table) {
            return open().filter(one -> one.decidedAt().isBefore(moment))
                    .limit(limit)
                    .toList();
        }
    }

    private java.util.stream.Stream<Identification> open() {
        return table.identifications.values().stream()
                .filter(one -> one.state() == Identification.State.ASKED)
                .sorted(OLDEST);
    }

    @Override
    public WriteOutcome ask(Identification asked, AuditEntry entry) {
        synchronized (table) {
            if (table.identifications.putIfAbsent(asked.id(), asked) != null) {
                return WriteOutcome.WRITTEN_BEFORE;
            }
            table.note(entry);
            return WriteOutcome.WRITTEN;
        }
    }

    @Override
    public WriteOutcome link(Identification linked, Known said, AuditEntry entry) {
        synchronized (table) {
            if (table.identifications.containsKey(linked.id())) {
                return WriteOutcome.WRITTEN_BEFORE;
            }
            Person person = table.people.get(linked.person().orElseThrow());
            if (person == null || person.partOf().isPresent()) {
                return WriteOutcome.OVERTAKEN;
            }
            put(person.learning(linked.id(), said, linked.decidedAt()), PersonEntries.of(entry));
            table.identifications.put(linked.id(), linked);
            table.note(entry);
            return WriteOutcome.WRITTEN;
        }
    }

    @Override
    public WriteOutcome introduce(Identification introduced, Known said, Found looked, AuditEntry entry) {
        synchronized (table) {
            if (table.identifications.containsKey(introduced.id())) {
                return WriteOutcome.WRITTEN_BEFORE;
            }
            BlockingKey guard = looked.keys().getFirst();
            if (table.peopleStamps.getOrDefault(guard, 0L) != looked.stamp()) {
                return WriteOutcome.OVERTAKEN;
            }
            put(Person.first(introduced.id(), said, introduced.decidedAt()), PersonEntries.of(entry));
            table.peopleStamps.merge(guard, 1L, Long::sum);
            table.identifications.put(introduced.id(), introduced);
            table.note(entry);
            return WriteOutcome.WRITTEN;
        }
    }

    @Override
    public WriteOutcome answer(Identification before, Identification after, Known said, AuditEntry entry) {
        synchronized (table) {
            Identification now = table.identifications.get(before.id());
            if (now == null || now.revision() != before.revision()) {
                return WriteOutcome.OVERTAKEN;
            }
            PersonId id = after.person().orElseThrow();
            Instant at = entry.at();
            Person person = table.people.get(id);
            boolean own = id.equals(PersonId.madeBy(before.id()));
            if ((person == null && !own) || (person != null && person.partOf().isPresent())) {
                return WriteOutcome.OVERTAKEN;
            }
            before.person()
                    .filter(other -> !other.equals(id))
                    .map(table.people::get)
                    .ifPresent(other -> put(other.forgetting(before.id(), at), PersonEntries.of(entry)));
            put(
                    person == null ? Person.first(before.id(), said, at) : person.learning(before.id(), said, at),
                    PersonEntries.of(entry));
            table.identifications.put(after.id(), after);
            table.note(entry);
            return WriteOutcome.WRITTEN;
        }
    }

    @Override
    public void learn(Identification found, Known said, Instant at) {
        synchronized (table) {
            Person person = table.people.get(found.person().orElseThrow());
            if (person != null) {
                Person learned = person.learning(found.id(), said, at);
                if (!learned.said().equals(person.said())) {
                    put(learned, PersonEntries.learned(found, at));
                }
            }
        }
    }

    @Override
    public JoinOutcome join(PersonId kept, PersonId other, PersonEntry why) {
        return together(kept, other, why, true);
    }

    @Override
    public JoinOutcome part(PersonId other, PersonEntry why) {
        synchronized (table) {
            Person part = table.people.get(other);
            if (part == null) {
                return JoinOutcome.NOT_POSSIBLE;
            }
            return part.partOf().isEmpty()
                    ? JoinOutcome.DONE_BEFORE
                    : together(part.partOf().get(), other, why, false);
        }
    }

    private JoinOutcome together(PersonId kept, PersonId other, PersonEntry why, boolean join) {
        synchronized (table) {
            Person one = table.people.get(kept);
            Person part = table.people.get(other);
            if (one == null || part == null || kept.equals(other)) {
                return JoinOutcome.NOT_POSSIBLE;
            }
            boolean joined = part.partOf().equals(Optional.of(kept));
            if (joined == join) {
                return JoinOutcome.DONE_BEFORE;
            }
            if (join && (one.partOf().isPresent() || part.partOf().isPresent())) {
                return JoinOutcome.NOT_POSSIBLE;
            }
            put(join ? one.takingIn(other, why.at()) : one.partedFrom(other, why.at()), why);
            put(join ? part.asPartOf(kept, why.at()) : part.alone(why.at()), why);
            return JoinOutcome.DONE;
        }
    }

    @Override
    public void due(PaperId paper, Instant at) {
        synchronized (table) {
            table.peopleDue.putIfAbsent(paper, Optional.of(at));
        }
    }

    @Override
    public boolean isDue(PaperId paper) {
        synchronized (table) {
            return table.peopleDue.getOrDefault(paper, Optional.empty()).isPresent();
        }
    }

    @Override
    public void done(PaperId paper, Instant at) {
        synchronized (table) {
            table.peopleDue.put(paper, Optional.empty());
        }
    }

    @Override
    public List<PaperId> dueBefore(Instant moment, int limit) {
        synchronized (table) {
            List<Map.Entry<PaperId, Instant>> due = new ArrayList<>();
            table.peopleDue.forEach(
                    (paper, at) -> at.filter(moment::isAfter).ifPresent(since -> due.add(Map.entry(paper, since))));
            return due.stream()
                    .sorted(Map.Entry.<PaperId, Instant>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .limit(limit)
                    .toList();
        }
    }

    private void put(Person person, PersonEntry entry) {
        table.people.put(person.id(), person);
        person.known()
                .keys()
                .forEach(key -> table.peopleByKey
                        .computeIfAbsent(key, none -> new LinkedHashSet<>())
                        .add(person.id()));
        table.peopleHistory
                .computeIfAbsent(person.id(), none -> new ArrayList<>())
                .add(entry);
    }
}
