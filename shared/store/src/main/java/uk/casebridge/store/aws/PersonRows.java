package uk.casebridge.store.aws;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.person.Doubt;
import uk.casebridge.domain.person.Identification;
import uk.casebridge.domain.person.MentionId;
import uk.casebridge.domain.person.Person;
import uk.casebridge.domain.person.PersonId;
import uk.casebridge.domain.record.RecordId;
import uk.casebridge.domain.standing.CourtCode;
import uk.casebridge.store.People.PersonEntry;
import uk.casebridge.store.aws.Sealed.Spot;

/** How people, and what was found of mentions of them, are rows: their schemas, with what is personal sealed. */
final class PersonRows {

    static final String PERSON = "PERSON";
    static final String ENTRY = "ENTRY#";
    static final String WHO = "WHO";
    /** Sorts before every person under a key. */
    static final String GUARD = "GUARD";

    static final String DUE = "WHO-DUE";
    static final String ASKED = "WHO#ASKED";

    private final Sealed sealed;

    PersonRows(Sealed sealed) {
        this.sealed = sealed;
    }

    /** Under a key there stands a person; or, as its guard, how many were made known by it. */
    record Keyed(String hash, Optional<PersonId> person, long stamp) {}

    /** A line of a person's history; the suffix keeps lines of the same moment apart and in order. */
    record Entry(PersonId person, PersonEntry entry, String suffix) {}

    /** Since when the people of a paper are to be found; nothing once they were. */
    record Due(PaperId paper, Optional<Instant> since) {}

    static String person(PersonId id) {
        return "PERSON#" + id;
    }

    static String key(String hash) {
        return "WHO-KEY#" + hash;
    }

    static String mention(MentionId id) {
        return "WHO#" + id;
    }

    static String court(CourtCode court) {
        return "WHO#" + court.house();
    }

    TableSchema<Person> people() {
        return RowSchema.of(Person.class, "person", row -> person(row.id()), row -> PERSON, this::person)
                .text("id", row -> row.id().value())
                .count("revision", Person::revision)
                .bytes("content", row -> sealed.seal(PersonContent.ofSaid(row.said()), saidOf(row.id())))
                .text(
                        "takenIn",
                        row -> row.takenIn().stream().map(PersonId::value).collect(Collectors.joining(",")))
                .maybeText("partOf", row -> row.partOf().map(PersonId::value))
                .text("createdAt", row -> row.createdAt().toString())
                .text("changedAt", row -> row.changedAt().toString())
                .build();
    }

    private Person person(Draft draft) {
        PersonId id = new PersonId(draft.text("id"));
        return new Person(
                id,
                draft.count("revision"),
                PersonContent.said(sealed.open(draft.bytes("content"), saidOf(id))),
                ids(draft.text("takenIn")),
                draft.maybeText("partOf").map(PersonId::new),
                draft.time("createdAt"),
                draft.time("changedAt"));
    }

    private static List<PersonId> ids(String text) {
        return Arrays.stream(text.split(","))
                .filter(id -> !id.isEmpty())
                .map(PersonId::new)
                .toList();
    }

    private static Spot saidOf(PersonId id) {
        return new Spot(person(id), PERSON, "content");
    }

