package uk.casebridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.person.Comparison;
import uk.casebridge.domain.person.Doubt;
import uk.casebridge.domain.person.Identification;
import uk.casebridge.domain.person.Identification.State;
import uk.casebridge.domain.person.Mention;
import uk.casebridge.domain.person.MentionId;
import uk.casebridge.domain.person.PersonId;
import uk.casebridge.domain.record.RecordKey;
import uk.casebridge.domain.record.RecordVersion;
import uk.casebridge.store.People.PersonEntry;
import uk.casebridge.store.Questions.Outcome;
import uk.casebridge.store.Questions.Question;
import uk.casebridge.store.contract.Samples;
import uk.casebridge.store.memory.MemoryStore;

class QuestionsTest {

    private final MemoryStore store = new MemoryStore(Samples.clock());
    private final Questions questions = new Questions(store.people(), store.records(), Samples.clock());
    private final PaperId paper = Samples.paperId();
    private int parts;

    @Test
    void shouldShowTheRecordBesideTheCandidates() {
        PersonId ada = known("Ada Quill");
        MentionId asked = asked("Ada Quill-Nowak", ada);

        Question question = questions.of(asked).orElseThrow();

        assertThat(question.isOpen()).isTrue();
        assertThat(question.mention().name().written()).isEqualTo("Ada Quill-Nowak");
        assertThat(question.candidates())
                .singleElement()
                .satisfies(candidate -> assertThat(
                                candidate.person().known().names().getFirst().written())
                        .isEqualTo("Ada Quill"));
        assertThat(question.shows(ada)).isTrue();
        assertThat(questions.of(new MentionId("m-" + "0".repeat(32)))).isEmpty();
    }

    @Test
    void shouldTakeAnAnswerOnce() {
        PersonId ada = known("Ada Quill");
        Question question = questions.of(asked("Ada Nowak", ada)).orElseThrow();

        assertThat(questions.answer(question, Optional.of(ada), "clerk", "Married"))
                .isEqualTo(Outcome.TAKEN);
        assertThat(questions.answer(question, Optional.empty(), "other", "")).isEqualTo(Outcome.ANSWERED_MEANWHILE);

        assertThat(store.people().find(ada).orElseThrow().known().names()).hasSize(2);
        assertThat(lines("person-answered")).singleElement().satisfies(line -> {
            assertThat(line.who()).isEqualTo("clerk");
            assertThat(line.detail()).contains("the same person as " + ada);
        });
    }

    @Test
    void shouldTakeACorrection() {
        PersonId ada = known("Ada Quill");
        MentionId asked = asked("Ada Nowak", ada);
        questions.answer(questions.of(asked).orElseThrow(), Optional.of(ada), "clerk", "");

        assertThat(questions.answer(questions.of(asked).orElseThrow(), Optional.empty(), "operator", "Rang them"))
                .isEqualTo(Outcome.TAKEN);

        assertThat(store.people().find(ada).orElseThrow().known().names()).hasSize(1);
        assertThat(lines("person-corrected"))
                .singleElement()
                .satisfies(line ->
                        assertThat(line.detail()).contains("a new person").contains("not " + ada));
    }

    @Test
    void shouldFollowACandidateWhoWasMadePartOfAnother() {
        PersonId ada = known("Ada Quill");
        PersonId adah = known("Adah Quill");
        MentionId asked = asked("Ada Nowak", ada, adah);
        store.people().join(adah, ada, new PersonEntry(Samples.NOW, "operator", "joined", "The same."));

        Question question = questions.of(asked).orElseThrow();

        assertThat(question.candidates()).hasSize(1);
        assertThat(questions.answer(question, Optional.of(ada), "clerk", "")).isEqualTo(Outcome.TAKEN);
        assertThat(store.people().identification(asked).orElseThrow().person()).contains(adah);
    }

    @Test
    void shouldNotTakeAnAnswerThatNamesNobody() {
        Question question = questions.of(asked("Ada Nowak")).orElseThrow();

        assertThat(questions.answer(question, Optional.of(new PersonId("n-" + "9".repeat(32))), "clerk", ""))
                .isEqualTo(Outcome.NO_SUCH_PERSON);
        assertThat(questions.of(asked("Ada Nowak")).orElseThrow().isOpen()).isTrue();
    }

    private PersonId known(String name) {
        RecordVersion version = written(name);
        Mention mention = mention(version);
        MentionId id = store.people().idOf(version.id(), mention);
        store.people()
                .introduce(
                        identification(version, id, State.NEW, Optional.of(PersonId.madeBy(id)), List.of()),
                        mention.known(),
                        store.people().found(mention.keys()),
                        Samples.line(paper, "person-new"));
        return PersonId.madeBy(id);
    }

    private MentionId asked(String name, PersonId... candidates) {
        RecordVersion version = written(name);
        MentionId id = store.people().idOf(version.id(), mention(version));
        List<Comparison> working = java.util.Arrays.stream(candidates)
                .map(candidate -> new Comparison(candidate, List.of()))
                .toList();
        store.people()
                .ask(
                        identification(version, id, State.ASKED, Optional.empty(), working),
                        Samples.line(paper, "person-asked"));
        return id;
    }

    private Identification identification(
            RecordVersion version, MentionId id, State state, Optional<PersonId> person, List<Comparison> working) {
        return new Identification(
                id,
                version.id(),
                version.version(),
                paper,
                "defendant",
                Samples.COURT,
                state,
                person,
                state == State.ASKED ? Optional.of(Doubt.NONE_CLEAR) : Optional.empty(),
                working,
                Samples.NOW,
                Optional.empty(),
                1);
    }

    private RecordVersion written(String name) {
        parts++;
        Fields fields =
                Fields.of(Field.stated("defendant.name", name), Field.stated("defendant.dateOfBirth", "1987-04-19"));
        RecordVersion version =
                Samples.version(store, new RecordKey("sample|" + name + "|" + parts), 1, paper, parts, fields);
        store.records().write(version, List.of(), List.of(), Samples.line(paper, "recorded"));
        return version;
    }

    private static Mention mention(RecordVersion version) {
        return Mention.in(KindCatalogue.get(version.kind()), version.fields()).getFirst();
    }

    private List<AuditEntry> lines(String what) {
        return store.audit().of(paper).stream()
                .filter(line -> line.what().equals(what))
                .toList();
    }
}
