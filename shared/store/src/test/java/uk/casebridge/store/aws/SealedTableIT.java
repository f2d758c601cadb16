package uk.casebridge.store.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.delivery.Receipt;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.person.Identification;
import uk.casebridge.domain.person.Mention;
import uk.casebridge.domain.person.MentionId;
import uk.casebridge.domain.person.PersonId;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.record.RecordKey;
import uk.casebridge.domain.record.RecordVersion;
import uk.casebridge.store.Store;
import uk.casebridge.store.contract.Samples;

/** Looks at the table as someone would who has a copy of it and not the key. */
class SealedTableIT {

    private final DynamoDbClient dynamoDb = AwsHouse.get().clients().dynamoDb();
    private final Store store = AwsHouse.get().store();

    @Test
    void shouldHoldNothingPersonalInTheClear() {
        Paper paper = Samples.reading(store, Samples.COURT);
        RecordKey key = new RecordKey("prison-court-register|" + Samples.URN + "|" + Samples.NAME + "|" + paper.id());
        RecordVersion first = Samples.version(store, key, 1, paper.id(), 1);
        List<Delivery> deliveries = Samples.deliveries(store, first);
        store.records().write(first, deliveries, List.of(), Samples.line(paper.id(), "recorded"));
        RecordVersion second = Samples.version(store, key, 2, paper.id(), 2);
        store.records()
                .write(
                        second,
                        Samples.deliveries(store, second),
                        deliveries.stream().map(Delivery::id).toList(),
                        Samples.line(paper.id(), "recorded"));
        Delivery sent =
                Samples.sent(store, Samples.of(Samples.written(store, paper.id(), 3), Recipient.PRISON), Samples.NOW);
        store.deliveries()
                .move(
                        sent,
                        sent.answered(new Receipt(
                                sent.id(),
                                Receipt.Answer.REJECTED,
                                Optional.empty(),
                                Optional.of("We do not hold " + Samples.NAME),
                                Samples.NOW)),
                        Samples.line(paper.id(), "sent back"));

        people(second);

        List<String> rows = everyRow();

        assertThat(rows).hasSizeGreaterThan(12);
        assertThat(rows).anyMatch(row -> row.contains("WHO-KEY#"));
        // The rows of this very paper are among those looked at.
        assertThat(rows).anyMatch(row -> row.contains(paper.id().value()) && row.contains("VERSION#"));
        for (String personal : List.of(
                Samples.NAME,
                "QUILLFEATHER",
                "Quillfeather",
                "Zebedee",
                Samples.BORN,
                "19 Apr 1987",
                Samples.ASN,
                Samples.URN,
                Samples.FILE_NAME)) {
            assertThat(rows).noneMatch(row -> row.contains(personal));
        }
    }

    /** Makes the defendant of a record known, and asks whether another mention is the same. */
    private void people(RecordVersion version) {
        Mention mention =
                Mention.in(KindCatalogue.get(version.kind()), version.fields()).getFirst();
        MentionId id = store.people().idOf(version.id(), mention);
        Identification known = new Identification(
                id,
                version.id(),
                version.version(),
                version.paper(),
                mention.path(),
                version.issuingCourt(),
                Identification.State.NEW,
                Optional.of(PersonId.madeBy(id)),
                Optional.empty(),
                List.of(),
                Samples.NOW,
                Optional.empty(),
                1);
        store.people()
                .introduce(
                        known,
                        mention.known(),
                        store.people().found(mention.keys()),
                        Samples.line(version.paper(), "who"));
        store.people()
                .answer(
                        known,
                        known.answered(
                                known.person().orElseThrow(),
                                new Identification.Answer("clerk", Samples.NOW, "It is " + Samples.NAME)),
                        mention.known(),
                        Samples.line(version.paper(), "who"));
    }

    @Test
    void shouldHaveOneItemWithTheWrappedKeys() {
        store.records().idOf(Samples.anyKey());

        Map<String, AttributeValue> item = dynamoDb.getItem(get -> get.tableName(AwsHouse.TABLE)
                        .key(Map.of("pk", AttributeValue.fromS("KEY#data"), "sk", AttributeValue.fromS("KEY"))))
                .item();

        assertThat(item).containsKeys("seal", "look-up");
    }

    @Test
    void shouldOpenInOneContainerWhatAnotherSealed() {
        Store other = AwsHouse.get().store();
        Paper paper = Samples.awaited(Samples.COURT);
        store.papers().await(paper, Samples.line(paper.id(), "uploaded"));

        assertThat(other.papers().find(paper.id())).contains(paper);
        assertThat(other.records().caseGroup(Samples.URN))
                .isEqualTo(store.records().caseGroup(Samples.URN));
    }

    private List<String> everyRow() {
        List<String> rows = new ArrayList<>();
        dynamoDb.scanPaginator(ScanRequest.builder().tableName(AwsHouse.TABLE).build())
                .items()
                .forEach(item -> rows.add(text(item)));
        return rows;
    }

    private static String text(Map<String, AttributeValue> item) {
        StringBuilder text = new StringBuilder();
        item.forEach((name, value) -> text.append(name)
                .append('=')
                .append(
                        value.b() == null
                                ? value.toString()
                                : new String(value.b().asByteArray(), StandardCharsets.ISO_8859_1)
                                        + new String(value.b().asByteArray(), StandardCharsets.UTF_8))
                .append('\n'));
        return text.toString();
    }
}
