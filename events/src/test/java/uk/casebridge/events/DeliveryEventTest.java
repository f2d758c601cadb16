package uk.casebridge.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.casebridge.events.DeliveryEvent.Change;
import uk.casebridge.events.DeliveryEvent.Court;
import uk.casebridge.events.DeliveryEvent.Document;
import uk.casebridge.events.DeliveryEvent.Finding;
import uk.casebridge.events.DeliveryEvent.Place;
import uk.casebridge.events.DeliveryEvent.SourceTime;
import uk.casebridge.events.DeliveryEvent.Type;
import uk.casebridge.events.DeliveryEvent.Urgency;

final class DeliveryEventTest {

    private static final Schemas SCHEMAS = Schemas.load();

    @Test
    void shouldWriteWhatItsSchemaAllows() {
        assertThat(SCHEMAS.faultsOfEvent(recorded().toJson())).isEmpty();
        assertThat(SCHEMAS.faultsOfEvent(amended().toJson())).isEmpty();
        assertThat(SCHEMAS.faultsOfEvent(withdrawn().toJson())).isEmpty();
    }

    @Test
    void shouldReadBackWhatItWrote() {
        assertThat(DeliveryEvent.fromJson(recorded().toJson())).isEqualTo(recorded());
        assertThat(DeliveryEvent.fromJson(amended().toJson())).isEqualTo(amended());
        assertThat(DeliveryEvent.fromJson(withdrawn().toJson())).isEqualTo(withdrawn());
    }

    @Test
    void shouldNestFieldsByTheirPaths() {
        FieldTree fields = FieldTree.of(values("offences[1].results[2].text", "6 months", "court.name", "Bexley"));

        assertThat(fields.toJson())
                .hasToString(
                        "{\"offences\":[{\"results\":[{},{\"text\":\"6 months\"}]}],\"court\":{\"name\":\"Bexley\"}}");
        assertThat(fields.text("offences[1].results[2].text")).contains("6 months");
        assertThat(fields.size("offences[1].results")).isEqualTo(2);
    }

    @Test
    void shouldRefuseAPathThatIsBothAValueAndAParent() {
        assertThatThrownBy(() -> FieldTree.of(values("court", "Bexley", "court.name", "Bexley")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldNotShowValuesInItsText() {
        assertThat(recorded().toString()).doesNotContain("Ashworth");
    }

    @Test
    void shouldNotQuoteATextThatIsNotJson() {
        assertThatThrownBy(() -> DeliveryEvent.fromJson("{\"name\": Ashworth"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageNotContaining("Ashworth");
    }

    @Test
    void shouldReadBackAReceipt() {
        DeliveryReceipt receipt = new DeliveryReceipt(
                DeliveryReceipt.Answer.REJECTED,
                Optional.of("a".repeat(64)),
                Optional.of("Not held here."),
                Instant.parse("2026-11-23T10:00:00Z"));

        assertThat(SCHEMAS.faultsOfReceipt(receipt.toJson())).isEmpty();
        assertThat(DeliveryReceipt.fromJson(receipt.toJson())).isEqualTo(receipt);
    }

    private static DeliveryEvent recorded() {
        return event(Type.RECORDED, 1, List.of(), Optional.empty());
    }

    private static DeliveryEvent amended() {
        return event(
                Type.AMENDED,
                2,
                List.of(
                        new Change("sentence.total", Optional.of("5 months"), Optional.of("7 months")),
                        new Change("warnings", Optional.empty(), Optional.of("Escape risk"))),
                Optional.empty());
    }

    private static DeliveryEvent withdrawn() {
        return event(Type.WITHDRAWN, 1, List.of(), Optional.of("Sent by mistake."));
    }

    private static DeliveryEvent event(Type type, int version, List<Change> changes, Optional<String> reason) {
        boolean content = type != Type.WITHDRAWN;
        String delivery = "d-0123456789abcdef0123456789abcdef-" + version + "-prison";
        return new DeliveryEvent(
                type,
                Instant.parse("2026-11-23T10:00:00Z"),
                delivery,
                "prison",
                new Place("BMI", "HMP Birmingham"),
                Urgency.CUSTODY,
                "custodial-warrant",
                "p-01ARZ3NDEKTSV4RRFFQ69G5FAV",
                "r-0123456789abcdef0123456789abcdef",
                version,
                new Court("B01BH00", "Bexley Magistrates' Court"),
                new SourceTime(Optional.of(Instant.parse("2026-11-22T00:00:00Z")), "printed", Optional.empty()),
                List.of("Youth: section 49"),
                content
                        ? Optional.of(new Document(
                                "b".repeat(64),
                                50_000,
                                "application/pdf",
                                "/api/agencies/deliveries/" + delivery + "/document"))
                        : Optional.empty(),
                content
                        ? List.of(new Finding("ASN-CHECK", "warning", List.of("defendant.asn"), "Check letter"))
                        : List.of(),
                changes,
                content
                        ? FieldTree.of(values(
                                "defendant.name", "Rowan Ashworth", "offences[1].code", "TH68001", "warnings", "None"))
                        : FieldTree.empty(),
                reason,
                Optional.empty());
    }

    private static Map<String, String> values(String... pairs) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        return values;
    }
}
