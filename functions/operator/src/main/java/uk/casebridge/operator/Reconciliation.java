package uk.casebridge.operator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.delivery.DeliveryId;
import uk.casebridge.domain.delivery.DeliveryState;
import uk.casebridge.domain.kind.Entitlement;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperState;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.record.RecordVersion;
import uk.casebridge.store.Page;
import uk.casebridge.store.Store;

/**
 * Holds papers against deliveries, both ways: every record version of a recorded paper has a delivery for everyone
 * entitled to it, and every delivery has the record version it says it is of. It says how many it looked at, and
 * whether there are more than it looks at in one call.
 */
final class Reconciliation {

    /** Most papers, and most deliveries of a recipient in a state, that are looked at: a call has 29 seconds. */
    private static final int MOST = 500;

    private final Store store;
    private final Clock clock;

    Reconciliation(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    ObjectNode reconcile() {
        ObjectNode view = Views.object();
        List<Delivery> deliveries = new ArrayList<>();
        ArrayNode recipients = view.putArray("recipients");
        boolean more = false;
        for (Recipient recipient : Recipient.values()) {
            ObjectNode row = recipients.addObject().put("recipient", recipient.id());
            ObjectNode states = row.putObject("states");
            for (DeliveryState state : DeliveryState.values()) {
                Page<Delivery> page = store.deliveries().of(recipient, state, Optional.empty(), MOST);
                states.put(state.name(), page.items().size());
                more |= page.next().isPresent();
                deliveries.addAll(page.items());
            }
            row.put("overdue", overdue(deliveries, recipient));
        }
        List<Paper> papers = store.papers().inStateSince(PaperState.RECORDED, clock.instant(), MOST);
        ArrayNode missing = view.putArray("missing");
        papers.forEach(paper -> missing(paper).forEach(missing::add));
        ArrayNode stray = view.putArray("stray");
        deliveries.stream()
                .filter(delivery -> store.records()
                        .version(delivery.record(), delivery.version())
                        .filter(version -> version.paper().equals(delivery.paper()))
                        .isEmpty())
                .forEach(delivery -> stray.add(delivery.id().value()));
        view.put("papersSeen", papers.size());
        view.put("deliveriesSeen", deliveries.size());
        view.put("more", more || papers.size() == MOST);
        view.put("agrees", missing.isEmpty() && stray.isEmpty());
        return view;
    }

    private long overdue(List<Delivery> deliveries, Recipient recipient) {
        return deliveries.stream()
                .filter(delivery -> delivery.recipient() == recipient)
                .filter(delivery -> delivery.isOverdue(clock.instant()))
                .count();
    }

    private List<ObjectNode> missing(Paper paper) {
        Set<DeliveryId> there =
                store.deliveries().of(paper.id()).stream().map(Delivery::id).collect(Collectors.toSet());
        List<ObjectNode> missing = new ArrayList<>();
        for (RecordVersion version : store.records().of(paper.id())) {
            for (Entitlement entitlement : KindCatalogue.get(version.kind()).entitlements()) {
                DeliveryId due = DeliveryId.of(version.id(), version.version(), entitlement.recipient());
                if (!there.contains(due)) {
                    missing.add(Views.object()
                            .put("paper", paper.id().value())
                            .put("delivery", due.value())
                            .put("recipient", entitlement.recipient().id()));
                }
            }
        }
        return missing;
    }
}
