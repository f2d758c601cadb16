package uk.casebridge.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.casebridge.store.contract.Samples.NOW;
import static uk.casebridge.store.contract.Samples.line;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.person.Agreement;
import uk.casebridge.domain.person.Aspect;
import uk.casebridge.domain.person.Comparison;
import uk.casebridge.domain.person.Doubt;
import uk.casebridge.domain.person.Identification;
import uk.casebridge.domain.person.Mention;
import uk.casebridge.domain.person.NumberType;
import uk.casebridge.domain.person.Person;
import uk.casebridge.domain.person.PersonId;
import uk.casebridge.domain.person.PersonName;
import uk.casebridge.domain.person.PersonNumber;
import uk.casebridge.domain.person.Weighed;
import uk.casebridge.domain.record.RecordId;
import uk.casebridge.domain.standing.CourtCode;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.People;
import uk.casebridge.store.People.Found;
import uk.casebridge.store.People.JoinOutcome;
import uk.casebridge.store.People.PersonEntry;
import uk.casebridge.store.People.WriteOutcome;
import uk.casebridge.store.Store;

/** What people keep to. */
public abstract class PeopleContract {

    private final PaperId paper = Samples.paperId();
    private final CourtCode court = Samples.anyCourt();
    /** A day on which nobody else was born, so that tests on one table do not meet. */
    private final LocalDate born = LocalDate.of(1000, 1, 1).plusDays(new java.security.SecureRandom().nextInt(700_000));

    protected abstract Store store();

    private People people() {
        return store().people();
    }

    @Test
    void shouldGiveAMentionOneIdInEveryVersionAndAnotherInEveryRecord() {
        RecordId record = record();
        Mention ada = mention("Ada");

        assertThat(people().idOf(record, ada))
                .isEqualTo(people().idOf(record, mention("Ada")))
                .isNotEqualTo(people().idOf(record(), ada))
                .isNotEqualTo(people().idOf(record, mention("Zebedee")));
    }

    @Test
    void shouldFindWhomItMadeKnownUnderEachOfTheirKeys() {
        Mention ada = mention("Ada", number());
        Person known = introduced(ada);

        for (var key : ada.known().keys()) {
            assertThat(people().found(List.of(key)).people()).contains(known);
        }
        assertThat(people().find(known.id())).contains(known);
        assertThat(known.known()).isEqualTo(ada.known());
        assertThat(people().history(known.id())).extracting(PersonEntry::what).containsExactly("who");
        assertThat(store().audit().of(paper)).extracting(AuditEntry::what).containsExactly("who");
    }

    @Test
    void shouldFindNobodyUnderTheKeysOfSomebodyElse() {
        introduced(mention("Ada"));

        assertThat(people().found(mention("Zebedee", number()).known().keys().subList(0, 1))
                        .people())
                .isEmpty();
    }

    @Test
    void shouldDecideOnAMentionOnce() {
        Mention ada = mention("Ada");
        Identification first = introduction(ada);
        Found looked = people().found(ada.keys());

        assertThat(people().introduce(first, ada.known(), looked, entry())).isEqualTo(WriteOutcome.WRITTEN);
        assertThat(people().introduce(first, ada.known(), looked, entry())).isEqualTo(WriteOutcome.WRITTEN_BEFORE);
        assertThat(people().ask(asked(first), entry())).isEqualTo(WriteOutcome.WRITTEN_BEFORE);
        assertThat(people().identification(first.id())).contains(first);
        assertThat(store().audit().of(paper)).hasSize(1);
    }

    @Test
    void shouldNotMakeTwoKnownWhoCameAtTheSameMoment() {
        Mention ada = mention("Ada");
        Mention again = mention("Ada");
        Found looked = people().found(ada.keys());

        assertThat(people().introduce(introduction(ada), ada.known(), looked, entry()))
                .isEqualTo(WriteOutcome.WRITTEN);
        assertThat(people().introduce(introduction(again), again.known(), looked, entry()))
                .isEqualTo(WriteOutcome.OVERTAKEN);
        Found newer = people().found(ada.keys());
        assertThat(newer.people()).hasSize(1);
        assertThat(people().introduce(introduction(again), again.known(), newer, entry()))
                .isEqualTo(WriteOutcome.WRITTEN);
    }

