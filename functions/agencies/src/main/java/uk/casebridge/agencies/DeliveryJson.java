package uk.casebridge.agencies;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.store.Page;

/** How a delivery stands, as its recipient sees it. What it says came by the queue and is not repeated here. */
final class DeliveryJson {

    private DeliveryJson() {}

    static ObjectNode of(Delivery delivery, Instant now) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", delivery.id().value());
        node.put("record", delivery.record().value());
        node.put("version", delivery.version());
        node.put("paper", delivery.paper().value());
        delivery.place()
                .ifPresent(place ->
                        node.putObject("place").put("code", place.code()).put("name", place.name()));
        node.put("urgency", delivery.urgency().name().toLowerCase(Locale.ROOT));
        node.put("state", delivery.state().name().toLowerCase(Locale.ROOT));
        put(node, "sentAt", delivery.sentAt());
        put(node, "receiptDue", delivery.receiptDue());
        put(node, "receivedAt", delivery.receivedAt());
        put(node, "answeredAt", delivery.answeredAt());
        node.put("overdue", delivery.isOverdue(now));
        put(node, "confirmationDue", delivery.confirmationDue());
        node.put("unconfirmed", delivery.isUnconfirmed(now));
        delivery.reason().ifPresent(reason -> node.put("reason", reason));
        return node;
    }

    static ObjectNode of(Page<Delivery> page, Instant now) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        page.items().forEach(delivery -> node.withArray("deliveries").add(of(delivery, now)));
        node.withArray("deliveries");
        page.next().ifPresent(cursor -> node.put("next", cursor));
        return node;
    }

    private static void put(ObjectNode node, String name, Optional<Instant> at) {
        at.ifPresent(moment -> node.put(name, moment.toString()));
    }
}
