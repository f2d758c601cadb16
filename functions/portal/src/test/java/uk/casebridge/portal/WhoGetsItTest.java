package uk.casebridge.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.casebridge.testkit.build.DeliveryBuilder.aDelivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.delivery.Notice;
import uk.casebridge.domain.delivery.Receipt;
import uk.casebridge.portal.page.PaperPage.DeliveryRow;
import uk.casebridge.portal.page.Tag;

class WhoGetsItTest {

    private static final Instant SENT = Instant.parse("2026-11-16T09:33:00Z");

    @Test
    void shouldShowAChangeThatNobodyAcknowledgedInTime() {
        Delivery received = aDelivery().version(2).sentAt(SENT).received().build();

        DeliveryRow inTime = row(received, SENT.plus(Duration.ofMinutes(60)));
        DeliveryRow late = row(received, SENT.plus(Duration.ofMinutes(61)));

        assertThat(inTime.late()).isEmpty();
        assertThat(inTime.note()).contains("To acknowledge the change by 16 November 2026 at 10:33am");
        assertThat(late.late()).contains(new Tag("Not acknowledged", "red"));
        assertThat(late.record()).isEqualTo("Version 2");
    }

    @Test
    void shouldAskNothingMoreOfWhoeverAcknowledgedOrReceivedAFirstVersion() {
        Instant muchLater = SENT.plus(Duration.ofDays(9));

        assertThat(row(aDelivery().version(2).sentAt(SENT).acknowledged().build(), muchLater)
                        .late())
                .isEmpty();
        assertThat(row(aDelivery().sentAt(SENT).received().build(), muchLater).late())
                .isEmpty();
    }

    @Test
    void shouldShowARecalledPaperThatIsNotDeleted() {
        Delivery recall = Delivery.takingBack(
                        aDelivery().sentAt(SENT).received().build(), 2, Notice.RECALL, SENT)
                .sent(Duration.ofMinutes(15), SENT);
        Delivery received = recall.answered(
                new Receipt(recall.id(), Receipt.Answer.RECEIVED, Optional.empty(), Optional.empty(), SENT));

        DeliveryRow row = row(received, SENT.plus(Duration.ofMinutes(16)));

        assertThat(row.late()).contains(new Tag("Not deleted yet", "red"));
        assertThat(row.record()).isEqualTo("Recall, version 2");
    }

    private static DeliveryRow row(Delivery delivery, Instant now) {
        return WhoGetsIt.rows(List.of(delivery), List.of(), now).getFirst();
    }
}
