package uk.casebridge.testkit.build;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.delivery.Receipt;
import uk.casebridge.domain.kind.Urgency;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.recipient.Place;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.record.RecordId;
import uk.casebridge.domain.record.RecordVersion;
import uk.casebridge.domain.standing.BuiltInStandingData;
import uk.casebridge.domain.standing.CourtCode;
import uk.casebridge.domain.standing.StandingData;

/**
 * Builds a delivery: by default to HMP Thameside, urgent and pending. States are reached by the steps that lead to them,
 * so that no delivery is built which could not be.
 */
public final class DeliveryBuilder {

    private static final StandingData STANDING_DATA = new BuiltInStandingData();
    private static final CourtCode BEXLEY = new CourtCode("B01BH00");

    private RecordId record = RecordVersionBuilder.recordId(1);
    private int version = 1;
    private PaperId paper = new PaperId("p-01K9ZK4M2E0000000000000001");
    private String caseGroup = "%032x".formatted(1);
    private Recipient recipient = Recipient.PRISON;
    private Optional<Place> place = Optional.of(new Place("TSI", "HMP Thameside", true));
    private Urgency urgency = Urgency.CUSTODY;
    private Instant createdAt = Instant.parse("2026-11-16T09:32:00Z");
    private Optional<Instant> sentAt = Optional.empty();
    private Optional<Receipt.Answer> answer = Optional.empty();
    private Optional<Instant> answeredAt = Optional.empty();
    private boolean superseded;

    private DeliveryBuilder() {}

    public static DeliveryBuilder aDelivery() {
        return new DeliveryBuilder();
    }

    /** Of this record version, with its paper and urgency. */
    public DeliveryBuilder of(RecordVersion of) {
        record = of.id();
        version = of.version();
        paper = of.paper();
        urgency = of.urgency();
        return this;
    }

    public DeliveryBuilder record(RecordId record) {
        this.record = record;
        return this;
    }

    public DeliveryBuilder version(int version) {
        this.version = version;
        return this;
    }

    public DeliveryBuilder paper(PaperId paper) {
        this.paper = paper;
        return this;
    }

    /** The case numbered so: deliveries of one case keep their order. */
    public DeliveryBuilder caseNumber(int number) {
        return caseGroup("%032x".formatted(number));
    }

    public DeliveryBuilder caseGroup(String caseGroup) {
        this.caseGroup = caseGroup;
        return this;
    }

    /** To another recipient, at a place of its own. */
    public DeliveryBuilder to(Recipient recipient, Place place) {
        this.recipient = recipient;
        this.place = Optional.of(place);
        return this;
    }

    /** To another recipient, at the place that serves Bexley Magistrates' Court. */
    public DeliveryBuilder to(Recipient recipient) {
        return to(recipient, STANDING_DATA.defaultPlace(recipient, BEXLEY).orElseThrow());
    }

    /** Nothing says where it goes. */
    public DeliveryBuilder unplaced() {
        place = Optional.empty();
        return this;
    }

    public DeliveryBuilder urgency(Urgency urgency) {
        this.urgency = urgency;
        return this;
    }

    public DeliveryBuilder createdAt(Instant createdAt) {
        this.createdAt = createdAt;
        return this;
    }

    /** Put on the queue a minute after it was written. */
    public DeliveryBuilder sent() {
        return sentAt(createdAt.plusSeconds(60));
    }

    public DeliveryBuilder sentAt(Instant at) {
        sentAt = Optional.of(at);
        return this;
    }

    /** Sent, and its recipient has it. */
    public DeliveryBuilder received() {
        return answered(Receipt.Answer.RECEIVED);
    }

    /** Sent, and its recipient has seen what it changes. */
    public DeliveryBuilder acknowledged() {
        return answered(Receipt.Answer.ACKNOWLEDGED);
    }

    /** Sent, and its recipient acted on it. */
    public DeliveryBuilder actioned() {
        return answered(Receipt.Answer.ACTIONED);
    }

    /** Sent, and its recipient sent it back. */
    public DeliveryBuilder rejected() {
        return answered(Receipt.Answer.REJECTED);
    }

    private DeliveryBuilder answered(Receipt.Answer with) {
        if (sentAt.isEmpty()) {
            sent();
        }
        answer = Optional.of(with);
        answeredAt = sentAt.map(at -> at.plus(Duration.ofMinutes(5)));
        return this;
    }

    /** A newer version overtook it. */
    public DeliveryBuilder superseded() {
        superseded = true;
        return this;
    }

    public Delivery build() {
        Delivery delivery = Delivery.of(record, version, paper, caseGroup, recipient, place, urgency, createdAt);
        if (sentAt.isPresent()) {
            delivery = delivery.sent(
                    urgency == Urgency.CUSTODY ? recipient.urgentReceiptLimit() : recipient.receiptLimit(),
                    sentAt.get());
        }
        if (answer.isPresent()) {
            delivery = delivery.answered(new Receipt(
                    delivery.id(),
                    answer.get(),
                    Optional.empty(),
                    answer.filter(given -> given == Receipt.Answer.REJECTED).map(given -> "Not our prisoner"),
                    answeredAt.orElse(createdAt)));
        }
        return superseded ? delivery.superseded() : delivery;
    }
}
