package uk.casebridge.relay;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.delivery.Notice;
import uk.casebridge.domain.field.PathPattern;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.kind.Entitlement;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.recipient.Place;
import uk.casebridge.domain.record.RecordVersion;
import uk.casebridge.domain.record.SourceTime;
import uk.casebridge.domain.record.TakenBack;
import uk.casebridge.domain.standing.StandingData;
import uk.casebridge.events.DeliveryEvent;
import uk.casebridge.events.DeliveryEvent.Change;
import uk.casebridge.events.DeliveryEvent.Court;
import uk.casebridge.events.DeliveryEvent.Document;
import uk.casebridge.events.FieldTree;

/**
 * What one recipient is told of one record version: the fields its entitlement names and nothing else. Changes and
 * findings are held to the same list, since both quote values. Pure: the same input gives the same event.
 */
final class Payload {

    private final StandingData standingData;

    Payload(StandingData standingData) {
        this.standingData = standingData;
    }

    /**
     * The event for a delivery.
     *
     * @param now the event's time
     * @throws IllegalArgumentException if the recipient is not entitled to the kind, the delivery has no place, or the
     *     three do not belong together
     */
    DeliveryEvent of(Delivery delivery, RecordVersion version, Paper paper, Instant now) {
        if (!delivery.record().equals(version.id())
                || delivery.version() != version.version()
                || !version.paper().equals(paper.id())) {
            throw new IllegalArgumentException("Not the record version and paper of " + delivery.id());
        }
        Kind kind = KindCatalogue.get(version.kind());
        Entitlement entitlement = kind.entitlementOf(delivery.recipient())
                .orElseThrow(() -> new IllegalArgumentException(
                        delivery.recipient().id() + " is not entitled to any " + kind.id()));
        Place place = delivery.place()
                .orElseThrow(() -> new IllegalArgumentException(delivery.id() + " has no place to go to"));
        return new DeliveryEvent(
                type(delivery, version),
                now,
                delivery.id().value(),
                delivery.recipient().id(),
                new DeliveryEvent.Place(place.code(), place.name()),
                switch (delivery.urgency()) {
                    case ORDINARY -> DeliveryEvent.Urgency.ORDINARY;
                    case CUSTODY -> DeliveryEvent.Urgency.CUSTODY;
                },
                kind.id(),
                paper.id().value(),
                version.id().value(),
                version.version(),
                court(version),
                sourceTime(version.sourceTime()),
                version.restrictions(),
                entitlement.document() && version.takenBack().isEmpty()
                        ? Optional.of(document(delivery, paper))
                        : Optional.empty(),
                version.takenBack().isPresent() ? List.of() : findings(entitlement, version),
                version.takenBack().isPresent() ? List.of() : changes(entitlement, version),
                delivery.notice() == Notice.RECALL ? FieldTree.empty() : fields(entitlement, version),
                version.takenBack().map(TakenBack::reason),
                version.takenBack()
                        .flatMap(TakenBack::standing)
                        .map(holds -> new DeliveryEvent.Standing(
                                holds.version(), holds.paper().value())));
    }

    private static DeliveryEvent.Type type(Delivery delivery, RecordVersion version) {
        return switch (delivery.notice()) {
            case RECORD -> version.version() == 1 ? DeliveryEvent.Type.RECORDED : DeliveryEvent.Type.AMENDED;
            case WITHDRAWAL -> DeliveryEvent.Type.WITHDRAWN;
            case RECALL -> DeliveryEvent.Type.RECALLED;
        };
    }

    private Court court(RecordVersion version) {
        // A court that the list does not hold is known by its code alone.
        String code = version.issuingCourt().value();
        return new Court(code, standingData.courtName(version.issuingCourt()).orElse(code));
    }

    private static DeliveryEvent.SourceTime sourceTime(SourceTime time) {
        return new DeliveryEvent.SourceTime(
                time.stated(), time.evidence().name().toLowerCase(Locale.ROOT), time.fileTime());
    }

    private static Document document(Delivery delivery, Paper paper) {
        return new Document(
                paper.sha256()
                        .orElseThrow(() -> new IllegalArgumentException(paper.id() + " was never stored"))
                        .hex(),
                paper.size(),
                paper.mediaType().orElse("application/octet-stream"),
                "/api/agencies/deliveries/" + delivery.id() + "/document");
    }

    private static FieldTree fields(Entitlement entitlement, RecordVersion version) {
        Map<String, String> values = new LinkedHashMap<>();
        entitlement.of(version.fields()).all().forEach(field -> values.put(field.path(), field.value()));
        return FieldTree.of(values);
    }

    private static List<Change> changes(Entitlement entitlement, RecordVersion version) {
        return version.version() == 1
                ? List.of()
                : version.changes().stream()
                        .filter(change -> allows(entitlement, change.path()))
                        .flatMap(change -> change.passages().stream())
                        .map(change -> new Change(
                                change.path(),
                                change.movedFrom(),
                                change.member(),
                                change.passage(),
                                change.before(),
                                change.after()))
                        .toList();
    }

    private static List<DeliveryEvent.Finding> findings(Entitlement entitlement, RecordVersion version) {
        return version.findings().stream()
                .filter(finding -> allows(entitlement, finding))
                .map(finding -> new DeliveryEvent.Finding(
                        finding.code(),
                        switch (finding.severity()) {
                            case ERROR -> "error";
                            case WARNING -> "warning";
                            case TO_DO -> "to-do";
                        },
                        finding.fields(),
                        finding.what()))
                .toList();
    }

    // A finding quotes the values it saw: one that touches any other field, or does not say which, stays here.
    private static boolean allows(Entitlement entitlement, Finding finding) {
        return !finding.fields().isEmpty()
                && finding.fields().stream().allMatch(path -> allows(entitlement, path.replace("[*]", "[1]")));
    }

    private static boolean allows(Entitlement entitlement, String path) {
        for (PathPattern pattern : entitlement.allowed()) {
            if (pattern.fits(path)) {
                return true;
            }
        }
        return false;
    }
}
