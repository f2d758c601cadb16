package uk.casebridge.testkit.build;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.casebridge.testkit.build.DeliveryBuilder.aDelivery;
import static uk.casebridge.testkit.build.PaperBuilder.aPaper;
import static uk.casebridge.testkit.build.RecordVersionBuilder.aRecord;

import org.junit.jupiter.api.Test;
import uk.casebridge.domain.delivery.DeliveryState;
import uk.casebridge.domain.kind.FieldSpec;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.domain.paper.PaperState;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.record.RecordVersion;

class BuildersTest {

    @Test
    void shouldBuildAStoredPaper() {
        assertThat(aPaper().build().state()).isEqualTo(PaperState.STORED);
    }

    @Test
    void shouldNumberPapersInOrder() {
        assertThat(aPaper().number(2).build().id())
                .isGreaterThan(aPaper().number(1).build().id());
    }

    @Test
    void shouldBuildARecordWithEveryRequiredField() {
        RecordVersion record = aRecord().build();
        Kind kind = KindCatalogue.get(record.kind());
        assertThat(kind.fields().stream().filter(FieldSpec::required))
                .allSatisfy(spec ->
                        assertThat(record.fields().matching(spec.path())).isNotEmpty());
    }

    @Test
    void shouldBuildADeliveryInEachState() {
        assertThat(aDelivery().build().state()).isEqualTo(DeliveryState.PENDING);
        assertThat(aDelivery().unplaced().build().state()).isEqualTo(DeliveryState.UNPLACED);
        assertThat(aDelivery().sent().build().state()).isEqualTo(DeliveryState.SENT);
        assertThat(aDelivery().received().build().state()).isEqualTo(DeliveryState.RECEIVED);
        assertThat(aDelivery().actioned().build().state()).isEqualTo(DeliveryState.ACTIONED);
        assertThat(aDelivery().rejected().build().state()).isEqualTo(DeliveryState.REJECTED);
        assertThat(aDelivery().superseded().build().state()).isEqualTo(DeliveryState.SUPERSEDED);
    }

    @Test
    void shouldSendADeliveryOfARecord() {
        RecordVersion record = aRecord().number(7).version(2).build();
        assertThat(aDelivery().of(record).to(Recipient.CROWN_COURT).build().id().value())
                .isEqualTo("d-00000000000000000000000000000007-2-crown-court");
    }
}
