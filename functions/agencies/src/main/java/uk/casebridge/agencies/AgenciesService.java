package uk.casebridge.agencies;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.delivery.DeliveryId;
import uk.casebridge.domain.delivery.DeliveryState;
import uk.casebridge.domain.delivery.Notice;
import uk.casebridge.domain.delivery.Receipt;
import uk.casebridge.domain.kind.Entitlement;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperState;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.record.RecordVersion;
import uk.casebridge.events.DeliveryReceipt;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.Metrics;
import uk.casebridge.store.Store;

/**
 * The agencies' side of deliveries: each sees its own and no other, fetches the documents it is entitled to, and
 * answers. Another recipient's delivery is answered like one that does not exist, and leaves a line in the timeline.
 */
final class AgenciesService {

    private static final Logger LOG = LoggerFactory.getLogger(AgenciesService.class);
    private static final Pattern ROUTE =
            Pattern.compile("/api/agencies/deliveries(?:/(?<id>[^/]{1,128})(?<rest>/document|/receipts)?)?");
    private static final List<DeliveryState> LISTED = List.of(
            DeliveryState.SENT,
            DeliveryState.RECEIVED,
            DeliveryState.ACKNOWLEDGED,
            DeliveryState.DELETED,
            DeliveryState.ACTIONED,
            DeliveryState.REJECTED);
    private static final int MOST_LISTED = 100;
    private static final Duration LINK_LIFE = Duration.ofSeconds(60);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final int TRIES = 3;

    private final Store store;
    private final Map<String, Recipient> clients;
    private final Metrics metrics;
    private final Clock clock;