    @Test
    void shouldKnowALinkedPersonByWhatTheLinkSays() {
        Person known = introduced(mention("Ada"));
        PersonNumber number = number();
        Mention more = mention("Ada", number);
        Identification link = found(more, Identification.State.LINKED, Optional.of(known.id()));

        assertThat(people().link(link, more.known(), entry())).isEqualTo(WriteOutcome.WRITTEN);
        assertThat(people().link(link, more.known(), entry())).isEqualTo(WriteOutcome.WRITTEN_BEFORE);

        Person now = people().find(known.id()).orElseThrow();
        assertThat(now.known().numbers()).containsExactly(number);
        assertThat(now.revision()).isEqualTo(2);
        assertThat(people().found(more.keys()).people()).containsExactly(now);
        assertThat(people().identification(link.id())).contains(link);
        assertThat(people().of(paper)).contains(link);
    }

    @Test
    void shouldNotLinkToNobody() {
        Mention ada = mention("Ada");
        Identification link = found(ada, Identification.State.LINKED, Optional.of(new PersonId("n-" + "0".repeat(32))));

        assertThat(people().link(link, ada.known(), entry())).isEqualTo(WriteOutcome.OVERTAKEN);
        assertThat(people().identification(link.id())).isEmpty();
    }

    @Test
    void shouldLearnFromALaterVersionOnce() {
        Mention ada = mention("Ada");
        Person known = introduced(ada);
        Identification found = people().of(paper).getFirst();
        Mention more = mention("Ada", number());

        people().learn(found, more.known(), NOW);
        people().learn(found, more.known(), NOW);
        people().learn(found, ada.known(), NOW);

        Person now = people().find(known.id()).orElseThrow();
        assertThat(now.revision()).isEqualTo(2);
        assertThat(now.known().numbers()).isEqualTo(more.numbers());
        assertThat(people().found(more.known().keys()).people()).containsExactly(now);
    }

    @Test
    void shouldListOpenQuestionsOfACourtTheOldestFirst() {
        List<Identification> questions = IntStream.range(0, 5)
                .mapToObj(number -> asked("Ada", NOW.plusSeconds(100 - number)))
                .toList();
        questions.forEach(question -> people().ask(question, entry()));

        var page = people().asked(court, Optional.empty(), 3);
        var rest = people().asked(court, page.next(), 3);

        assertThat(page.items()).containsExactly(questions.get(4), questions.get(3), questions.get(2));
        assertThat(rest.items()).containsExactly(questions.get(1), questions.get(0));
        assertThat(rest.next()).isEmpty();
        assertThat(people().asked(Samples.anyCourt(), Optional.empty(), 3).items())
                .isEmpty();
    }

    @Test
    void shouldFindQuestionsThatWaitLong() {
        Identification old = asked("Ada", NOW.minus(Duration.ofDays(9000)));
        people().ask(old, entry());
        people().ask(asked("Zebedee", NOW), entry());

        assertThat(people().askedBefore(NOW.minus(Duration.ofDays(8999)), 100)).contains(old);
        assertThat(people().askedBefore(NOW.minus(Duration.ofDays(9000)), 100)).doesNotContain(old);
        assertThat(people().askedBefore(NOW, 1)).hasSize(1);
    }

    @Test
    void shouldTakeAnAnswerThatNamesSomeoneKnown() {
        Person known = introduced(mention("Ada"));
        Mention doubtful = mention("Ada", number());
        Identification question = asked(doubtful);
        people().ask(question, entry());

        Identification answered = question.answered(known.id(), answer());

        assertThat(people().answer(question, answered, doubtful.known(), entry()))
                .isEqualTo(WriteOutcome.WRITTEN);
        assertThat(people().answer(question, answered, doubtful.known(), entry()))
                .isEqualTo(WriteOutcome.OVERTAKEN);
        assertThat(people().identification(question.id())).contains(answered);
        assertThat(people().find(known.id()).orElseThrow().known().numbers()).isEqualTo(doubtful.numbers());
        assertThat(people().asked(court, Optional.empty(), 9).items()).isEmpty();
    }