    TableSchema<Identification> identifications() {
        return RowSchema.of(Identification.class, "who", row -> mention(row.id()), row -> WHO, this::identification)
                .text("id", row -> row.id().value())
                .text("record", row -> row.record().value())
                .count("version", Identification::version)
                .text("paper", row -> row.paper().value())
                .text("path", Identification::path)
                .text("court", row -> row.court().value())
                .text("state", row -> row.state().name())
                .maybeText("person", row -> row.person().map(PersonId::value))
                .maybeText("doubt", row -> row.doubt().map(Doubt::name))
                .bytes(
                        "content",
                        row -> sealed.seal(
                                PersonContent.ofWorking(
                                        row.working(), row.answer().map(Identification.Answer::reason)),
                                workingOf(row.id())))
                .text("decidedAt", row -> row.decidedAt().toString())
                .maybeText("answeredBy", row -> row.answer().map(Identification.Answer::who))
                .maybeText(
                        "answeredAt",
                        row -> row.answer().map(answer -> answer.at().toString()))
                .count("revision", Identification::revision)
                .index(
                        RowSchema.BY_PAPER,
                        row -> Optional.of(Rows.paper(row.paper())),
                        row -> Optional.of(mention(row.id())))
                .index(RowSchema.BY_STATE, row -> open(row).map(asked -> ASKED), PersonRows::sinceAndId)
                .index(RowSchema.BY_COURT, row -> open(row).map(asked -> court(asked.court())), PersonRows::sinceAndId)
                .build();
    }

    private static Optional<Identification> open(Identification row) {
        return Optional.of(row).filter(one -> one.state() == Identification.State.ASKED);
    }

    private static Optional<String> sinceAndId(Identification row) {
        return open(row).map(asked -> Rows.time(asked.decidedAt()) + "#" + asked.id());
    }

    private Identification identification(Draft draft) {
        MentionId id = new MentionId(draft.text("id"));
        PersonContent.Working working = PersonContent.working(sealed.open(draft.bytes("content"), workingOf(id)));
        return new Identification(
                id,
                new RecordId(draft.text("record")),
                draft.count("version"),
                new PaperId(draft.text("paper")),
                draft.text("path"),
                new CourtCode(draft.text("court")),
                Identification.State.valueOf(draft.text("state")),
                draft.maybeText("person").map(PersonId::new),
                draft.maybeText("doubt").map(Doubt::valueOf),
                working.comparisons(),
                draft.time("decidedAt"),
                draft.maybeText("answeredBy")
                        .map(who -> new Identification.Answer(
                                who, draft.time("answeredAt"), working.reason().orElse(""))),
                draft.count("revision"));
    }

    private static Spot workingOf(MentionId id) {
        return new Spot(mention(id), WHO, "content");
    }

    static TableSchema<Keyed> keys() {
        return RowSchema.of(
                        Keyed.class,
                        "who-key",
                        row -> key(row.hash()),
                        row -> row.person().map(PersonRows::person).orElse(GUARD),
                        draft -> new Keyed(
                                draft.text("pk").substring(key("").length()),
                                draft.maybeText("person").map(PersonId::new),
                                draft.number("stamp")))
                .maybeText("person", row -> row.person().map(PersonId::value))
                .number("stamp", Keyed::stamp)
                .build();
    }

    static TableSchema<Entry> entries() {
        return RowSchema.of(
                        Entry.class,
                        "person-entry",
                        row -> person(row.person()),
                        row -> ENTRY + Rows.time(row.entry().at()) + "#" + row.suffix(),
                        draft -> new Entry(
                                new PersonId(draft.text("person")),
                                new PersonEntry(
                                        draft.time("at"), draft.text("who"), draft.text("what"), draft.text("detail")),
                                ""))
                .text("person", row -> row.person().value())
                .text("at", row -> row.entry().at().toString())
                .text("who", row -> row.entry().who())
                .text("what", row -> row.entry().what())
                .text("detail", row -> row.entry().detail())
                .build();
    }

    static TableSchema<Due> due() {
        return RowSchema.of(
                        Due.class,
                        "who-due",
                        row -> Rows.paper(row.paper()),
                        row -> DUE,
                        draft -> new Due(new PaperId(draft.text("paper")), draft.maybeTime("since")))
                .text("paper", row -> row.paper().value())
                .maybeText("since", row -> row.since().map(Instant::toString))
                .index(
                        RowSchema.BY_STATE,
                        row -> row.since().map(since -> DUE),
                        row -> row.since().map(since -> Rows.time(since) + "#" + row.paper()))
                .build();
    }
}
