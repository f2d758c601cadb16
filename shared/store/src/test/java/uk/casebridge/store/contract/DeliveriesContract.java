package uk.casebridge.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.casebridge.store.contract.Samples.NOW;
import static uk.casebridge.store.contract.Samples.line;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.delivery.DeliveryId;
import uk.casebridge.domain.delivery.DeliveryState;
import uk.casebridge.domain.delivery.Receipt;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.Page;
import uk.casebridge.store.Store;

/** What deliveries keep to. Other deliveries may be in the store: what a list must hold is looked for among them. */
public abstract class DeliveriesContract {

    private static final int MANY = 5000;

    private final PaperId paper = Samples.paperId();
    private List<Delivery> written = List.of();

    protected abstract Store store();

    @BeforeEach
    void write() {
        written = Samples.written(store(), paper, 1);
    }

    @Test
    void shouldFindByIdByPaperAndByRecord() {
        Delivery prison = prison();

        assertThat(store().deliveries().find(prison.id())).contains(prison);
        assertThat(store().deliveries().of(paper)).containsExactlyInAnyOrderElementsOf(written);
        assertThat(store().deliveries().of(prison.record())).containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void shouldFindNothingUnderAnUnknownId() {
        DeliveryId unknown = DeliveryId.of(store().records().idOf(Samples.anyKey()), 1, Recipient.PRISON);

        assertThat(store().deliveries().find(unknown)).isEmpty();
        assertThat(store().deliveries().find(DeliveryId.of(prison().record(), 2, Recipient.PRISON)))
                .isEmpty();
    }

    @Test
    void shouldMoveWithItsLineOfTheTimeline() {
        Delivery sent = prison().sent(Duration.ofMinutes(15), NOW.plusSeconds(9));

        assertThat(store().deliveries().move(prison(), sent, line(paper, "sent")))
                .isTrue();
        assertThat(store().deliveries().find(sent.id())).contains(sent);
        assertThat(store().audit().of(paper)).extracting(AuditEntry::what).contains("sent");
    }

    @Test
    void shouldNotMoveWhatSomeoneElseMoved() {
        Delivery read = prison();
        Delivery postponed = read.postponed(NOW.plusSeconds(60));
        store().deliveries().move(read, postponed, line(paper, "postponed"));

        assertThat(store().deliveries().move(read, read.sent(Duration.ofMinutes(1), NOW), line(paper, "sent")))
                .isFalse();
        assertThat(store().deliveries().find(read.id())).contains(postponed);
        assertThat(store().audit().of(paper)).extracting(AuditEntry::what).doesNotContain("sent");
    }

    @Test
    void shouldLetOneOfManyMoversWin() throws Exception {
        Delivery read = prison();
        Delivery sent = read.sent(Duration.ofMinutes(15), NOW);

        assertThat(PapersContract.atOnce(8, () -> store().deliveries().move(read, sent, line(paper, "sent"))))
                .containsOnlyOnce(true);
    }

    @Test
    void shouldKeepWhyADeliveryWasSentBack() {
        Delivery sent = Samples.sent(store(), prison(), NOW);
        Delivery rejected = sent.answered(new Receipt(
                sent.id(), Receipt.Answer.REJECTED, Optional.empty(), Optional.of("Nobody of that name here"), NOW));

        store().deliveries().move(sent, rejected, line(paper, "sent back"));

        assertThat(store().deliveries().find(sent.id())).contains(rejected);
    }

    @Test
    void shouldFindWhatIsDue() {
        Delivery pending = prison();
        Instant due = pending.nextAttemptAt();

        assertThat(store().deliveries().due(due, MANY)).contains(pending);
        assertThat(store().deliveries().due(due.minusMillis(1), MANY)).doesNotContain(pending);
        Samples.sent(store(), pending, NOW);
        assertThat(store().deliveries().due(due, MANY)).extracting(Delivery::id).doesNotContain(pending.id());
    }

    @Test
    void shouldPutOffWhatIsPostponed() {
        Delivery pending = prison();
        Delivery postponed = pending.postponed(NOW.plusSeconds(600));
        store().deliveries().move(pending, postponed, line(paper, "postponed"));

        assertThat(store().deliveries().due(NOW.plusSeconds(599), MANY))
                .extracting(Delivery::id)
                .doesNotContain(pending.id());
        assertThat(store().deliveries().due(NOW.plusSeconds(600), MANY)).contains(postponed);
    }

    @Test
    void shouldGiveTheLongestDueOfAllRecipientsFirst() {
        List<Delivery> due = store().deliveries().due(NOW.plusSeconds(1000), MANY);

        assertThat(due).extracting(Delivery::nextAttemptAt).isSorted();
        assertThat(due).extracting(Delivery::recipient).contains(Recipient.PRISON, Recipient.CROWN_COURT);
    }

    @Test
    void shouldCountTheLimitForEveryLaneByItself() {
        List<Delivery> due = store().deliveries().due(NOW.plusSeconds(1000), MANY);
        Map<String, Delivery> firsts = new LinkedHashMap<>();
        due.forEach(delivery -> firsts.putIfAbsent(delivery.recipient().id() + delivery.urgency(), delivery));

        assertThat(store().deliveries().due(NOW.plusSeconds(1000), 1))
                .containsExactlyElementsOf(firsts.values())
                .extracting(Delivery::recipient)
                .contains(Recipient.PRISON, Recipient.CROWN_COURT);
    }

    @Test
    void shouldFindWhatIsOverdue() {
        Delivery sent = Samples.sent(store(), prison(), NOW);
        Instant due = sent.receiptDue().orElseThrow();

        assertThat(store().deliveries().overdue(due.plusNanos(1000), MANY)).contains(sent);
        assertThat(store().deliveries().overdue(due, MANY)).doesNotContain(sent);
        Delivery received =
                sent.answered(new Receipt(sent.id(), Receipt.Answer.RECEIVED, Optional.empty(), Optional.empty(), NOW));
        store().deliveries().move(sent, received, line(paper, "received"));
        assertThat(store().deliveries().overdue(due.plusSeconds(9), MANY))
                .extracting(Delivery::id)
                .doesNotContain(sent.id());
    }

    @Test
    void shouldFindAChangeThatWasReceivedAndIsNotAcknowledged() {
        Delivery change = Samples.of(Samples.writtenAgain(store(), Samples.paperId(), written), Recipient.PRISON);
        Delivery sent = Samples.sent(store(), change, NOW);
        Delivery received = answered(sent, Receipt.Answer.RECEIVED);
        Instant due = received.confirmationDue().orElseThrow();

        assertThat(store().deliveries().unconfirmed(due.plusNanos(1000), MANY)).contains(received);
        assertThat(store().deliveries().unconfirmed(due, MANY)).doesNotContain(received);
        answered(received, Receipt.Answer.ACKNOWLEDGED);
        assertThat(store().deliveries().unconfirmed(due.plusSeconds(9), MANY))
                .extracting(Delivery::id)
                .doesNotContain(sent.id());
    }

    @Test
    void shouldNotAskForTheAcknowledgementOfAFirstVersion() {
        Delivery received = answered(Samples.sent(store(), prison(), NOW), Receipt.Answer.RECEIVED);

        assertThat(store().deliveries().unconfirmed(NOW.plus(Duration.ofDays(90)), MANY))
                .doesNotContain(received);
    }

    private Delivery answered(Delivery delivery, Receipt.Answer answer) {
        Delivery answered =
                delivery.answered(new Receipt(delivery.id(), answer, Optional.empty(), Optional.empty(), NOW));
        store().deliveries().move(delivery, answered, line(paper, answer.name().toLowerCase(java.util.Locale.ROOT)));
        return answered;
    }

    @Test
    void shouldFindWhatHasNoPlaceUntilItHas() {
        Delivery unplaced = Samples.of(written, Recipient.CAREERS);
        assertThat(store().deliveries().unplaced(MANY)).contains(unplaced);

        Delivery placed = unplaced.placedAt(Samples.PLACE, NOW.plusSeconds(9));
        store().deliveries().move(unplaced, placed, line(paper, "placed"));

        assertThat(store().deliveries().unplaced(MANY)).extracting(Delivery::id).doesNotContain(unplaced.id());
        assertThat(store().deliveries().find(unplaced.id())).contains(placed);
    }

    @Test
    void shouldListARecipientsDeliveriesInAStateTheOldestFirst() {
        for (int part = 2; part <= 5; part++) {
            Samples.written(store(), paper, part);
        }

        List<Delivery> all = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<Delivery> page = store().deliveries().of(Recipient.PRISON, DeliveryState.PENDING, cursor, 2);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor.isPresent());

        assertThat(all).doesNotHaveDuplicates();
        assertThat(all).extracting(Delivery::createdAt).isSorted();
        assertThat(all)
                .allMatch(delivery ->
                        delivery.recipient() == Recipient.PRISON && delivery.state() == DeliveryState.PENDING);
        assertThat(all.stream().filter(delivery -> delivery.paper().equals(paper)))
                .hasSize(5);
    }

    private Delivery prison() {
        return Samples.of(written, Recipient.PRISON);
    }
}
