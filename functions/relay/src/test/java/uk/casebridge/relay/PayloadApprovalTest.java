package uk.casebridge.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.approvaltests.Approvals;
import org.approvaltests.core.Options;
import org.approvaltests.reporters.QuietReporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.delivery.Notice;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.record.Change;
import uk.casebridge.domain.record.RecordVersion;
import uk.casebridge.domain.record.TakenBack;
import uk.casebridge.events.DeliveryEvent;
import uk.casebridge.events.Schemas;

/** What each recipient is told of each kind, whole, in a file beside this test: a change there is a change of contract. */
final class PayloadApprovalTest {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Schemas SCHEMAS = Schemas.load();

    private final Payload payload = new Payload(Samples.standingData());

    static Stream<Arguments> entitled() {
        return KindCatalogue.all().stream()
                .flatMap(kind -> kind.entitlements().stream()
                        .map(entitlement -> Arguments.of(kind.id(), entitlement.recipient())));
    }

    @ParameterizedTest
    @MethodSource("entitled")
    void shouldTellARecipientThisOfAFirstVersion(String kindId, Recipient recipient) throws JsonProcessingException {
        Kind kind = KindCatalogue.get(kindId);
        RecordVersion version = Samples.version(
                kind,
                1,
                Samples.everyField(kind),
                List.of(),
                List.of(Samples.finding("CB-T01", kind.fields().getFirst().path())));

        approve(event(version, recipient), kindId + "." + recipient.id() + ".recorded");
    }

    @ParameterizedTest
    @MethodSource("entitled")
    void shouldTellARecipientThisOfAnAmendment(String kindId, Recipient recipient) throws JsonProcessingException {
        Kind kind = KindCatalogue.get(kindId);
        List<Change> changes = new ArrayList<>();
        changes.add(new Change("not.in.any.list", Optional.of("1"), Optional.of("2")));
        Samples.everyField(kind).all().stream()
                .limit(3)
                .forEach(field -> changes.add(
                        new Change(field.path(), Optional.of("Before " + field.path()), Optional.of(field.value()))));

        approve(
                event(Samples.version(kind, 2, Samples.everyField(kind), changes, List.of()), recipient),
                kindId + "." + recipient.id() + ".amended");
    }

    @Test
    void shouldNameWhatChangedWithinATextAndSayOutLoudWhatIsGone() {
        String result = "offences[1].results[1].text";
        Change text = new Change(
                result,
                Optional.of("IMP - Imprisonment\nCommitted to prison for 5 Months. Total custodial period: 7 Months."),
                Optional.of("IMP - Imprisonment\nCommitted to prison for 7 Months. Total custodial period: 8 Months."));
        Change gone = new Change(
                "offences[2].code",
                Optional.empty(),
                Optional.of("offences[2]"),
                Optional.empty(),
                Optional.of("TH68002"),
                Optional.empty());
        Kind kind = KindCatalogue.get("prison-court-register");
        RecordVersion version = Samples.version(kind, 2, Samples.everyField(kind), List.of(text, gone), List.of());

        DeliveryEvent event = event(version, Recipient.PRISON);

        assertThat(event.changes())
                .extracting(DeliveryEvent.Change::passage, DeliveryEvent.Change::before, DeliveryEvent.Change::after)
                .containsExactly(
                        tuple(Optional.of("Committed to prison for"), Optional.of("5 Months"), Optional.of("7 Months")),
                        tuple(Optional.of("Total custodial period"), Optional.of("7 Months"), Optional.of("8 Months")),
                        tuple(Optional.empty(), Optional.of("TH68002"), Optional.empty()));
        assertThat(event.removals())
                .extracting(DeliveryEvent.Change::member)
                .containsExactly(Optional.of("offences[2]"));
        assertThat(SCHEMAS.faultsOfEvent(event.toJson())).isEmpty();
    }

