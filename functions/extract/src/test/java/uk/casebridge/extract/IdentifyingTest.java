package uk.casebridge.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperState;
import uk.casebridge.domain.person.Doubt;
import uk.casebridge.domain.person.Identification;
import uk.casebridge.domain.person.Identification.State;
import uk.casebridge.domain.person.Person;
import uk.casebridge.domain.record.Reading.ReadRecord;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.People;

class IdentifyingTest {

    private static final String PNC = "defendant.pncId=2012/0052494Q";
    private static final String BORN = "defendant.dateOfBirth=1987-04-19";

    private final Room room = new Room();
    private int papers;

    @Test
    void shouldMakeADefendantKnownOnlyAfterThePaperIsClosed() {
        Paper paper = taken(remand("Zebedee Quillfeather", BORN, PNC));

        assertThat(paper.state()).isEqualTo(PaperState.RECORDED);
        assertThat(room.deliveries(paper)).hasSize(1);
        assertThat(room.store.people().isDue(paper.id())).isFalse();
        assertThat(only(paper).state()).isEqualTo(State.NEW);
        assertThat(person(paper).known().names().getFirst().written()).isEqualTo("Zebedee Quillfeather");
        assertThat(room.timeline(paper.id())).endsWith("closed", "person-new");
    }

    @Test
    void shouldLinkTheNextPaperAboutTheSamePersonAndSayWhy() {
        Paper first = taken(remand("Zebedee Quillfeather", BORN, PNC));
        Paper second = taken(remand("QUILLFEATHER, Zebedee", BORN, PNC, "defendant.asn=1101ZD0100000410836V"));

        assertThat(only(second).state()).isEqualTo(State.LINKED);
        assertThat(person(second)).isEqualTo(person(first));
        assertThat(person(first).known().numbers()).hasSize(2);
        assertThat(lines(second, "person-linked"))
                .singleElement()
                .satisfies(line -> assertThat(line.detail())
                        .startsWith("The defendant is n-")
                        .contains("family name, first given name, date of birth, pnc number")
                        .doesNotContainIgnoringCase("quill"));
    }

    @Test
    void shouldAskAPersonWhereANumberIsSomebodyElses() {
        taken(remand("Zebedee Quillfeather", BORN, PNC));
        Paper second = taken(remand("Tomasz Nowak", "defendant.dateOfBirth=1990-01-02", PNC));

        assertThat(only(second).state()).isEqualTo(State.ASKED);
        assertThat(only(second).doubt()).contains(Doubt.NUMBER_OF_ANOTHER);
        assertThat(only(second).working()).hasSize(1);
        assertThat(room.store
                        .people()
                        .asked(second.court(), Optional.empty(), 9)
                        .items())
                .containsExactly(only(second));
        assertThat(room.paper(second.id()).state()).as("nothing waits for it").isEqualTo(PaperState.RECORDED);
        assertThat(lines(second, "person-asked")).hasSize(1);
    }

    @Test
    void shouldFindEveryDefendantOfACase() {
        ReadRecord sending = Readings.record(
                "sending-notice",
                Readings.stated(Readings.MORNING),
                "case.urn=01TS0000126",
                "court.name=Bexley Magistrates' Court",
                "hearing.date=2026-08-13",
                "defendants[1].name=Aaron Quillfeather",
                "defendants[1].dateOfBirth=1987-04-19",
                "defendants[2].name=Zebedee Quillfeather",
                "defendants[2].dateOfBirth=1987-04-19");
        Paper paper = taken("sending-notice", sending);

        assertThat(room.store.people().of(paper.id()))
                .hasSize(2)
                .allSatisfy(twin -> assertThat(twin.state()).isEqualTo(State.NEW));
        assertThat(lines(paper, "person-new"))
                .extracting(line -> line.detail().substring(0, 11))
                .containsExactlyInAnyOrder("Defendant 1", "Defendant 2");
    }

