package uk.casebridge.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.delivery.DeliveryState;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.domain.kind.Urgency;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.recipient.Place;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.record.RecordVersion;
import uk.casebridge.events.DeliveryEvent;
import uk.casebridge.relay.RelayService.Outcome;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.MemoryMetrics;
import uk.casebridge.store.memory.MemoryStore;

final class RelayServiceTest {

    private final Ticking clock = new Ticking();
    private final MemoryStore store = new MemoryStore(clock);
    private final MemoryMetrics metrics = new MemoryMetrics();
    private final RelayService relay = new RelayService(store, Samples.standingData(), metrics, clock);

    private RecordVersion certificate = Samples.version(KindCatalogue.get("education-certificate"));
    private Delivery toCareers = Samples.delivery(certificate, Recipient.CAREERS);
    private Delivery toPrison = Samples.delivery(certificate, Recipient.PRISON);

    @BeforeEach
    void writeACertificateForCareersAndPrison() {
        write(certificate, List.of(toCareers, toPrison));
    }

    @Test
    void shouldPutAPendingDeliveryOnItsRecipientsQueue() {
        assertThat(relay.relay(toCareers.id())).isEqualTo(Outcome.SENT);

        assertThat(store.queues().sent(Recipient.CAREERS, Urgency.ORDINARY))
                .singleElement()
                .satisfies(message -> {
                    assertThat(DeliveryEvent.fromJson(message.body()).delivery())
                            .isEqualTo(toCareers.id().value());
                    assertThat(message.group()).isEqualTo(Samples.CASE_GROUP);
                    assertThat(message.deduplicationId()).isEqualTo(toCareers.id() + "-1");
                });
    }

    @Test
    void shouldNoteThatItWasSentAndUntilWhenTheReceiptIsDue() {
        relay.relay(toCareers.id());

        Delivery sent = now(toCareers);
        assertThat(sent.state()).isEqualTo(DeliveryState.SENT);
        assertThat(sent.receiptDue()).contains(clock.instant().plus(Recipient.CAREERS.receiptLimit()));
        assertThat(store.audit().of(certificate.paper()))
                .extracting(AuditEntry::what)
                .endsWith("sent");
        assertThat(metrics.sum("DeliveriesSent")).isEqualTo(1);
    }

    @Test
    void shouldSendWhatChangesCustodyByTheUrgentLaneWithItsShorterLimit() {
        RecordVersion warrant = other(KindCatalogue.get("remand-warrant").id(), 7);
        Delivery delivery = Samples.delivery(warrant, Recipient.PRISON);
        write(warrant, List.of(delivery));

        relay.relay(delivery.id());

        assertThat(store.queues().sent(Recipient.PRISON, Urgency.CUSTODY)).hasSize(1);
        assertThat(store.queues().sent(Recipient.PRISON, Urgency.ORDINARY)).isEmpty();
        assertThat(now(delivery).receiptDue()).contains(clock.instant().plus(Recipient.PRISON.urgentReceiptLimit()));
    }

    @Test
    void shouldSendOnceHoweverOftenItIsWoken() {
        relay.relay(toCareers.id());

        assertThat(relay.relay(toCareers.id())).isEqualTo(Outcome.SKIPPED);
        assertThat(store.queues().sent(Recipient.CAREERS)).hasSize(1);
    }

    @Test
    void shouldPostponeWhatItsRecipientIsAwayForAndSendToTheOthers() {
        store.queues().leave(Recipient.CAREERS);

        assertThat(relay.relay(toCareers.id())).isEqualTo(Outcome.POSTPONED);
        assertThat(relay.relay(toPrison.id())).isEqualTo(Outcome.SENT);

        assertThat(now(toCareers).state()).isEqualTo(DeliveryState.PENDING);
        assertThat(now(toCareers).nextAttemptAt()).isEqualTo(clock.instant().plusSeconds(1));
    }

    @Test
    void shouldWaitLongerAfterEachAttempt() {
        assertThat(waits(Urgency.ORDINARY)).containsExactly(1L, 10L, 60L, 600L, 600L);
    }

    @Test
    void shouldNeverPutOffWhatChangesCustodyForMoreThanAMinute() {
        assertThat(waits(Urgency.CUSTODY)).containsExactly(1L, 10L, 60L, 60L, 60L);
    }

    private static List<Long> waits(Urgency urgency) {
        return IntStream.of(1, 2, 3, 4, 99)
                .mapToObj(attempt -> Backoff.after(attempt, urgency).toSeconds())
                .toList();
    }

