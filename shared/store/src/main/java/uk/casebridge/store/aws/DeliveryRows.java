package uk.casebridge.store.aws;

import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.delivery.DeliveryId;
import uk.casebridge.domain.delivery.DeliveryState;
import uk.casebridge.domain.delivery.Notice;
import uk.casebridge.domain.kind.Urgency;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.recipient.Place;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.record.RecordId;
import uk.casebridge.store.aws.Sealed.Spot;

/** How a delivery is a row: its schema, with what its recipient wrote sealed, and the keys it is found by. */
final class DeliveryRows {

    private final Sealed sealed;

    DeliveryRows(Sealed sealed) {
        this.sealed = sealed;
    }

    TableSchema<Delivery> schema() {
        return RowSchema.of(
                        Delivery.class,
                        "delivery",
                        delivery -> Rows.caseOf(delivery.caseGroup()),
                        delivery -> Rows.delivery(delivery.id()),
                        this::delivery)
                .text("id", delivery -> delivery.id().value())
                .text("record", delivery -> delivery.record().value())
                .count("version", Delivery::version)
                .text("paper", delivery -> delivery.paper().value())
                .text("caseGroup", Delivery::caseGroup)
                .text("recipient", delivery -> delivery.recipient().id())
                .maybeText("place", delivery -> delivery.place().map(Place::code))
                .maybeText("placeName", delivery -> delivery.place().map(Place::name))
                .text("urgency", delivery -> delivery.urgency().name())
                .text("state", delivery -> delivery.state().name())
                .count("attempts", Delivery::attempts)
                .text("createdAt", delivery -> delivery.createdAt().toString())
                .text("nextAttemptAt", delivery -> delivery.nextAttemptAt().toString())
                .maybeText("sentAt", delivery -> delivery.sentAt().map(Instant::toString))
                .maybeText("receiptDue", delivery -> delivery.receiptDue().map(Instant::toString))
                .maybeText("receivedAt", delivery -> delivery.receivedAt().map(Instant::toString))
                .maybeText("answeredAt", delivery -> delivery.answeredAt().map(Instant::toString))
                .text("notice", delivery -> delivery.notice().name())
                // A recipient writes the reason, and may write a name into it.
                .maybeBytes(
                        "reason",
                        delivery -> delivery.reason()
                                .map(reason -> sealed.seal(
                                        reason,
                                        reasonOf(Rows.caseOf(delivery.caseGroup()), Rows.delivery(delivery.id())))))
                .index(
                        RowSchema.BY_STATE,
                        DeliveryRows::watchedPk,
                        delivery -> watched(delivery).map(moment -> Rows.time(moment) + "#" + delivery.id()))
                .index(
                        RowSchema.BY_PAPER,
                        delivery -> Optional.of(Rows.paper(delivery.paper())),
                        delivery -> Optional.of(Rows.delivery(delivery.id())))
                // The recipients' own lists share the courts' index: a list is a list, and an index more costs a write
                // more.
                .index(
                        RowSchema.BY_COURT,
                        delivery -> Optional.of(recipientListPk(delivery.recipient(), delivery.state())),
                        delivery -> Optional.of(Rows.time(delivery.createdAt()) + "#" + delivery.id()))
                .build();
    }

    static String statePk(Recipient recipient, Urgency urgency, DeliveryState state) {
        return "DELIVERY#" + AwsNames.lane(recipient, urgency) + "#" + state;
    }

    static String recipientListPk(Recipient recipient, DeliveryState state) {
        return "RECIPIENT#" + recipient.id() + "#" + state;
    }

    private static Optional<String> watchedPk(Delivery delivery) {
        return watched(delivery).map(moment -> statePk(delivery.recipient(), delivery.urgency(), delivery.state()));
    }

    /** The moment by which the sweep looks at a delivery; empty when it need not. */
    private static Optional<Instant> watched(Delivery delivery) {
        return switch (delivery.state()) {
            case PENDING -> Optional.of(delivery.nextAttemptAt());
            case SENT -> delivery.receiptDue();
            case UNPLACED -> Optional.of(delivery.createdAt());
            case RECEIVED -> delivery.confirmationDue();
            case ACKNOWLEDGED, DELETED, ACTIONED, REJECTED, SUPERSEDED, WITHDRAWN -> Optional.empty();
        };
    }

    private static Spot reasonOf(String pk, String sk) {
        return new Spot(pk, sk, "reason");
    }

    private Delivery delivery(Draft draft) {
        String recipient = draft.text("recipient");
        return new Delivery(
                new DeliveryId(draft.text("id")),
                new RecordId(draft.text("record")),
                draft.count("version"),
                new PaperId(draft.text("paper")),
                draft.text("caseGroup"),
                Recipient.withId(recipient)
                        .orElseThrow(() -> new IllegalStateException("No recipient has the id " + recipient)),
                draft.maybeText("place")
                        .map(code ->
                                new Place(code, draft.maybeText("placeName").orElse(""), true)),
                Urgency.valueOf(draft.text("urgency")),
                DeliveryState.valueOf(draft.text("state")),
                draft.count("attempts"),
                draft.time("createdAt"),
                draft.time("nextAttemptAt"),
                draft.maybeTime("sentAt"),
                draft.maybeTime("receiptDue"),
                draft.maybeTime("receivedAt"),
                draft.maybeTime("answeredAt"),
                draft.maybeBytes("reason")
                        .map(reason -> sealed.openText(reason, reasonOf(draft.text("pk"), draft.text("sk")))),
                draft.maybeText("notice").map(Notice::valueOf).orElse(Notice.RECORD));
    }
}
