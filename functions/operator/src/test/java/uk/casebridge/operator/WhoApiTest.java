package uk.casebridge.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.domain.kind.Urgency;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.domain.person.Decision;
import uk.casebridge.domain.person.Identification;
import uk.casebridge.domain.person.Identification.State;
import uk.casebridge.domain.person.Mention;
import uk.casebridge.domain.person.MentionId;
import uk.casebridge.domain.person.PersonId;
import uk.casebridge.domain.person.WhoIsThis;
import uk.casebridge.domain.record.RecordKey;
import uk.casebridge.domain.record.RecordVersion;
import uk.casebridge.domain.record.SourceTime;
import uk.casebridge.domain.standing.BuiltInStandingData;
import uk.casebridge.domain.standing.CourtCode;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.People.Found;
import uk.casebridge.store.memory.MemoryStore;

/** The operator API's questions of who somebody is. */
class WhoApiTest {

    private static final PaperId PAPER = new PaperId("p-01J5A000000000000000000000");
    private static final CourtCode BEXLEY = new CourtCode("B01BH00");
    private static final String CLIENT = "casebridge-operator";

    private final TestClock clock = new TestClock();
    private final MemoryStore store = new MemoryStore(clock);
    private final OperatorRoutes routes =
            OperatorWiring.of(store, new BuiltInStandingData(), Set.of(CLIENT), new Random(7), clock);

    private final PersonId smith = known("John Smith", "1 Long Acre");
    private final MentionId question = asked("John Smith", "2 Market Place");

    @Test
    void shouldListTheQuestionsOfACourtWithTheirAge() {
        clock.passes(Duration.ofHours(30));

        JsonNode list = call("GET", "questions", Map.of("court", "B01BH00"), "").path("questions");

        assertThat(list).hasSize(1);
        assertThat(list.path(0).path("id").asText()).isEqualTo(question.value());
        assertThat(list.path(0).path("ageSeconds").asLong()).isEqualTo(30 * 3600);
        assertThat(list.path(0).path("doubt").asText()).isEqualTo("NONE_CLEAR");
        assertThat(call("GET", "questions", Map.of("court", "B01LY00"), "").path("questions"))
                .isEmpty();
    }

    @Test
    void shouldShowTheWorkingAndNothingPersonal() {
        JsonNode answer = call("GET", "questions/" + question, Map.of(), "");

        JsonNode candidate = answer.path("candidates").path(0);
        assertThat(candidate.path("person").asText()).isEqualTo(smith.value());
        assertThat(candidate.path("working").path(0).path("words").asText()).startsWith("The same");
        assertThat(candidate.path("total").asDouble()).isBetween(WhoIsThis.POSSIBLE, WhoIsThis.CLEAR);
        assertThat(answer.toString()).doesNotContainIgnoringCase("smith").doesNotContain("1987", "Acre");
    }

    @Test
    void shouldTakeAnAnswerAndACorrection() {
        JsonNode same = call(
                "POST",
                "questions/" + question + "/answer",
                Map.of(),
                "{\"sameAs\":\"" + smith + "\",\"reason\":\"Rang the court\"}");
        assertThat(same.path("question").path("person").asText()).isEqualTo(smith.value());
        assertThat(same.path("question").path("answeredBy").asText()).isEqualTo(CLIENT);

        JsonNode fresh =
                call("POST", "questions/" + question + "/answer", Map.of(), "{\"new\":true,\"reason\":\"The father\"}");

        assertThat(fresh.path("question").path("person").asText())
                .isEqualTo(PersonId.madeBy(question).value());
        assertThat(store.audit().of(PAPER))
                .extracting(AuditEntry::what)
                .contains("person-answered", "person-corrected");
    }

    @Test
    void shouldSayWhatAnAnswerNeeds() {
        String answer = "questions/" + question + "/answer";

        assertThat(status("POST", answer, "{\"reason\":\"x\"}")).isEqualTo(400);
        assertThat(status("POST", answer, "{\"new\":true,\"sameAs\":\"" + smith + "\",\"reason\":\"x\"}"))
                .isEqualTo(400);
        assertThat(status("POST", answer, "{\"new\":true}")).isEqualTo(400);
        assertThat(status("POST", answer, "{\"sameAs\":\"n-" + "0".repeat(32) + "\",\"reason\":\"x\"}"))
                .isEqualTo(404);
        assertThat(status("GET", "questions/m-" + "0".repeat(32), "")).isEqualTo(404);
        assertThat(status("GET", "questions/nothing", "")).isEqualTo(404);
    }

