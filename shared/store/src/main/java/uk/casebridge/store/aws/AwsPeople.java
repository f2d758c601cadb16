package uk.casebridge.store.aws;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactWriteItemsEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
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
import uk.casebridge.store.aws.PersonRows.Keyed;

/** People in the table, sealed; the keys they are found under are keyed hashes. */
final class AwsPeople implements People {

    /** How often a write is made again because the person's row was written meanwhile. */
    private static final int TRIES = 8;

    private static final int IDENTIFICATION = 0;

    private final AwsTable table;
    private final Keys keys;

    AwsPeople(AwsTable table, Keys keys) {
        this.table = table;
        this.keys = keys;
    }

    @Override
    public MentionId idOf(RecordId record, Mention mention) {
        return new MentionId("m-" + keys.hash("mention", record + "|" + mention.identity()));
    }

    // Looking

    @Override
    public Found found(List<BlockingKey> wanted) {
        Set<PersonId> ids = new LinkedHashSet<>();
        int overfull = 0;
        long stamp = 0;
        for (int i = 0; i < wanted.size(); i++) {
            List<Keyed> rows = under(wanted.get(i));
            if (i == 0) {
                stamp = rows.stream()
                        .filter(row -> row.person().isEmpty())
                        .mapToLong(Keyed::stamp)
                        .sum();
            }
            List<PersonId> under =
                    rows.stream().flatMap(row -> row.person().stream()).toList();
            if (under.size() > MOST_UNDER_A_KEY) {
                overfull++;
            }
            under.stream().limit(MOST_UNDER_A_KEY).forEach(ids::add);
        }
        return new Found(List.copyOf(whole(ids).values()), overfull, wanted, stamp);
    }

    private List<Keyed> under(BlockingKey key) {
        int most = MOST_UNDER_A_KEY + 2;
        return table
                .personKeys()
                .query(query -> query.consistentRead(true)
                        .limit(most)
                        .queryConditional(QueryConditional.keyEqualTo(Key.builder()
                                .partitionValue(PersonRows.key(hashOf(key)))
                                .build())))
                .stream()
                .flatMap(page -> page.items().stream())
                .limit(most)
                .toList();
    }

    private String hashOf(BlockingKey key) {
        return keys.hash("person", key.text());
    }

    @Override
    public Optional<Person> find(PersonId id) {
        return whole(Set.of(id)).values().stream().findFirst();
    }

