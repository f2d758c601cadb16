package uk.casebridge.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.casebridge.store.contract.Samples.NOW;
import static uk.casebridge.store.contract.Samples.line;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.delivery.DeliveryId;
import uk.casebridge.domain.delivery.DeliveryState;
import uk.casebridge.domain.delivery.Notice;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.record.RecordKey;
import uk.casebridge.domain.record.RecordVersion;
import uk.casebridge.domain.record.SourceTime;
import uk.casebridge.domain.record.TakenBack;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.Records.WriteOutcome;
import uk.casebridge.store.Store;

/** What records keep to. */
public abstract class RecordsContract {

    @Test
    void shouldTakeAVersionBackWithTheDeliveriesThatSaySo() {
        PaperId paper = Samples.paperId();
        Delivery sent =
                Samples.sent(store(), Samples.of(Samples.written(store(), paper, 1), Recipient.PRISON), Samples.NOW);
        RecordVersion first = store().records().current(sent.record()).orElseThrow();
        RecordVersion second = takingBack(
                first,
                new TakenBack(Notice.RECALL, "Sent to HMP Leeds", Optional.of(new TakenBack.Standing(1, paper))));
        Delivery notice = Delivery.takingBack(sent, 2, Notice.RECALL, Samples.NOW.plusSeconds(60));

        assertThat(store().records().takeBack(second, List.of(notice), Samples.line(paper, "taken-back")))
                .isTrue();

        assertThat(store().records().current(first.id())).contains(second);
        assertThat(store().records().of(paper)).containsExactly(first);
        assertThat(store().deliveries().find(notice.id())).contains(notice);
        assertThat(store().records().takeBack(second, List.of(notice), Samples.line(paper, "taken-back")))
                .as("once only")
                .isFalse();
    }

    private static RecordVersion takingBack(RecordVersion first, TakenBack why) {
        return new RecordVersion(
                first.id(),
                2,
                first.kind(),
                first.paper(),
                first.part(),
                first.paperSha256(),
                first.issuingCourt(),
                Fields.none(),
                List.of(),
                first.urgency(),
                List.of(),
                SourceTime.unknown(),
                List.of(),
                Samples.NOW.plusSeconds(60),
                Optional.of(why));
    }

    private final RecordKey key = Samples.anyKey();
    private final PaperId paper = Samples.paperId();

    protected abstract Store store();

    @Test
    void shouldGiveOneKeyOneIdAndAnotherKeyAnother() {
        assertThat(store().records().idOf(key))
                .isEqualTo(store().records().idOf(new RecordKey(key.text())))
                .isNotEqualTo(store().records().idOf(Samples.anyKey()));
    }

    @Test
    void shouldGroupCasesByAHash() {
        assertThat(store().records().caseGroup(Samples.URN))
                .matches("[0-9a-f]{32}")
                .isEqualTo(store().records().caseGroup(Samples.URN))
                .isNotEqualTo(store().records().caseGroup("01WX0000001"));
    }

    @Test
    void shouldReadBackAllThatWasWritten() {
        RecordVersion version = version(1, paper, 1);
        List<Delivery> deliveries = Samples.deliveries(store(), version);

        assertThat(write(version, List.of())).isEqualTo(WriteOutcome.WRITTEN);

        assertThat(store().records().current(version.id())).contains(version);
        assertThat(store().records().version(version.id(), 1)).contains(version);
        assertThat(store().deliveries().of(version.id())).containsExactlyInAnyOrderElementsOf(deliveries);
        assertThat(store().audit().of(paper)).extracting(AuditEntry::what).containsExactly("recorded");
    }

    @Test
    void shouldHoldNothingOfAnUnknownRecord() {
        assertThat(store().records().current(store().records().idOf(key))).isEmpty();
        assertThat(store().records().version(store().records().idOf(key), 1)).isEmpty();
        assertThat(store().records().of(paper)).isEmpty();
    }

