package uk.casebridge.domain.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uk.casebridge.domain.kind.Urgency;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.recipient.Place;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.record.RecordId;

class DeliveryStatePropertiesTest {

    private static final Instant NOW = Instant.parse("2026-11-16T09:30:00Z");
    private static final Place LEEDS = new Place("LEI", "HMP Leeds", true);
    private static final List<UnaryOperator<Delivery>> STEPS = List.of(
            delivery -> delivery.placedAt(LEEDS, NOW),
            delivery -> delivery.sent(Duration.ofMinutes(15), NOW),
            delivery -> delivery.answered(receipt(delivery, Receipt.Answer.RECEIVED)),
            delivery -> delivery.answered(receipt(delivery, Receipt.Answer.ACTIONED)),
            delivery -> delivery.answered(receipt(delivery, Receipt.Answer.REJECTED)),
            delivery -> delivery.answered(receipt(delivery, Receipt.Answer.ACKNOWLEDGED)),
            delivery -> delivery.answered(receipt(delivery, Receipt.Answer.DELETED)),
            delivery -> delivery.withdrawn("Sent by mistake"),
            Delivery::superseded);

    @Property
    void noWalkShouldLeaveTheTable(@ForAll boolean placed, @ForAll("walks") List<UnaryOperator<Delivery>> walk) {
        Delivery delivery = placed ? to(Optional.of(LEEDS)) : to(Optional.empty());
        for (UnaryOperator<Delivery> step : walk) {
            DeliveryState before = delivery.state();
            try {
                delivery = step.apply(delivery);
            } catch (IllegalStateException e) {
                // Refused: the delivery is as it was.
                assertThat(delivery.state()).isEqualTo(before);
                continue;
            }
            assertThat(before.next()).contains(delivery.state());
        }
    }

    @Property
    void noStateShouldComeBack(@ForAll DeliveryState state) {
        Set<DeliveryState> reached =
                EnumSet.copyOf(state.next().isEmpty() ? EnumSet.noneOf(DeliveryState.class) : state.next());
        boolean grew = true;
        while (grew) {
            grew = false;
            for (DeliveryState next : List.copyOf(reached)) {
                grew |= reached.addAll(next.next());
            }
        }
        assertThat(reached).doesNotContain(state);
    }

    @Example
    void shouldNotGoToAClosedPlace() {
        Delivery delivery = to(Optional.of(new Place("HYI", "HMP Holloway", false)));
        assertThat(delivery.state()).isEqualTo(DeliveryState.UNPLACED);
        assertThat(delivery.reason()).contains("HMP Holloway is closed.");
    }

    @Example
    void shouldBeOverdueOnceItsReceiptIsDue() {
        Delivery sent = to(Optional.of(LEEDS)).sent(Duration.ofMinutes(15), NOW);
        assertThat(sent.isOverdue(NOW.plus(Duration.ofMinutes(15)))).isFalse();
        assertThat(sent.isOverdue(NOW.plus(Duration.ofMinutes(15)).plusMillis(1)))
                .isTrue();
    }

    @Example
    void shouldNotBeOverdueOnceReceived() {
        Delivery sent = to(Optional.of(LEEDS)).sent(Duration.ofMinutes(15), NOW);
        assertThat(sent.answered(receipt(sent, Receipt.Answer.RECEIVED)).isOverdue(NOW.plus(Duration.ofDays(1))))
                .isFalse();
    }

    @Example
    void shouldAwaitTheAcknowledgementOfAChangeThoughItWasReceived() {
        Delivery first = to(Optional.of(LEEDS)).sent(Duration.ofMinutes(15), NOW);
        Delivery change = version(2).sent(Duration.ofMinutes(15), NOW);
        Delivery received = change.answered(receipt(change, Receipt.Answer.RECEIVED));
        Instant due = NOW.plus(Recipient.PRISON.urgentAcknowledgementLimit());

        assertThat(first.confirmationDue()).isEmpty();
        assertThat(received.confirmationDue()).contains(due);
        assertThat(received.isUnconfirmed(due)).isFalse();
        assertThat(received.isUnconfirmed(due.plusMillis(1))).isTrue();
        assertThat(received.answered(receipt(change, Receipt.Answer.ACKNOWLEDGED))
                        .isUnconfirmed(due.plusMillis(1)))
                .isFalse();
        assertThat(received.answered(receipt(change, Receipt.Answer.ACTIONED)).isUnconfirmed(due.plusMillis(1)))
                .isFalse();
    }