    @Test
    void shouldTakeAnAnswerThatMakesAPersonKnown() {
        Person other = introduced(mention("Ada"));
        Mention doubtful = mention("Ada", number());
        Identification question = asked(doubtful);
        people().ask(question, entry());
        PersonId own = PersonId.madeBy(question.id());

        people().answer(question, question.answered(own, answer()), doubtful.known(), entry());

        assertThat(people().find(own).orElseThrow().known()).isEqualTo(doubtful.known());
        assertThat(people().found(doubtful.keys()).people())
                .extracting(Person::id)
                .containsExactlyInAnyOrder(own, other.id());
    }

    @Test
    void shouldTakeWhatAMentionSaidFromWhoeverHadItWrongly() {
        Person wrong = introduced(mention("Ada"));
        Mention other = mention("Ada", number());
        Identification link = found(other, Identification.State.LINKED, Optional.of(wrong.id()));
        people().link(link, other.known(), entry());
        PersonId own = PersonId.madeBy(link.id());

        Identification corrected = link.answered(own, answer());
        assertThat(people().answer(link, corrected, other.known(), entry())).isEqualTo(WriteOutcome.WRITTEN);

        assertThat(people().find(wrong.id()).orElseThrow().known()).isEqualTo(wrong.known());
        assertThat(people().find(own).orElseThrow().known()).isEqualTo(other.known());
        assertThat(people().answer(corrected, corrected.answered(wrong.id(), answer()), other.known(), entry()))
                .isEqualTo(WriteOutcome.WRITTEN);
        assertThat(people().find(wrong.id()).orElseThrow().known().numbers()).isEqualTo(other.numbers());
    }

    @Test
    void shouldLoseNothingWhenTwoBecomeOneAndPartThemAgain() {
        Mention ada = mention("Ada", number());
        Mention maiden = mention("Adah", number());
        Person kept = introduced(ada);
        Person other = introduced(maiden);

        assertThat(people().join(kept.id(), other.id(), why("joined"))).isEqualTo(JoinOutcome.DONE);
        assertThat(people().join(kept.id(), other.id(), why("joined"))).isEqualTo(JoinOutcome.DONE_BEFORE);

        Person both = people().find(other.id()).orElseThrow();
        assertThat(both.id()).isEqualTo(kept.id());
        assertThat(both.known()).isEqualTo(ada.known().and(maiden.known()));
        assertThat(people().found(maiden.keys()).people()).containsExactly(both);
        assertThat(people().link(
                                found(mention("Adah"), Identification.State.LINKED, Optional.of(other.id())),
                                maiden.known(),
                                entry()))
                .isEqualTo(WriteOutcome.OVERTAKEN);

        assertThat(people().part(other.id(), why("parted"))).isEqualTo(JoinOutcome.DONE);
        assertThat(people().part(other.id(), why("parted"))).isEqualTo(JoinOutcome.DONE_BEFORE);
        assertThat(people().find(kept.id()).orElseThrow().known()).isEqualTo(ada.known());
        assertThat(people().find(other.id()).orElseThrow().known()).isEqualTo(maiden.known());
        assertThat(people().history(other.id()))
                .extracting(PersonEntry::what)
                .containsExactly("who", "joined", "parted");
    }

    @Test
    void shouldFollowOneWhoIsPartOfAPart() {
        Person first = introduced(mention("Ada"));
        Person second = introduced(mention("Bee"));
        Person third = introduced(mention("Cee"));
        people().join(second.id(), third.id(), why("joined"));
        people().join(first.id(), second.id(), why("joined"));

        assertThat(people().find(third.id()).orElseThrow().id()).isEqualTo(first.id());
        assertThat(people().find(first.id()).orElseThrow().known().names()).hasSize(3);
        assertThat(people().join(first.id(), third.id(), why("joined"))).isEqualTo(JoinOutcome.NOT_POSSIBLE);
        assertThat(people().join(third.id(), first.id(), why("joined"))).isEqualTo(JoinOutcome.NOT_POSSIBLE);
        assertThat(people().join(first.id(), first.id(), why("joined"))).isEqualTo(JoinOutcome.NOT_POSSIBLE);
    }

    @Test
    void shouldSayWhenAKeyHoldsMoreThanIsLookedAt() {
        PersonNumber shared = number();
        Mention one = mention("A", shared);
        for (int i = 0; i <= People.MOST_UNDER_A_KEY; i++) {
            Mention next = mention("A" + (char) ('A' + i % 26) + (char) ('A' + i / 26), shared);
            people().introduce(introduction(next), next.known(), people().found(next.keys()), entry());
        }
        List<uk.casebridge.domain.person.BlockingKey> number =
                one.keys().stream().filter(key -> key.isNumber()).toList();

        Found found = people().found(number);

        assertThat(found.overfull()).isEqualTo(1);
        assertThat(found.people()).hasSize(People.MOST_UNDER_A_KEY);
    }