    @Test
    void shouldChangeNothingWhenAPartIsWrittenAgain() {
        RecordVersion version = version(1, paper, 1);
        write(version, List.of());
        Delivery pending = Samples.of(store().deliveries().of(version.id()), Recipient.PRISON);
        Delivery sent = Samples.sent(store(), pending, NOW);

        assertThat(write(version, List.of())).isEqualTo(WriteOutcome.WRITTEN_BEFORE);
        assertThat(write(version(2, paper, 1), List.of())).isEqualTo(WriteOutcome.WRITTEN_BEFORE);

        assertThat(store().records().current(version.id())).contains(version);
        assertThat(store().deliveries().find(sent.id())).contains(sent);
        assertThat(store().audit().of(paper))
                .extracting(AuditEntry::what)
                .containsExactlyInAnyOrder("recorded", "sent");
    }

    @Test
    void shouldRefuseAVersionThatIsNotTheNext() {
        write(version(1, paper, 1), List.of());
        PaperId later = Samples.paperId();

        assertThat(write(version(1, later, 1), List.of())).isEqualTo(WriteOutcome.OVERTAKEN);
        assertThat(write(version(3, later, 1), List.of())).isEqualTo(WriteOutcome.OVERTAKEN);
        assertThat(store().records().of(later)).isEmpty();
        assertThat(store().audit().of(later)).isEmpty();
    }

    @Test
    void shouldKeepEveryVersionAndPointToTheNewest() {
        RecordVersion first = version(1, paper, 1);
        RecordVersion second = version(2, Samples.paperId(), 1);
        write(first, List.of());

        assertThat(write(second, List.of())).isEqualTo(WriteOutcome.WRITTEN);
        assertThat(store().records().current(first.id())).contains(second);
        assertThat(store().records().version(first.id(), 1)).contains(first);
    }

    @Test
    void shouldSupersedeWhatAnEarlierVersionHasNotSent() {
        RecordVersion first = version(1, paper, 1);
        write(first, List.of());
        List<Delivery> old = store().deliveries().of(first.id());
        Delivery sent = Samples.sent(store(), Samples.of(old, Recipient.PRISON), NOW);
        List<DeliveryId> overtaken = old.stream().map(Delivery::id).toList();

        assertThat(write(version(2, Samples.paperId(), 1), overtaken)).isEqualTo(WriteOutcome.WRITTEN);

        assertThat(store().deliveries().find(sent.id())).contains(sent);
        assertThat(store().deliveries().of(first.id()).stream()
                        .filter(delivery -> delivery.version() == 1 && !delivery.equals(sent)))
                .hasSize(Recipient.values().length - 1)
                .allMatch(delivery -> delivery.state() == DeliveryState.SUPERSEDED);
        assertThat(store().deliveries().of(first.id()).stream().filter(delivery -> delivery.version() == 2))
                .hasSize(Recipient.values().length);
    }

    @Test
    void shouldListAPapersVersionsInTheOrderOfItsParts() {
        List<RecordVersion> versions = new ArrayList<>();
        for (int part : new int[] {2, 11, 1}) {
            RecordVersion version = Samples.version(store(), Samples.anyKey(), 1, paper, part);
            versions.add(version);
            write(version, List.of());
        }

        assertThat(store().records().of(paper)).containsExactly(versions.get(2), versions.get(0), versions.get(1));
    }

    @Test
    void shouldCountAPassedPartOnceAndLeaveTheRecord() {
        RecordVersion version = version(1, paper, 1);
        write(version, List.of());
        PaperId older = Samples.paperId();

        store().records().pass(older, 1, 0, version.id(), 1, line(older, "passed"));
        store().records().pass(older, 1, 0, version.id(), 1, line(older, "passed"));

        assertThat(store().records().of(older)).isEmpty();
        assertThat(store().records().current(version.id())).contains(version);
        assertThat(store().audit().of(older)).extracting(AuditEntry::what).containsExactly("passed");
        assertThat(write(version(2, older, 1), List.of())).isEqualTo(WriteOutcome.WRITTEN_BEFORE);
    }