    @Test
    void shouldSkipAPostponedDeliveryUntilItIsDue() {
        store.queues().leave(Recipient.CAREERS);
        relay.relay(toCareers.id());
        store.queues().comeBack(Recipient.CAREERS);

        assertThat(relay.relay(toCareers.id())).isEqualTo(Outcome.SKIPPED);

        clock.pass(Duration.ofSeconds(1));
        assertThat(relay.relay(toCareers.id())).isEqualTo(Outcome.SENT);
    }

    @Test
    void shouldSendWhatTheSweepArmedAgainUnderANewDeduplicationId() {
        store.queues().leave(Recipient.CAREERS);
        relay.relay(toCareers.id());
        store.queues().comeBack(Recipient.CAREERS);
        clock.pass(Duration.ofMinutes(5));
        Delivery due = store.deliveries().due(clock.instant(), 10).stream()
                .filter(delivery -> delivery.id().equals(toCareers.id()))
                .findFirst()
                .orElseThrow();
        store.deliveries().move(due, due.dueAt(clock.instant()), entry("rearmed"));

        assertThat(relay.relay(toCareers.id())).isEqualTo(Outcome.SENT);
        assertThat(store.queues().sent(Recipient.CAREERS))
                .singleElement()
                .satisfies(message -> assertThat(message.deduplicationId()).isEqualTo(toCareers.id() + "-2"));
    }

    @Test
    void shouldSupersedeWhatANewerVersionOvertook() {
        RecordVersion second = Samples.version(
                KindCatalogue.get("education-certificate"), 2, certificate.fields(), List.of(), List.of());
        Delivery newer = Samples.delivery(second, Recipient.CAREERS);
        write(second, List.of(newer));

        assertThat(relay.relay(toCareers.id())).isEqualTo(Outcome.SUPERSEDED);
        assertThat(relay.relay(newer.id())).isEqualTo(Outcome.SENT);
        assertThat(relay.relay(toPrison.id())).isEqualTo(Outcome.SENT);

        assertThat(now(toCareers).state()).isEqualTo(DeliveryState.SUPERSEDED);
        assertThat(store.queues().sent(Recipient.CAREERS)).hasSize(1);
    }

    @Test
    void shouldSkipADeliveryWhosePlaceIsNotKnown() {
        RecordVersion warrant = other("remand-warrant", 8);
        Delivery unplaced = Delivery.of(
                warrant.id(),
                1,
                warrant.paper(),
                Samples.CASE_GROUP,
                Recipient.PRISON,
                Optional.<Place>empty(),
                warrant.urgency(),
                clock.instant());
        write(warrant, List.of(unplaced));

        assertThat(relay.relay(unplaced.id())).isEqualTo(Outcome.SKIPPED);
    }

    @Test
    void shouldHoldBackWhatItsRecipientIsNotEntitledTo() {
        RecordVersion warrant = other("remand-warrant", 9);
        Delivery wrong = Samples.delivery(warrant, Recipient.CAREERS);
        write(warrant, List.of(wrong));

        assertThat(relay.relay(wrong.id())).isEqualTo(Outcome.POSTPONED);
        assertThat(store.queues().sent(Recipient.CAREERS)).isEmpty();
    }

    @Test
    void shouldSkipARowThatIsNoDelivery() {
        assertThat(relay.wake("RECORD#r-1")).isEqualTo(Outcome.SKIPPED);
    }

    private RecordVersion other(String kind, int number) {
        RecordVersion like = Samples.version(KindCatalogue.get(kind));
        return new RecordVersion(
                Samples.recordId(number),
                1,
                like.kind(),
                Samples.paperId(number),
                1,
                like.paperSha256(),
                like.issuingCourt(),
                like.fields(),
                like.findings(),
                like.urgency(),
                like.restrictions(),
                like.sourceTime(),
                like.changes(),
                like.recordedAt());
    }

    private void write(RecordVersion version, List<Delivery> deliveries) {
        Paper stored = Samples.paper(version.paper());
        Paper awaited =
                Paper.awaited(stored.id(), stored.fileName(), stored.court(), stored.sender(), stored.createdAt());
        store.papers().await(awaited, entry("awaited"));
        store.papers().move(awaited, stored, entry("stored"));
        store.records().write(version, deliveries, List.of(), entry("recorded"));
    }

    private AuditEntry entry(String what) {
        return new AuditEntry(clock.instant(), "test", what, certificate.paper(), Optional.empty(), "");
    }

    private Delivery now(Delivery delivery) {
        return store.deliveries().find(delivery.id()).orElseThrow();
    }

    /** A clock that goes on when told. */
    private static final class Ticking extends Clock {
        private Instant now = Samples.NOW;

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