    @Test
    void shouldRememberWhosePeopleAreStillToBeFound() {
        Instant longAgo = NOW.minus(Duration.ofDays(9000));
        PaperId waiting = Samples.paperId();

        people().due(waiting, longAgo);
        people().due(waiting, NOW);

        assertThat(people().isDue(waiting)).isTrue();
        assertThat(people().isDue(Samples.paperId())).isFalse();
        assertThat(people().dueBefore(longAgo.plusSeconds(1), 100)).contains(waiting);
        assertThat(people().dueBefore(longAgo, 100)).doesNotContain(waiting);
        people().done(waiting, NOW);
        assertThat(people().isDue(waiting)).isFalse();
        assertThat(people().dueBefore(NOW, 100)).doesNotContain(waiting);
        people().due(waiting, NOW);
        assertThat(people().isDue(waiting)).as("done is done").isFalse();
    }

    private Person introduced(Mention mention) {
        Identification first = introduction(mention);
        assertThat(people().introduce(first, mention.known(), people().found(mention.keys()), entry()))
                .isEqualTo(WriteOutcome.WRITTEN);
        return people().find(first.person().orElseThrow()).orElseThrow();
    }

    private Identification introduction(Mention mention) {
        RecordId record = record();
        return new Identification(
                people().idOf(record, mention),
                record,
                1,
                paper,
                "defendant",
                court,
                Identification.State.NEW,
                Optional.of(PersonId.madeBy(people().idOf(record, mention))),
                Optional.empty(),
                List.of(),
                NOW,
                Optional.empty(),
                1);
    }

    private Identification found(Mention mention, Identification.State state, Optional<PersonId> person) {
        RecordId record = record();
        return new Identification(
                people().idOf(record, mention),
                record,
                2,
                paper,
                "defendants[2]",
                court,
                state,
                person,
                Optional.of(Doubt.NONE_CLEAR),
                List.of(new Comparison(
                        new PersonId("n-" + "1".repeat(32)),
                        List.of(new Weighed(Aspect.FAMILY_NAME, Agreement.AGREES, 9.5, "The same.")))),
                NOW,
                Optional.empty(),
                1);
    }

    private Identification asked(Mention mention) {
        return found(mention, Identification.State.ASKED, Optional.empty());
    }

    private Identification asked(String given, Instant at) {
        Identification now = asked(mention(given));
        return new Identification(
                now.id(),
                now.record(),
                now.version(),
                now.paper(),
                now.path(),
                now.court(),
                now.state(),
                now.person(),
                now.doubt(),
                now.working(),
                at,
                now.answer(),
                now.revision());
    }

    private static Identification asked(Identification other) {
        return new Identification(
                other.id(),
                other.record(),
                other.version(),
                other.paper(),
                other.path(),
                other.court(),
                Identification.State.ASKED,
                Optional.empty(),
                Optional.of(Doubt.SEVERAL),
                List.of(),
                NOW,
                Optional.empty(),
                1);
    }

    private static Identification.Answer answer() {
        return new Identification.Answer("clerk.bexley", NOW.plusSeconds(60), "Rang the prison about Quillfeather");
    }

    private Mention mention(String given, PersonNumber... numbers) {
        return new Mention(
                "defendant",
                List.of(PersonName.of(given + " Quillfeather")),
                Optional.of(born),
                Optional.of("12 Furnace Lane\nDA6 7AB"),
                List.of(numbers),
                List.of(),
                List.of("01WX9876543"));
    }

    private static PersonNumber number() {
        return new PersonNumber(
                NumberType.PNC, "2012/" + Samples.paperId().value().substring(20) + "Z");
    }

    private RecordId record() {
        return store().records().idOf(Samples.anyKey());
    }

    private AuditEntry entry() {
        return line(paper, "who");
    }

    private static PersonEntry why(String what) {
        return new PersonEntry(NOW.plusSeconds(9), "clerk.bexley", what, "Rang the prison.");
    }
}
