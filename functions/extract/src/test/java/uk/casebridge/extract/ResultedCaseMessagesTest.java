package uk.casebridge.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.delivery.DeliveryState;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.paper.PaperIds;
import uk.casebridge.domain.paper.PaperState;
import uk.casebridge.domain.recipient.Place;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.record.Change;
import uk.casebridge.domain.record.Difference;
import uk.casebridge.domain.record.RecordVersion;
import uk.casebridge.domain.standing.BuiltInStandingData;
import uk.casebridge.reading.Limits;
import uk.casebridge.reading.Reader;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.MemoryMetrics;
import uk.casebridge.store.memory.MemoryStore;
import uk.casebridge.testkit.message.SpiMessage;

/** Result messages on their way from the front door to the police, and what becomes of those shared a second time. */
class ResultedCaseMessagesTest {

    /** The time that every message of the corpus states: the one its schema gives as an example. */
    private static final String STATED = "2001-12-17T09:30:47-05:00";

    private final TestClock clock = new TestClock();
    private final MemoryStore store = new MemoryStore(clock);
    private final BuiltInStandingData standingData = new BuiltInStandingData();
    private final Random chance = new Random(7);
    private final ExtractWiring room = ExtractWiring.of(
            store,
            new Reader(standingData, Limits.standard(), clock),
            VirusScan.none(),
            standingData,
            new BigDecimal("1000.00"),
            new MemoryMetrics(),
            clock);

    @Test
    void shouldTakeAResultMessageToThePoliceForceOfTheCourt() {
        Paper paper = taken(SpiMessage.sample().delivered());

        assertThat(paper.state()).as("%s", paper.failure()).isEqualTo(PaperState.RECORDED);
        assertThat(paper.kind()).contains("resulted-case");
        assertThat(store.deliveries().of(paper.id())).singleElement().satisfies(delivery -> {
            assertThat(delivery.recipient()).isEqualTo(Recipient.POLICE);
            assertThat(delivery.place().map(Place::code)).contains("01");
            assertThat(delivery.state()).isEqualTo(DeliveryState.PENDING);
            assertThat(delivery.caseGroup()).isEqualTo(store.records().caseGroup("01ZD0303226"));
        });
        assertThat(only(paper).fields().value("offences[1].results[1].amount")).contains("100.00");
    }

    @Test
    void shouldMakeAnAddedResultAnAmendmentThatNamesIt() {
        SpiMessage first = SpiMessage.sample();
        Paper before = taken(first.delivered());
        Paper after = taken(first.withResult("3117", "To pay victim surcharge of £40.00.", "")
                .createdAt("2026-08-14T17:00:00+01:00")
                .delivered());

        RecordVersion amended = only(after);
        assertThat(amended.version()).isEqualTo(2);
        assertThat(amended.id()).isEqualTo(only(before).id());
        assertThat(amended.changes())
                .containsExactly(
                        added("offences[1].results[2].code", "3117"),
                        added("offences[1].results[2].text", "To pay victim surcharge of £40.00."));
        assertThat(store.deliveries().of(before.id()))
                .extracting(Delivery::state)
                .containsExactly(DeliveryState.SUPERSEDED);
    }

    @Test
    void shouldPassOverAMessageThatIsSharedAgainUnchanged() {
        taken(SpiMessage.sample().delivered());

        Paper again =
                taken(SpiMessage.sample().createdAt("2026-08-20T09:00:00+01:00").delivered());

        assertThat(again.state()).isEqualTo(PaperState.RECORDED);
        assertThat(store.records().of(again.id())).isEmpty();
        assertThat(store.deliveries().of(again.id())).isEmpty();
    }

    @Test
    void shouldChangeNothingWhereTheOlderMessageComesLater() {
        SpiMessage first = SpiMessage.sample();
        SpiMessage second = first.withoutResults().createdAt("2026-08-14T17:00:00+01:00");
        taken(second.delivered());

        Paper late = taken(first.delivered());

        assertThat(late.state()).isEqualTo(PaperState.RECORDED);
        assertThat(store.records().of(late.id())).isEmpty();
    }

    @Test
    void shouldAskAPersonWhereAMessageSaysItIsFromBeforeTheHearing() {
        taken(SpiMessage.sample().delivered());

        Paper second =
                taken(SpiMessage.sample().withoutResults().createdAt(STATED).delivered());

        assertThat(second.state()).isEqualTo(PaperState.REVIEW);
        assertThat(second.failure().map(Failure::code)).contains(FailureCode.AMENDS_IN_DOUBT);
    }

