package uk.casebridge.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.delivery.DeliveryState;
import uk.casebridge.domain.delivery.Receipt;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.kind.Urgency;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.paper.PaperState;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.domain.person.Doubt;
import uk.casebridge.domain.person.Identification;
import uk.casebridge.domain.person.MentionId;
import uk.casebridge.domain.recipient.Place;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.record.RecordId;
import uk.casebridge.domain.record.RecordVersion;
import uk.casebridge.domain.record.SourceTime;
import uk.casebridge.domain.standing.CourtCode;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.MemoryMetrics;
import uk.casebridge.store.Metrics;
import uk.casebridge.store.WakeUps;
import uk.casebridge.store.memory.MemoryStore;

class SweepServiceTest {

    private static final PaperId PAPER = new PaperId("p-01J5A000000000000000000000");
    private static final Place THAMESIDE = new Place("TSI", "Thameside", true);

    private final TestClock clock = new TestClock();
    private final MemoryStore store = new MemoryStore(clock);
    private final MemoryMetrics metrics = new MemoryMetrics();
    private final SweepService sweep = new SweepService(
            store.papers(), store.deliveries(), store.people(), store.audit(), store.wakeUps(), metrics, clock);

    @Test
    void shouldLeaveAFreshFormAlone() {
        awaited();
        clock.passes(Duration.ofMinutes(9));

        sweep.sweep();

        assertThat(store.wakeUps().extracts()).isEmpty();
    }

    @Test
    void shouldCallForAFormsFileEverMoreSeldom() {
        awaited();
        clock.passes(Duration.ofSeconds(1));

        for (int round = 0; round < 12 * 24; round++) {
            clock.passes(Duration.ofMinutes(5));
            sweep.sweep();
        }

        assertThat(store.wakeUps().extracts()).hasSize(8).containsOnly(PAPER);
    }

    @Test
    void shouldRefuseAPaperWhoseFileDidNotComeWithinADay() {
        awaited();
        clock.passes(Duration.ofDays(1).plusSeconds(1));

        sweep.sweep();

        assertThat(paper().state()).isEqualTo(PaperState.REFUSED);
        assertThat(paper().failure()).map(Failure::code).contains(FailureCode.NEVER_CAME);
    }

    @Test
    void shouldCallForAStoredPaperThatNobodyReads() {
        stored();
        clock.passes(Duration.ofMinutes(11));

        sweep.sweep();

        assertThat(store.wakeUps().extracts()).containsExactly(PAPER);
        assertThat(metrics.sum("PapersStuck")).isEqualTo(1);
    }

    @Test
    void shouldCallForAPaperWhoseReadingStandsStill() {
        Paper stored = stored();
        store.papers().move(stored, stored.reading(clock.instant()), entry());
        clock.passes(Duration.ofMinutes(11));

        sweep.sweep();

        assertThat(store.wakeUps().extracts()).containsExactly(PAPER);
    }

    @Test
    void shouldCallForAPaperWhosePeopleAreNotFound() {
        store.people().due(PAPER, clock.instant());
        clock.passes(Duration.ofMinutes(9));
        sweep.sweep();
        assertThat(store.wakeUps().extracts()).isEmpty();

        clock.passes(Duration.ofMinutes(2));
        sweep.sweep();

        assertThat(store.wakeUps().extracts()).containsExactly(PAPER);
        assertThat(metrics.sum("PeopleNotFoundLong")).isEqualTo(1);
    }

    @Test
    void shouldCountQuestionsThatNobodyAnswersForTwoDays() {
        store.people()
                .ask(
                        new Identification(
                                new MentionId("m-" + "0".repeat(32)),
                                new RecordId("r-" + "0".repeat(32)),
                                1,
                                PAPER,
                                "defendant",
                                new CourtCode("B01BH00"),
                                Identification.State.ASKED,
                                Optional.empty(),
                                Optional.of(Doubt.SEVERAL),
                                List.of(),
                                clock.instant(),
                                Optional.empty(),
                                1),
                        entry());
        clock.passes(Duration.ofHours(47));
        sweep.sweep();
        assertThat(metrics.sum("QuestionsOpenLong")).isZero();

        clock.passes(Duration.ofHours(2));
        sweep.sweep();

        assertThat(metrics.sum("QuestionsOpenLong")).isEqualTo(1);
    }