    /** These people as those they are part of, each once and with all that is known of them. */
    private Map<PersonId, Person> whole(Set<PersonId> ids) {
        Map<PersonId, Person> rows = new HashMap<>();
        Set<PersonId> wanted = new LinkedHashSet<>(ids);
        while (!wanted.isEmpty()) {
            List<Person> read = rows(wanted);
            read.forEach(row -> rows.put(row.id(), row));
            wanted = read.stream()
                    .flatMap(row -> {
                        Set<PersonId> near = new HashSet<>(row.takenIn());
                        row.partOf().ifPresent(near::add);
                        return near.stream();
                    })
                    .filter(id -> !rows.containsKey(id))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
        Map<PersonId, Person> found = new LinkedHashMap<>();
        for (PersonId id : ids) {
            Optional<Person> person = Optional.ofNullable(rows.get(id));
            while (person.isPresent() && person.get().partOf().isPresent()) {
                person = Optional.ofNullable(rows.get(person.get().partOf().get()));
            }
            person.ifPresent(one -> found.put(one.id(), joined(one, rows)));
        }
        return found;
    }

    private static Person joined(Person person, Map<PersonId, Person> rows) {
        return person.with(person.takenIn().stream()
                .flatMap(id -> Optional.ofNullable(rows.get(id)).stream())
                .map(row -> joined(row, rows))
                .toList());
    }

    private List<Person> rows(Set<PersonId> ids) {
        return AwsQueries.withKeys(
                table,
                table.people(),
                Person.class,
                ids.stream()
                        .map(id -> AwsTable.key(PersonRows.person(id), PersonRows.PERSON))
                        .toList());
    }

    private Optional<Person> row(PersonId id) {
        return Optional.ofNullable(table.people()
                .getItem(get -> get.consistentRead(true).key(AwsTable.key(PersonRows.person(id), PersonRows.PERSON))));
    }

    @Override
    public List<PersonEntry> history(PersonId id) {
        return AwsQueries.all(table.personEntries(), PersonRows.person(id), PersonRows.ENTRY).stream()
                .map(PersonRows.Entry::entry)
                .toList();
    }

    @Override
    public Optional<Identification> identification(MentionId id) {
        return Optional.ofNullable(table.identifications()
                .getItem(get -> get.consistentRead(true).key(AwsTable.key(PersonRows.mention(id), PersonRows.WHO))));
    }

    @Override
    public List<Identification> of(PaperId paper) {
        return table
                .identifications()
                .index(RowSchema.BY_PAPER)
                .query(query -> query.queryConditional(
                        QueryConditional.sortBeginsWith(AwsTable.key(Rows.paper(paper), "WHO#"))))
                .stream()
                .flatMap(page -> page.items().stream())
                .toList();
    }

    @Override
    public Page<Identification> asked(CourtCode court, Optional<String> cursor, int limit) {
        return AwsQueries.page(
                table.identifications(), RowSchema.BY_COURT, PersonRows.court(court), true, cursor, limit);
    }

    @Override
    public List<Identification> askedBefore(Instant moment, int limit) {
        return AwsQueries.first(
                table.identifications(), RowSchema.BY_STATE, PersonRows.ASKED, Optional.of(Rows.time(moment)), limit);
    }

    // Deciding

    @Override
    public WriteOutcome ask(Identification asked, AuditEntry entry) {
        List<CancellationReason> reasons = table.together(TransactWriteItemsEnhancedRequest.builder()
                .addPutItem(table.identifications(), AwsTable.put(Identification.class, asked, AwsTable.absent()))
                .addPutItem(table.audit(), table.line(entry))
                .build());
        return reasons.isEmpty() ? WriteOutcome.WRITTEN : WriteOutcome.WRITTEN_BEFORE;
    }

    @Override
    public WriteOutcome link(Identification linked, Known said, AuditEntry entry) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<Person> person = row(linked.person().orElseThrow());
            if (person.isEmpty() || person.get().partOf().isPresent()) {
                return WriteOutcome.OVERTAKEN;
            }
            Writing writing = new Writing(linked, AwsTable.absent(), PersonEntries.of(entry));
            writing.person(person.get(), person.get().learning(linked.id(), said, linked.decidedAt()));
            List<CancellationReason> reasons = writing.make(entry);
            if (reasons.isEmpty()) {
                return WriteOutcome.WRITTEN;
            }
            if (AwsTable.conditionFailed(reasons.get(IDENTIFICATION))) {
                return WriteOutcome.WRITTEN_BEFORE;
            }
        }
        return WriteOutcome.OVERTAKEN;
    }

    @Override
    public WriteOutcome introduce(Identification introduced, Known said, Found looked, AuditEntry entry) {
        Writing writing = new Writing(introduced, AwsTable.absent(), PersonEntries.of(entry));
        writing.guard(looked.keys().getFirst(), looked.stamp());
        writing.first(Person.first(introduced.id(), said, introduced.decidedAt()));
        List<CancellationReason> reasons = writing.make(entry);
        if (reasons.isEmpty()) {
            return WriteOutcome.WRITTEN;
        }
        return AwsTable.conditionFailed(reasons.get(IDENTIFICATION))
                ? WriteOutcome.WRITTEN_BEFORE
                : WriteOutcome.OVERTAKEN;
    }

    @Override
    public WriteOutcome answer(Identification before, Identification after, Known said, AuditEntry entry) {
        PersonId id = after.person().orElseThrow();
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<Person> person = row(id);
            boolean own = id.equals(PersonId.madeBy(before.id()));
            if ((person.isEmpty() && !own) || person.flatMap(Person::partOf).isPresent()) {
                return WriteOutcome.OVERTAKEN;
            }
            Writing writing = new Writing(after, revision(before.revision()), PersonEntries.of(entry));
            before.person()
                    .filter(other -> !other.equals(id))
                    .flatMap(this::row)
                    .ifPresent(other -> writing.person(other, other.forgetting(before.id(), entry.at())));
            person.ifPresentOrElse(
                    one -> writing.person(one, one.learning(before.id(), said, entry.at())),
                    () -> writing.first(Person.first(before.id(), said, entry.at())));
            List<CancellationReason> reasons = writing.make(entry);
            if (reasons.isEmpty()) {
                return WriteOutcome.WRITTEN;
            }
            if (AwsTable.conditionFailed(reasons.get(IDENTIFICATION))) {
                return WriteOutcome.OVERTAKEN;
            }
        }
        return WriteOutcome.OVERTAKEN;
    }

    @Override
    public void learn(Identification found, Known said, Instant at) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<Person> person = row(found.person().orElseThrow());
            if (person.isEmpty()) {
                return;
            }
            Person learned = person.get().learning(found.id(), said, at);
            if (learned.said().equals(person.get().said())) {
                return;
            }
            Writing writing = new Writing(PersonEntries.learned(found, at));
            writing.person(person.get(), learned);
            if (writing.make().isEmpty()) {
                return;
            }
        }
        throw new IllegalStateException("Others keep writing the person of " + found.id());
    }

    @Override
    public JoinOutcome join(PersonId kept, PersonId other, PersonEntry why) {
        return together(kept, other, why, true);
    }

    @Override
    public JoinOutcome part(PersonId other, PersonEntry why) {
        Optional<Person> part = row(other);
        if (part.isEmpty()) {
            return JoinOutcome.NOT_POSSIBLE;
        }
        return part.get()
                .partOf()
                .map(kept -> together(kept, other, why, false))
                .orElse(JoinOutcome.DONE_BEFORE);
    }

    private JoinOutcome together(PersonId kept, PersonId other, PersonEntry why, boolean join) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<Person> one = row(kept);
            Optional<Person> part = row(other);
            if (one.isEmpty() || part.isEmpty() || kept.equals(other)) {
                return JoinOutcome.NOT_POSSIBLE;
            }
            boolean joined = part.get().partOf().equals(Optional.of(kept));
            if (joined == join) {
                return JoinOutcome.DONE_BEFORE;
            }
            if (join && (one.get().partOf().isPresent() || part.get().partOf().isPresent())) {
                return JoinOutcome.NOT_POSSIBLE;
            }
            Writing writing = new Writing(why);
            writing.person(
                    one.get(),
                    join ? one.get().takingIn(other, why.at()) : one.get().partedFrom(other, why.at()));
            writing.person(
                    part.get(),
                    join ? part.get().asPartOf(kept, why.at()) : part.get().alone(why.at()));
            if (writing.make().isEmpty()) {
                return JoinOutcome.DONE;
            }
        }
        throw new IllegalStateException("Others keep writing " + kept + " or " + other);
    }

    /** Writes that are made together or not at all. */
    private final class Writing {
        private final TransactWriteItemsEnhancedRequest.Builder writes = TransactWriteItemsEnhancedRequest.builder();
        private final PersonEntry entry;

        Writing(PersonEntry entry) {
            this.entry = entry;
        }

        Writing(Identification identification, Expression condition, PersonEntry entry) {
            this(entry);
            writes.addPutItem(table.identifications(), AwsTable.put(Identification.class, identification, condition));
        }

        void first(Person person) {
            put(person, AwsTable.absent(), Set.of());
        }

        void person(Person before, Person after) {
            put(after, revision(before.revision()), Set.copyOf(before.known().keys()));
        }

        private void put(Person person, Expression condition, Set<BlockingKey> there) {
            writes.addPutItem(table.people(), AwsTable.put(Person.class, person, condition));
            person.known().keys().stream()
                    .filter(key -> !there.contains(key))
                    .forEach(key ->
                            writes.addPutItem(table.personKeys(), new Keyed(hashOf(key), Optional.of(person.id()), 0)));
            writes.addPutItem(table.personEntries(), table.line(person.id(), entry));
        }

        void guard(BlockingKey key, long stamp) {
            Keyed guard = new Keyed(hashOf(key), Optional.empty(), stamp + 1);
            Expression condition = stamp == 0
                    ? AwsTable.absent()
                    : Expression.builder()
                            .expression("#stamp = :stamp")
                            .expressionNames(Map.of("#stamp", "stamp"))
                            .expressionValues(Map.of(":stamp", AttributeValue.fromN(Long.toString(stamp))))
                            .build();
            writes.addPutItem(table.personKeys(), AwsTable.put(Keyed.class, guard, condition));
        }

        List<CancellationReason> make(AuditEntry line) {
            writes.addPutItem(table.audit(), table.line(line));
            return make();
        }

        List<CancellationReason> make() {
            return table.together(writes.build());
        }
    }

    private static Expression revision(int read) {
        return Expression.builder()
                .expression("#revision = :revision")
                .expressionNames(Map.of("#revision", "revision"))
                .expressionValues(Map.of(":revision", AttributeValue.fromN(Integer.toString(read))))
                .build();
    }

    // Papers whose people are still to be found

    @Override
    public void due(PaperId paper, Instant at) {
        table.together(TransactWriteItemsEnhancedRequest.builder()
                .addPutItem(
                        table.peopleDue(),
                        AwsTable.put(
                                PersonRows.Due.class, new PersonRows.Due(paper, Optional.of(at)), AwsTable.absent()))
                .build());
    }

    @Override
    public boolean isDue(PaperId paper) {
        return Optional.ofNullable(table.peopleDue()
                        .getItem(get -> get.consistentRead(true).key(AwsTable.key(Rows.paper(paper), PersonRows.DUE))))
                .flatMap(PersonRows.Due::since)
                .isPresent();
    }

    @Override
    public void done(PaperId paper, Instant at) {
        table.peopleDue().putItem(new PersonRows.Due(paper, Optional.empty()));
    }

    @Override
    public List<PaperId> dueBefore(Instant moment, int limit) {
        return AwsQueries.first(
                        table.peopleDue(), RowSchema.BY_STATE, PersonRows.DUE, Optional.of(Rows.time(moment)), limit)
                .stream()
                .map(PersonRows.Due::paper)
                .toList();
    }
}