    @Test
    void shouldKeepTheDefendantsOfACaseApart() {
        taken(SpiMessage.sample().delivered());
        Paper son = taken(SpiMessage.sample()
                .about("Gethin", "Pugh", "1996-02-03")
                .createdAt("2026-08-14T17:00:00+01:00")
                .delivered());

        assertThat(only(son).version()).isEqualTo(1);
    }

    @Test
    void shouldNameTheResultThatTheSecondShareOf401bAdds() throws IOException {
        taken(corpus("401b-cp-amend-reshare/input-message-1.xml", "2011-09-25T16:00:00+01:00"));
        Paper second = taken(corpus("401b-cp-amend-reshare/input-message-2.xml", "2011-09-26T09:00:00+01:00"));

        RecordVersion amended = only(second);
        assertThat(amended.version()).isEqualTo(2);
        assertThat(amended.changes())
                .containsExactly(
                        added("offences[1].results[3].code", "3052"),
                        added("offences[1].results[3].text", "Sex Offenders Notice"),
                        added("offences[1].results[3].duration", "12 months"));
    }

    @Test
    void shouldSayAloudThatTheSecondShareOf401cTakesAFineAway() throws IOException {
        taken(corpus("401c-cp-amend-reshare/input-message-1.xml", "2011-09-25T16:00:00+01:00"));
        Paper second = taken(corpus("401c-cp-amend-reshare/input-message-2.xml", "2011-09-26T09:00:00+01:00"));

        RecordVersion amended = only(second);
        assertThat(amended.version()).isEqualTo(2);
        assertThat(amended.changes())
                .containsExactly(
                        removed("offences[1].results[4].code", "1015"),
                        removed("offences[1].results[4].text", "Fined 100."),
                        removed("offences[1].results[4].amount", "100.00"));
        assertThat(amended.changes()).allMatch(Change::isRemoval);
        assertThat(Difference.count(amended.changes())).isEqualTo(1);
        assertThat(store.deliveries().of(second.id()))
                .extracting(Delivery::recipient)
                .containsExactly(Recipient.POLICE);
    }

    @Test
    void shouldAskAPersonWhereBothSharesStateTheSameTime() throws IOException {
        for (String series : List.of("401b", "401c")) {
            taken(corpus(series + "-cp-amend-reshare/input-message-1.xml", STATED));

            Paper second = taken(corpus(series + "-cp-amend-reshare/input-message-2.xml", STATED));

            assertThat(second.state()).isEqualTo(PaperState.REVIEW);
            assertThat(second.failure().map(Failure::code)).contains(FailureCode.AMENDS_IN_DOUBT);
        }
    }

    /** A field of a result that was added whole. */
    private static Change added(String path, String value) {
        return ofWholeMember(path, Optional.empty(), Optional.of(value));
    }

    /** A field of a result that was removed whole. */
    private static Change removed(String path, String value) {
        return ofWholeMember(path, Optional.of(value), Optional.empty());
    }

    private static Change ofWholeMember(String path, Optional<String> before, Optional<String> after) {
        Optional<String> member = Optional.of(path.substring(0, path.lastIndexOf('.')));
        return new Change(path, Optional.empty(), member, Optional.empty(), before, after);
    }

    /** A message of the corpus that states another time than its example. */
    private static String corpus(String path, String createdAt) throws IOException {
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.exists(at.resolve(".editorconfig"))) {
            at = at.getParent();
        }
        Optional<Path> file = Optional.ofNullable(at)
                .map(house -> house.resolveSibling("shared/corpus/spi-results").resolve(path))
                .filter(Files::exists);
        Assumptions.assumeTrue(file.isPresent(), "The real messages are not at ../shared/corpus/spi-results");
        return Files.readString(file.orElseThrow()).replace(STATED, createdAt);
    }

    private RecordVersion only(Paper paper) {
        assertThat(paper.state()).as("%s", paper.failure()).isEqualTo(PaperState.RECORDED);
        List<RecordVersion> versions = store.records().of(paper.id());
        assertThat(versions).hasSize(1);
        return versions.getFirst();
    }

    private Paper taken(String message) {
        clock.passes(Duration.ofSeconds(1));
        PaperId id = new PaperIds(clock, chance).next();
        Paper paper = Paper.awaited(id, "results.xml", TestPlaces.BEXLEY, "drop", clock.instant());
        store.papers()
                .await(paper, new AuditEntry(clock.instant(), "test", "awaited", id, Optional.empty(), "Awaited"));
        store.originals().putIncoming("papers/" + id, message.getBytes(StandardCharsets.UTF_8));
        room.service().take(Room.arrived("papers/" + id));
        return store.papers().find(id).orElseThrow();
    }
}