    @Example
    void shouldTakeNothingButADeletionForARecall() {
        Delivery recall = Delivery.takingBack(
                        to(Optional.of(LEEDS)).sent(Duration.ofMinutes(15), NOW), 2, Notice.RECALL, NOW)
                .sent(Duration.ofMinutes(15), NOW);
        Instant due = NOW.plus(Recipient.PRISON.urgentReceiptLimit());

        assertThat(recall.place()).contains(LEEDS);
        assertThat(recall.mayBeAnswered(Receipt.Answer.ACKNOWLEDGED)).isFalse();
        assertThatThrownBy(() -> recall.answered(receipt(recall, Receipt.Answer.ACTIONED)))
                .isInstanceOf(IllegalStateException.class);
        Delivery received = recall.answered(receipt(recall, Receipt.Answer.RECEIVED));
        assertThat(received.isUnconfirmed(due.plusMillis(1))).isTrue();
        assertThat(received.answered(receipt(recall, Receipt.Answer.DELETED)).state())
                .isEqualTo(DeliveryState.DELETED);
    }

    @Example
    void shouldTakeNothingBackThatWasNeverSent() {
        Delivery pending = to(Optional.of(LEEDS));
        assertThatThrownBy(() -> Delivery.takingBack(pending, 2, Notice.WITHDRAWAL, NOW))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(pending.withdrawn("Sent by mistake").reason()).contains("Sent by mistake");
    }

    @Example
    void shouldStayPendingWhenPostponed() {
        Delivery postponed = to(Optional.of(LEEDS)).postponed(NOW.plusSeconds(30));
        assertThat(postponed.state()).isEqualTo(DeliveryState.PENDING);
        assertThat(postponed.attempts()).isEqualTo(1);
        assertThat(postponed.nextAttemptAt()).isEqualTo(NOW.plusSeconds(30));
    }

    @Example
    void shouldTellWhenItWasReceivedThoughOnlyActionedWasSaid() {
        Delivery sent = to(Optional.of(LEEDS)).sent(Duration.ofMinutes(15), NOW);
        assertThat(sent.answered(receipt(sent, Receipt.Answer.ACTIONED)).receivedAt())
                .isPresent();
    }

    @Example
    void shouldNotBeSentBackWithoutAReason() {
        DeliveryId id = to(Optional.of(LEEDS)).id();
        assertThatThrownBy(() -> new Receipt(id, Receipt.Answer.REJECTED, Optional.empty(), Optional.of(" "), NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    void shouldHaveTheSameIdEachTimeItIsWritten() {
        assertThat(to(Optional.of(LEEDS)).id()).isEqualTo(to(Optional.empty()).id());
    }

    @Provide
    Arbitrary<List<UnaryOperator<Delivery>>> walks() {
        return Arbitraries.of(STEPS).list().ofMaxSize(8);
    }

    private static Delivery version(int version) {
        return to(version, Optional.of(LEEDS));
    }

    private static Delivery to(Optional<Place> place) {
        return to(1, place);
    }

    private static Delivery to(int version, Optional<Place> place) {
        return Delivery.of(
                new RecordId("r-00000000000000000000000000000001"),
                version,
                new PaperId("p-01K9ZK4M2E0000000000000001"),
                "0".repeat(32),
                Recipient.PRISON,
                place,
                Urgency.CUSTODY,
                NOW);
    }

    private static Receipt receipt(Delivery delivery, Receipt.Answer answer) {
        return new Receipt(delivery.id(), answer, Optional.empty(), Optional.of("Not held here"), NOW.plusSeconds(60));
    }
}