    @Test
    void shouldMakeAnUnsentDeliveryDueAgain() {
        Delivery delivery = delivery(Urgency.ORDINARY, Optional.of(THAMESIDE));
        clock.passes(Duration.ofMinutes(3));

        sweep.sweep();

        Delivery now = store.deliveries().find(delivery.id()).orElseThrow();
        assertThat(now.nextAttemptAt()).isEqualTo(clock.instant());
        assertThat(now.attempts()).isZero();
    }

    @Test
    void shouldNotCountItsOwnCallsAsAttempts() {
        Delivery delivery = delivery(Urgency.ORDINARY, Optional.of(THAMESIDE));
        Delivery postponed = delivery.postponed(clock.instant().plusSeconds(1));
        store.deliveries().move(delivery, postponed, entry());

        for (int round = 0; round < 12; round++) {
            clock.passes(Duration.ofMinutes(5));
            sweep.sweep();
        }

        Delivery now = store.deliveries().find(delivery.id()).orElseThrow();
        assertThat(now.attempts()).isEqualTo(1);
        assertThat(now.nextAttemptAt()).isEqualTo(clock.instant());
    }

    @Test
    void shouldLeaveTheStreamItsTime() {
        Delivery delivery = delivery(Urgency.ORDINARY, Optional.of(THAMESIDE));
        clock.passes(Duration.ofMinutes(1));

        sweep.sweep();

        assertThat(store.deliveries().find(delivery.id())).contains(delivery);
    }

    @Test
    void shouldNotMakeAPostponedDeliveryDueBeforeItsTime() {
        Delivery delivery = delivery(Urgency.ORDINARY, Optional.of(THAMESIDE));
        Delivery postponed = delivery.postponed(clock.instant().plus(Duration.ofMinutes(10)));
        store.deliveries().move(delivery, postponed, entry());
        clock.passes(Duration.ofMinutes(9));

        sweep.sweep();

        assertThat(store.deliveries().find(delivery.id())).contains(postponed);
    }

    @Test
    void shouldCountOverdueDeliveriesPerRecipientAndUrgentOnesApart() {
        sent(delivery(Urgency.CUSTODY, Optional.of(THAMESIDE)));
        clock.passes(Duration.ofMinutes(31));

        sweep.sweep();

        assertThat(metrics.sum("OverdueDeliveries", Metrics.by("Recipient", "prison")))
                .isEqualTo(1);
        assertThat(metrics.sum("OverdueDeliveries", Metrics.by("Recipient", "careers")))
                .isZero();
        assertThat(metrics.sum("OverdueUrgentDeliveries")).isEqualTo(1);
    }

    @Test
    void shouldNoteAnOverdueDeliveryOnce() {
        sent(delivery(Urgency.CUSTODY, Optional.of(THAMESIDE)));
        clock.passes(Duration.ofMinutes(31));

        sweep.sweep();
        sweep.sweep();

        assertThat(store.audit().of(PAPER)).extracting(AuditEntry::what).containsOnlyOnce("overdue");
    }

    @Test
    void shouldNoteAChangeOfCustodyThatNobodyAcknowledged() {
        delivery(Urgency.CUSTODY, Optional.of(THAMESIDE));
        Delivery change = delivery(0, 2, Urgency.CUSTODY, Optional.of(THAMESIDE));
        sent(change);
        Delivery sent = store.deliveries().find(change.id()).orElseThrow();
        store.deliveries()
                .move(
                        sent,
                        sent.answered(new Receipt(
                                sent.id(),
                                Receipt.Answer.RECEIVED,
                                Optional.empty(),
                                Optional.empty(),
                                clock.instant())),
                        entry());
        clock.passes(Duration.ofMinutes(61));

        sweep.sweep();
        sweep.sweep();

        assertThat(metrics.sum("UnconfirmedDeliveries", Metrics.by("Recipient", "prison")))
                .isEqualTo(2);
        assertThat(metrics.sum("UnconfirmedUrgentDeliveries"))
                .as("in two rounds")
                .isEqualTo(2);
        assertThat(store.audit().of(PAPER)).extracting(AuditEntry::what).containsOnlyOnce("unconfirmed");
    }