    @Test
    void shouldChangeNothingWhenRunAgain() {
        Paper paper = taken(remand("Zebedee Quillfeather", BORN, PNC));
        List<String> before = room.timeline(paper.id());
        Person known = person(paper);

        room.lookAt(paper.id());
        room.store.people().due(paper.id(), room.clock.instant());
        room.lookAt(paper.id());

        assertThat(room.timeline(paper.id())).isEqualTo(before);
        assertThat(person(paper)).isEqualTo(known);
    }

    @Test
    void shouldLearnFromAnAmendmentWithoutAskingAgain() {
        ReadRecord first = warrant("5 months", Readings.MORNING);
        ReadRecord amended = warrant("7 months", Readings.NOON, "defendant.pncId=2012/0052494Q");
        Paper one = taken("custodial-warrant", first);
        Paper two = taken("custodial-warrant", amended);

        assertThat(room.records(two).getFirst().version()).isEqualTo(2);
        assertThat(room.store.people().of(two.id())).isEmpty();
        assertThat(person(one).known().numbers()).hasSize(1);
    }

    @Test
    void shouldSayThatTooLittleIsPrinted() {
        Paper paper = taken(remand("Zebedee Quillfeather"));

        assertThat(room.store.people().of(paper.id())).isEmpty();
        assertThat(lines(paper, "person-untold")).hasSize(1);
    }

    @Test
    void shouldDeliverThoughNobodyCanBeFoundAndFindThemLater() {
        room.reader.learn("away", () -> Readings.of("remand-warrant", remand("Zebedee Quillfeather", BORN, PNC)));
        var id = room.uploaded("away");
        ExtractService broken = room.service(port -> port instanceof People people ? failing(people) : port);

        broken.take(Room.arrived("papers/" + id));
        assertThat(room.metrics.sum("PeopleNotFoundYet")).isEqualTo(1);
        assertThatThrownBy(() -> broken.take(new IntakeMessage.Look(id))).hasMessage("away");

        Paper paper = room.paper(id);
        assertThat(paper.state()).isEqualTo(PaperState.RECORDED);
        assertThat(room.deliveries(paper)).hasSize(1);
        room.lookAt(id);
        assertThat(only(paper).state()).isEqualTo(State.NEW);
    }

    /** People whose looking fails. */
    private static Object failing(People people) {
        return Proxy.newProxyInstance(
                People.class.getClassLoader(), new Class<?>[] {People.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("found")) {
                        throw new IllegalStateException("away");
                    }
                    return method.invoke(people, arguments);
                });
    }

    private Paper taken(ReadRecord record) {
        return taken("remand-warrant", record);
    }

    private Paper taken(String kind, ReadRecord record) {
        papers++;
        return room.taken("paper " + papers, Readings.of(kind, record));
    }

    private ReadRecord remand(String name, String... more) {
        List<String> fields = new ArrayList<>(List.of(
                "court.name=Bexley Magistrates' Court",
                "cases[1].urn=01TS000" + (1000 + papers) + "26",
                "hearing.date=2026-08-13",
                "defendant.name=" + name,
                "prison.name=Thameside"));
        fields.addAll(List.of(more));
        return Readings.record("remand-warrant", Readings.stated(Readings.MORNING), fields.toArray(String[]::new));
    }

    private static ReadRecord warrant(String total, java.time.Instant at, String... more) {
        List<String> fields = new ArrayList<>(List.of(
                "court.name=Bexley Magistrates' Court",
                "cases[1].urn=01TS0000126",
                "hearing.date=2026-08-13",
                "defendant.name=Zebedee Quillfeather",
                "defendant.dateOfBirth=1990-02-01",
                "prison.name=Thameside",
                "sentence.total=" + total));
        fields.addAll(List.of(more));
        return Readings.record("custodial-warrant", Readings.stated(at), fields.toArray(String[]::new));
    }

    private Identification only(Paper paper) {
        List<Identification> found = room.store.people().of(paper.id());
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private Person person(Paper paper) {
        return room.store.people().find(only(paper).person().orElseThrow()).orElseThrow();
    }

    private List<AuditEntry> lines(Paper paper, String what) {
        return room.store.audit().of(paper.id()).stream()
                .filter(line -> line.what().equals(what))
                .toList();
    }
}
