package uk.casebridge.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.delivery.DeliveryState;
import uk.casebridge.domain.kind.Entitlement;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.kind.KindCatalogue;
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
            new BigDecimal("1000.00"),
            new MemoryMetrics(),
            clock);

    /** Each kind once, the layouts in turn, and the register in all of them: it is the one whose real papers vary. */
    static Stream<Arguments> papers() {
        Layout[] layouts = Layout.values();
        List<Kind> kinds = KindCatalogue.all();
        return Stream.concat(
                IntStream.range(0, kinds.size()).mapToObj(i -> Arguments.of(kinds.get(i), layouts[i % layouts.length])),
                Arrays.stream(layouts)
                        .skip(1)
                        .map(layout -> Arguments.of(KindCatalogue.get("prison-court-register"), layout)));
    }

    @ParameterizedTest
    @MethodSource("papers")
    void shouldTakeAPaperOfEveryKindFromIncomingToItsRecipients(Kind kind, Layout layout) {
        GeneratedPaper generated = new PaperGenerator(7).next(kind.id(), layout, Medium.PDF);
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
        assertThat(paper.kind()).contains(kind.id());
        assertThat(paper.records()).isEqualTo(generated.truth().size());
        for (Entitlement entitlement : kind.entitlements()) {
            assertThat(store.deliveries().of(id))
                    .filteredOn(delivery -> delivery.recipient() == entitlement.recipient())
                    .hasSize(paper.records())
                    .extracting(Delivery::state)
                    .containsOnly(DeliveryState.PENDING);
        }
    }
}