    @Test
    void shouldFindTheOneUrgentDeliveryBehindAThousandThatCanWait() {
        for (int i = 1; i <= 1000; i++) {
            sent(delivery(i, Urgency.ORDINARY, Optional.of(THAMESIDE)));
        }
        clock.passes(Duration.ofDays(1));
        sent(delivery(Urgency.CUSTODY, Optional.of(THAMESIDE)));
        clock.passes(Duration.ofMinutes(31));

        sweep.sweep();

        assertThat(metrics.sum("OverdueUrgentDeliveries")).isEqualTo(1);
    }

    @Test
    void shouldSayThatNothingUrgentIsOverdue() {
        sweep.sweep();

        assertThat(metrics.all()).extracting(MemoryMetrics.Datum::name).contains("OverdueUrgentDeliveries");
    }

    @Test
    void shouldCountUnplacedDeliveries() {
        delivery(Urgency.ORDINARY, Optional.empty());

        sweep.sweep();

        assertThat(metrics.sum("Deliveries", Metrics.by("Recipient", "prison"), Metrics.by("State", "UNPLACED")))
                .isEqualTo(1);
    }

    @Test
    void shouldDoTheRestWhenOnePartFails() {
        Delivery delivery = delivery(Urgency.ORDINARY, Optional.of(THAMESIDE));
        stored();
        clock.passes(Duration.ofMinutes(11));
        WakeUps away = new WakeUps() {
            @Override
            public void extract(PaperId paper) {
                throw new IllegalStateException("the queue is away");
            }

            @Override
            public void picture(PaperId paper) {}
        };
        SweepService failing = new SweepService(
                store.papers(), store.deliveries(), store.people(), store.audit(), away, metrics, clock);

        assertThatThrownBy(failing::sweep).hasMessage("the queue is away");

        assertThat(store.deliveries().find(delivery.id()).orElseThrow().nextAttemptAt())
                .isEqualTo(clock.instant());
    }

    private Paper paper() {
        return store.papers().find(PAPER).orElseThrow();
    }

    private Paper awaited() {
        Paper paper = Paper.awaited(PAPER, "paper.pdf", new CourtCode("B01BH00"), "clerk.bexley", clock.instant());
        store.papers().await(paper, entry());
        return paper;
    }

    private Paper stored() {
        Paper awaited = awaited();
        Paper stored = awaited.stored(Sha256.of(new byte[] {1}), 1, "application/pdf", "1", clock.instant());
        store.papers().store(awaited, stored, entry());
        return stored;
    }

    private Delivery delivery(Urgency urgency, Optional<Place> place) {
        return delivery(0, urgency, place);
    }

    private Delivery delivery(int others, Urgency urgency, Optional<Place> place) {
        return delivery(others, 1, urgency, place);
    }

    private Delivery delivery(int others, int number, Urgency urgency, Optional<Place> place) {
        Instant now = clock.instant();
        RecordId record = new RecordId("r-%032x".formatted(others));
        RecordVersion version = new RecordVersion(
                record,
                number,
                "custodial-warrant",
                PAPER,
                others + number,
                Sha256.of(new byte[] {1}),
                new CourtCode("B01BH00"),
                Fields.of(Field.stated("defendant.name", "A")),
                List.of(),
                urgency,
                List.of(),
                SourceTime.unknown(),
                List.of(),
                now);
        Delivery delivery = Delivery.of(record, number, PAPER, "0".repeat(32), Recipient.PRISON, place, urgency, now);
        store.records().write(version, List.of(delivery), List.of(), entry());
        return delivery;
    }

    private void sent(Delivery delivery) {
        store.deliveries()
                .move(delivery, delivery.sent(Recipient.PRISON.urgentReceiptLimit(), clock.instant()), entry());
        assertThat(store.deliveries().find(delivery.id()).orElseThrow().state()).isEqualTo(DeliveryState.SENT);
    }

    private AuditEntry entry() {
        return new AuditEntry(clock.instant(), "test", "test", PAPER, Optional.empty(), "");
    }
}