    AgenciesService(Store store, Map<String, Recipient> clients, Metrics metrics, Clock clock) {
        this.store = store;
        this.clients = Map.copyOf(clients);
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Who asks: a client, and the recipient it speaks for. */
    private record Caller(String client, Recipient recipient) {}

    AgencyAnswer answer(AgencyRequest request) {
        try {
            return route(request, caller(request));
        } catch (RefusedException e) {
            metrics.count(
                    "AgencyRequestsRefused", 1, Metrics.by("Code", e.problem().code()));
            return AgencyAnswer.of(e.problem());
        }
    }

    private Caller caller(AgencyRequest request) throws RefusedException {
        String client = request.clientId().orElseThrow(() -> new RefusedException(Problem.NO_TOKEN));
        return Optional.ofNullable(clients.get(client))
                .map(recipient -> new Caller(client, recipient))
                .orElseThrow(() -> {
                    LOG.warn("The client {} is no recipient's", client);
                    return new RefusedException(Problem.UNKNOWN_CLIENT);
                });
    }

    private AgencyAnswer route(AgencyRequest request, Caller caller) throws RefusedException {
        Matcher route = ROUTE.matcher(request.path());
        if (!route.matches()) {
            throw new RefusedException(Problem.UNKNOWN_ROUTE);
        }
        String rest = Optional.ofNullable(route.group("rest")).orElse("");
        if (request.method().equals("GET") && route.group("id") == null) {
            return list(request, caller);
        } else if (request.method().equals("GET") && rest.isEmpty()) {
            return AgencyAnswer.ok(DeliveryJson.of(own(route.group("id"), caller), clock.instant()));
        } else if (request.method().equals("GET") && rest.equals("/document")) {
            return document(own(route.group("id"), caller), caller);
        } else if (request.method().equals("POST") && rest.equals("/receipts")) {
            return receipt(route.group("id"), request.body(), caller);
        }
        throw new RefusedException(Problem.UNKNOWN_ROUTE);
    }

    private AgencyAnswer list(AgencyRequest request, Caller caller) throws RefusedException {
        String wanted = request.query().getOrDefault("state", "sent").toLowerCase(Locale.ROOT);
        DeliveryState state = LISTED.stream()
                .filter(listed -> listed.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Problem.BAD_LIST));
        String limit = request.query().getOrDefault("limit", "25");
        if (!limit.matches("[0-9]{1,3}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > MOST_LISTED) {
            throw new RefusedException(Problem.BAD_LIST);
        }
        Optional<String> cursor = Optional.ofNullable(request.query().get("cursor"));
        try {
            return AgencyAnswer.ok(DeliveryJson.of(
                    store.deliveries().of(caller.recipient(), state, cursor, Integer.parseInt(limit)),
                    clock.instant()));
        } catch (IllegalArgumentException e) {
            // A cursor is opaque, so only the store can say that it is none of its own.
            throw new RefusedException(Problem.BAD_LIST);
        }
    }

    private Delivery own(String id, Caller caller) throws RefusedException {
        Delivery delivery = deliveryId(id)
                .flatMap(store.deliveries()::find)
                .orElseThrow(() -> new RefusedException(Problem.UNKNOWN_DELIVERY));
        if (delivery.recipient() != caller.recipient()) {
            note(delivery, caller, "refused", "Asked for a delivery that is not its own");
            throw new RefusedException(Problem.UNKNOWN_DELIVERY);
        }
        if (delivery.state() == DeliveryState.UNPLACED) {
            throw new RefusedException(Problem.UNKNOWN_DELIVERY);
        }
        return delivery;
    }

    private static Optional<DeliveryId> deliveryId(String text) {
        try {
            return Optional.of(new DeliveryId(text));
        } catch (IllegalArgumentException e) {
            // Whatever has not the shape of an id is not the id of any delivery.
            return Optional.empty();
        }
    }

    private AgencyAnswer document(Delivery delivery, Caller caller) throws RefusedException {
        if (delivery.state() == DeliveryState.SUPERSEDED) {
            throw new RefusedException(Problem.SUPERSEDED);
        }
        // A pending delivery may be fetched: its message can be read before the relay has noted that it sent it.
        Paper paper = paper(delivery);
        if (paper.state() == PaperState.WITHDRAWING || paper.state() == PaperState.WITHDRAWN) {
            throw new RefusedException(Problem.TAKEN_BACK);
        }
        boolean entitled = kind(delivery, paper)
                .flatMap(kind -> kind.entitlementOf(caller.recipient()))
                .filter(Entitlement::document)
                .isPresent();
        if (!entitled) {
            throw new RefusedException(Problem.NOT_ENTITLED);
        }
        String version = paper.objectVersion()
                .orElseThrow(() -> new IllegalStateException("No original is noted for " + paper.id()));
        note(delivery, caller, "fetched", caller.recipient().title() + " fetched the document");
        return AgencyAnswer.seeOther(store.originals()
                .link(
                        paper.id(),
                        version,
                        paper.fileName(),
                        paper.mediaType().orElse("application/octet-stream"),
                        LINK_LIFE));
    }

    // A paper is told its kind when all its records are written; deliveries may go out before.
    private Optional<Kind> kind(Delivery delivery, Paper paper) {
        return paper.kind()
                .or(() -> store.records()
                        .version(delivery.record(), delivery.version())
                        .map(RecordVersion::kind))
                .flatMap(KindCatalogue::withId);
    }

    private AgencyAnswer receipt(String id, String body, Caller caller) throws RefusedException {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Delivery delivery = own(id, caller);
            Receipt receipt = receipt(delivery, body);
            if (isLateDuplicate(delivery, receipt)) {
                return AgencyAnswer.ok(DeliveryJson.of(delivery, clock.instant()));
            }
            if (delivery.state() == DeliveryState.PENDING) {
                throw new RefusedException(Problem.NOT_SENT_YET);
            }
            if (!delivery.notice().takes(receipt.answer())) {
                throw new RefusedException(Problem.NOT_THIS_ANSWER);
            }
            if (!delivery.mayBeAnswered(receipt.answer())) {
                throw new RefusedException(Problem.ANSWERED_OTHERWISE);
            }
            Delivery answered = delivery.answered(receipt);
            String what = receipt.answer().name().toLowerCase(Locale.ROOT);
            String said = caller.recipient().title() + " answered: " + what;
            if (store.deliveries().move(delivery, answered, entry(delivery, caller, what, said))) {
                metrics.count(
                        "Receipts",
                        1,
                        Metrics.by("Recipient", caller.recipient().id()),
                        Metrics.by("Answer", what));
                if (answered.needsConfirmation() && !answered.awaitsConfirmation()) {
                    acknowledgeEarlier(answered, caller);
                    settleTakenBack(answered, caller);
                }
                return AgencyAnswer.ok(DeliveryJson.of(answered, clock.instant()));
            }
        }
        throw new RefusedException(Problem.TRY_AGAIN);
    }

