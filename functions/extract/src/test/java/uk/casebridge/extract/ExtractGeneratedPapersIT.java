package uk.casebridge.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.delivery.DeliveryState;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.paper.PaperState;
import uk.casebridge.domain.standing.BuiltInStandingData;
import uk.casebridge.reading.Limits;
import uk.casebridge.reading.Reader;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.MemoryMetrics;
import uk.casebridge.store.memory.MemoryStore;
import uk.casebridge.testkit.GeneratedPaper;
import uk.casebridge.testkit.Layout;
import uk.casebridge.testkit.Medium;
import uk.casebridge.testkit.PaperGenerator;

/** The room with the reader it has in AWS, on made-up papers of every kind. */
class ExtractGeneratedPapersIT {

    private final TestClock clock = new TestClock();
    private final MemoryStore store = new MemoryStore(clock);
    private final BuiltInStandingData standingData = new BuiltInStandingData();
    private final ExtractWiring room = ExtractWiring.of(
            store,
            new Reader(standingData, Limits.standard(), clock),
            VirusScan.none(),
            standingData,
            new MemoryMetrics(),
            clock);

    @ParameterizedTest
    @CsvSource({
        "prison-court-register, TABLE, prison",
        "prison-court-register, TWO_COLUMN, prison",
        "prison-court-register, LETTER, prison",
        "sending-notice, TABLE, crown-court",
        "remand-warrant, TABLE, prison",
        "custodial-warrant, TABLE, prison",
        "education-certificate, TABLE, careers"
    })
    void shouldTakeAPaperOfEveryKindFromIncomingToItsRecipient(String kind, Layout layout, String recipient) {
        GeneratedPaper generated = new PaperGenerator(7).next(kind, layout, Medium.PDF);
        clock.passes(Duration.ofDays(365));
        PaperId id = new PaperId("p-01J5A000000000000000000000");
        store.papers()
                .await(
                        Paper.awaited(id, generated.fileName(), TestPlaces.BEXLEY, "clerk.bexley", clock.instant()),
                        new AuditEntry(clock.instant(), "test", "awaited", id, Optional.empty(), ""));
        store.originals().putIncoming("papers/" + id, generated.bytes());

        room.service().take(Room.arrived("papers/" + id));

        Paper paper = store.papers().find(id).orElseThrow();
        assertThat(paper.state()).as("%s", paper.failure()).isEqualTo(PaperState.RECORDED);
        assertThat(paper.kind()).contains(kind);
        assertThat(paper.records()).isEqualTo(generated.truth().size());
        assertThat(store.deliveries().of(id))
                .filteredOn(delivery -> delivery.recipient().id().equals(recipient))
                .hasSize(paper.records())
                .extracting(Delivery::state)
                .containsOnly(DeliveryState.PENDING);
    }
}