    @Test
    void shouldTellWhatHoldsInsteadOfAWithdrawnPaperAndNothingOfARecalledOne() {
        RecordVersion first = Samples.version(KindCatalogue.get("custodial-warrant"));
        Delivery sent = Samples.delivery(first, Recipient.PRISON).sent(Duration.ofMinutes(15), Samples.NOW);
        Optional<TakenBack.Standing> standing = Optional.of(new TakenBack.Standing(1, Samples.paperId(9)));

        DeliveryEvent withdrawn = takingBack(first, sent, new TakenBack(Notice.WITHDRAWAL, "By mistake", standing));
        DeliveryEvent recalled = takingBack(first, sent, new TakenBack(Notice.RECALL, "Not held there", standing));

        assertThat(withdrawn.type()).isEqualTo(DeliveryEvent.Type.WITHDRAWN);
        assertThat(withdrawn.standing())
                .contains(new DeliveryEvent.Standing(1, Samples.paperId(9).value()));
        assertThat(withdrawn.fields().text("defendant.name")).isPresent();
        assertThat(withdrawn.document()).isEmpty();
        assertThat(SCHEMAS.faultsOfEvent(withdrawn.toJson())).isEmpty();
        assertThat(recalled.type()).isEqualTo(DeliveryEvent.Type.RECALLED);
        assertThat(recalled.reason()).contains("Not held there");
        assertThat(recalled.fields().byPath()).isEmpty();
        assertThat(SCHEMAS.faultsOfEvent(recalled.toJson())).isEmpty();
    }

    private DeliveryEvent takingBack(RecordVersion first, Delivery sent, TakenBack why) {
        RecordVersion version = new RecordVersion(
                first.id(),
                2,
                first.kind(),
                first.paper(),
                first.part(),
                first.paperSha256(),
                first.issuingCourt(),
                first.fields(),
                List.of(),
                first.urgency(),
                List.of(),
                first.sourceTime(),
                List.of(),
                Samples.NOW,
                Optional.of(why));
        return payload.of(
                Delivery.takingBack(sent, 2, why.notice(), Samples.NOW),
                version,
                Samples.paper(version.paper()),
                Samples.NOW);
    }

    @Test
    void shouldRefuseToTellARecipientOfAKindItIsNotEntitledTo() {
        RecordVersion version = Samples.version(KindCatalogue.get("remand-warrant"));

        assertThatThrownBy(() -> event(version, Recipient.CAREERS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("careers is not entitled to any remand-warrant");
    }

    @Test
    void shouldTellCareersNothingButTheLearnerTheLearningAndThePlansForWork() {
        for (Kind kind : KindCatalogue.all()) {
            if (kind.entitlementOf(Recipient.CAREERS).isEmpty()) {
                continue;
            }
            DeliveryEvent event = event(Samples.version(kind), Recipient.CAREERS);

            assertThat(kind.id())
                    .isIn("education-certificate", "education-assessment", "induction-plan", "release-notification");
            assertThat(event.fields().byPath().keySet())
                    .allMatch(path -> path.matches("(learner|qualification)\\..+"
                            + "|(assessments|priorQualifications|goals)\\[\\d+]\\..+"
                            + "|prison\\.name|assessedOn|priorAttainment|inductedOn|reviewDue"
                            + "|prisoner\\.(name|dateOfBirth|prisonNumber)|release\\.date"
                            + "|work(OnRelease|Interests|History)|skills|careersArea"));
        }
    }

    private DeliveryEvent event(RecordVersion version, Recipient recipient) {
        return payload.of(Samples.delivery(version, recipient), version, Samples.paper(version.paper()), Samples.NOW);
    }

    private static void approve(DeliveryEvent event, String name) throws JsonProcessingException {
        String json = event.toJson();
        assertThat(SCHEMAS.faultsOfEvent(json)).isEmpty();
        Approvals.verify(
                MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(MAPPER.readTree(json)),
                new Options(new QuietReporter())
                        .forFile()
                        .withBaseName("approved/" + name)
                        .forFile()
                        .withExtension(".json"));
    }
}