    /** Whoever has seen the newest version need not look at those it replaced. */
    private void acknowledgeEarlier(Delivery confirmed, Caller caller) {
        for (Delivery earlier : store.deliveries().of(confirmed.record())) {
            if (earlier.recipient() == confirmed.recipient()
                    && earlier.version() < confirmed.version()
                    && earlier.awaitsConfirmation()
                    && earlier.notice() != Notice.RECALL
                    && confirmed.answeredAt().isPresent()) {
                Receipt receipt = new Receipt(
                        earlier.id(),
                        Receipt.Answer.ACKNOWLEDGED,
                        Optional.empty(),
                        Optional.empty(),
                        confirmed.answeredAt().get());
                store.deliveries()
                        .move(
                                earlier,
                                earlier.answered(receipt),
                                entry(
                                        earlier,
                                        caller,
                                        "acknowledged",
                                        "Acknowledged with version " + confirmed.version()));
            }
        }
    }

    /** Of what was taken back before they had it, no receipt will come: it was dropped unread. */
    private void settleTakenBack(Delivery confirmed, Caller caller) {
        if (confirmed.notice() == Notice.RECORD) {
            return;
        }
        for (Delivery earlier : store.deliveries().of(confirmed.record())) {
            if (earlier.recipient() == confirmed.recipient()
                    && earlier.paper().equals(confirmed.paper())
                    && earlier.notice() == Notice.RECORD
                    && earlier.state() == DeliveryState.SENT) {
                store.deliveries()
                        .move(
                                earlier,
                                earlier.withdrawn("Taken back before it was received"),
                                entry(earlier, caller, "unread", "Dropped unread, because the paper was taken back"));
            }
        }
    }

    private Receipt receipt(Delivery delivery, String body) throws RefusedException {
        DeliveryReceipt said;
        try {
            said = DeliveryReceipt.fromJson(body);
        } catch (DeliveryReceipt.ReasonMissingException e) {
            throw new RefusedException(Problem.REASON_MISSING);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Problem.BAD_RECEIPT);
        }
        if (said.at().isAfter(clock.instant().plus(CLOCKS_DIFFER))) {
            throw new RefusedException(Problem.RECEIPT_IN_FUTURE);
        }
        if (said.version().filter(version -> version != delivery.version()).isPresent()) {
            throw new RefusedException(Problem.WRONG_VERSION);
        }
        Optional<Sha256> stored =
                said.documentSha256().isPresent() ? paper(delivery).sha256() : Optional.empty();
        if (said.documentSha256().isPresent() && !stored.map(Sha256::hex).equals(said.documentSha256())) {
            LOG.warn("The receipt for {} quotes another document", delivery.id());
            throw new RefusedException(Problem.WRONG_DOCUMENT);
        }
        Receipt.Answer answer = switch (said.answer()) {
            case RECEIVED -> Receipt.Answer.RECEIVED;
            case ACKNOWLEDGED -> Receipt.Answer.ACKNOWLEDGED;
            case DELETED -> Receipt.Answer.DELETED;
            case ACTIONED -> Receipt.Answer.ACTIONED;
            case REJECTED -> Receipt.Answer.REJECTED;
        };
        return new Receipt(delivery.id(), answer, stored, said.reason(), said.at());
    }

    // Said before, overtaken by a later answer, or about a version that a newer one replaced: nothing changes.
    private static boolean isLateDuplicate(Delivery delivery, Receipt receipt) {
        DeliveryState state = delivery.state();
        return state == receipt.answer().state()
                || state == DeliveryState.SUPERSEDED
                || (receipt.answer() == Receipt.Answer.RECEIVED
                        && delivery.answeredAt().isPresent())
                || (receipt.answer() == Receipt.Answer.ACKNOWLEDGED && state == DeliveryState.ACTIONED);
    }

    private Paper paper(Delivery delivery) {
        return store.papers()
                .find(delivery.paper())
                .orElseThrow(() -> new IllegalStateException("The paper of " + delivery.id() + " is gone"));
    }

    private void note(Delivery delivery, Caller caller, String what, String detail) {
        store.audit().append(entry(delivery, caller, what, detail));
    }

    private AuditEntry entry(Delivery delivery, Caller caller, String what, String detail) {
        Instant now = clock.instant();
        return new AuditEntry(
                now,
                caller.client(),
                what,
                delivery.paper(),
                Optional.of(delivery.id().value()),
                detail);
    }
}