    @Test
    void shouldJoinTwoPeopleAndPartThem() {
        PersonId other = known("Johnny Smythe", "3 Mill Lane");

        JsonNode joined = call(
                "POST",
                "people/" + smith + "/join",
                Map.of(),
                "{\"other\":\"" + other + "\",\"reason\":\"Numbers merged\"}");
        assertThat(joined.path("takenIn").path(0).asText()).isEqualTo(other.value());
        assertThat(call("GET", "people/" + other, Map.of(), "").path("person").asText())
                .isEqualTo(smith.value());

        JsonNode parted = call("POST", "people/" + other + "/part", Map.of(), "{\"reason\":\"They were two\"}");
        assertThat(parted.path("person").asText()).isEqualTo(other.value());
        assertThat(parted.path("history").findValuesAsText("what")).contains("joined", "parted");
        assertThat(status("POST", "people/" + smith + "/join", "{\"other\":\"" + smith + "\",\"reason\":\"x\"}"))
                .isEqualTo(409);
    }

    private JsonNode call(String method, String path, Map<String, String> query, String body) {
        OperatorAnswer answer =
                routes.answer(new OperatorCall(CLIENT, CLIENT, method, List.of(path.split("/")), query, body));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    private int status(String method, String path, String body) {
        return routes.answer(new OperatorCall(CLIENT, CLIENT, method, List.of(path.split("/")), Map.of(), body))
                .status();
    }

    private PersonId known(String name, String address) {
        RecordVersion version = written(name, address);
        Mention mention = mention(version);
        MentionId id = store.people().idOf(version.id(), mention);
        PersonId person = PersonId.madeBy(id);
        store.people()
                .introduce(
                        identification(version, id, State.NEW, Optional.of(person), Optional.empty()),
                        mention.known(),
                        store.people().found(mention.keys()),
                        entry());
        return person;
    }

    private MentionId asked(String name, String address) {
        RecordVersion version = written(name, address);
        Mention mention = mention(version);
        MentionId id = store.people().idOf(version.id(), mention);
        Found found = store.people().found(mention.keys());
        Decision.Ask ask = (Decision.Ask) WhoIsThis.decide(mention, found.people());
        store.people().ask(identification(version, id, State.ASKED, Optional.empty(), Optional.of(ask)), entry());
        return id;
    }

    private Identification identification(
            RecordVersion version, MentionId id, State state, Optional<PersonId> person, Optional<Decision.Ask> ask) {
        return new Identification(
                id,
                version.id(),
                1,
                PAPER,
                "defendant",
                BEXLEY,
                state,
                person,
                ask.map(Decision.Ask::doubt),
                ask.map(Decision.Ask::candidates).orElse(List.of()),
                clock.instant(),
                Optional.empty(),
                1);
    }

    private RecordVersion written(String name, String address) {
        Fields fields = Fields.of(
                Field.stated("defendant.name", name),
                Field.stated("defendant.dateOfBirth", "1987-04-19"),
                Field.stated("defendant.address", address));
        int part = store.records().of(PAPER).size() + 1;
        RecordVersion version = new RecordVersion(
                store.records().idOf(new RecordKey(name + address)),
                1,
                "remand-warrant",
                PAPER,
                part,
                Sha256.of(name.getBytes(StandardCharsets.UTF_8)),
                BEXLEY,
                fields,
                List.of(),
                Urgency.CUSTODY,
                List.of(),
                SourceTime.unknown(),
                List.of(),
                clock.instant());
        store.records().write(version, List.of(), List.of(), entry());
        return version;
    }

    private static Mention mention(RecordVersion version) {
        return Mention.in(KindCatalogue.get(version.kind()), version.fields()).getFirst();
    }

    private AuditEntry entry() {
        return new AuditEntry(clock.instant(), "extract", "recorded", PAPER, Optional.empty(), "Recorded.");
    }
}