    @Test
    void shouldTakeEachRevisionOfAPartOnceAndListTheLast() {
        RecordVersion first = version(1, paper, 1);
        RecordVersion corrected = revised(version(2, paper, 1), 3);
        write(first, List.of());

        assertThat(write(corrected, List.of())).isEqualTo(WriteOutcome.WRITTEN);
        assertThat(write(revised(version(3, paper, 1), 3), List.of())).isEqualTo(WriteOutcome.WRITTEN_BEFORE);
        store().records().pass(paper, 1, 4, first.id(), 2, line(paper, "passed"));

        assertThat(store().records().of(paper)).containsExactly(corrected);
        assertThat(store().records().current(first.id())).contains(corrected);
        assertThat(store().records().done(paper))
                .extracting(done -> done.revision() + (done.passed() ? " passed" : " written"))
                .containsExactly("0 written", "3 written", "4 passed");
    }

    private static RecordVersion revised(RecordVersion version, int revision) {
        return new RecordVersion(
                version.id(),
                version.version(),
                version.kind(),
                version.paper(),
                version.part(),
                revision,
                version.paperSha256(),
                version.issuingCourt(),
                version.fields(),
                version.findings(),
                version.urgency(),
                version.restrictions(),
                version.sourceTime(),
                version.changes(),
                version.recordedAt(),
                version.takenBack());
    }

    @Test
    void shouldKeepARecordLargerThanAnItem() {
        byte[] noise = new byte[500_000];
        new Random(7).nextBytes(noise);
        Fields large =
                Fields.of(Field.stated("offences[1].wording", HexFormat.of().formatHex(noise)));
        RecordVersion version = Samples.version(store(), key, 1, paper, 1, large);

        assertThat(write(version, List.of())).isEqualTo(WriteOutcome.WRITTEN);
        assertThat(store().records().current(version.id())).contains(version);
        assertThat(store().records().of(paper)).containsExactly(version);
    }

    @Test
    void shouldKeepValuesAsTheyAre() {
        Fields odd = Fields.of(
                Field.stated("a", ""),
                Field.stated("b", "Zoë \"O’Neill\"\n\t\\ \uD83D\uDCC4"),
                Field.stated("c", " leading and trailing "));
        RecordVersion version = Samples.version(store(), key, 1, paper, 1, odd);
        write(version, List.of());

        assertThat(store().records().current(version.id()).orElseThrow().fields())
                .isEqualTo(odd);
    }

    @Test
    void shouldRefuseADeliveryOfAnotherVersion() {
        RecordVersion version = version(1, paper, 1);
        List<Delivery> others = Samples.deliveries(store(), version(2, paper, 1));

        assertThatThrownBy(() -> store().records().write(version, others, List.of(), line(paper, "recorded")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldLetOneOfManyWritersOfAVersionWin() throws Exception {
        List<WriteOutcome> outcomes = PapersContract.atOnce(8, () -> {
            PaperId own = Samples.paperId();
            RecordVersion version = version(1, own, 1);
            return store().records()
                    .write(version, Samples.deliveries(store(), version), List.of(), line(own, "recorded"));
        });

        assertThat(outcomes).containsOnlyOnce(WriteOutcome.WRITTEN);
        assertThat(outcomes.stream().filter(outcome -> outcome == WriteOutcome.OVERTAKEN))
                .hasSize(7);
        assertThat(store().deliveries().of(store().records().idOf(key))).hasSize(Recipient.values().length);
    }

    @Test
    void shouldLetOneOfManyWritersOfAPartWin() throws Exception {
        RecordVersion version = version(1, paper, 1);

        List<WriteOutcome> outcomes = PapersContract.atOnce(8, () -> write(version, List.of()));

        assertThat(outcomes).containsOnlyOnce(WriteOutcome.WRITTEN);
        assertThat(outcomes.stream().filter(outcome -> outcome == WriteOutcome.WRITTEN_BEFORE))
                .hasSize(7);
    }

    private RecordVersion version(int number, PaperId from, int part) {
        return Samples.version(store(), key, number, from, part);
    }

    private WriteOutcome write(RecordVersion version, List<DeliveryId> overtaken) {
        return store().records()
                .write(version, Samples.deliveries(store(), version), overtaken, line(version.paper(), "recorded"));
    }
}
