package uk.casebridge.store.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.delivery.DeliveryId;
import uk.casebridge.domain.delivery.DeliveryState;
import uk.casebridge.domain.kind.Urgency;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.record.RecordId;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.Deliveries;
import uk.casebridge.store.Page;

/** Deliveries in memory. */
public final class MemoryDeliveries implements Deliveries {

    private static final Comparator<Delivery> BY_ID =
            Comparator.comparing(delivery -> delivery.id().value());

    private final MemoryTable table;

    MemoryDeliveries(MemoryTable table) {
        this.table = table;
    }

    @Override
    public Optional<Delivery> find(DeliveryId id) {
        synchronized (table) {
            return Optional.ofNullable(table.deliveries.get(id));
        }
    }

    @Override
    public List<Delivery> of(PaperId paper) {
        return listed(delivery -> delivery.paper().equals(paper), BY_ID);
    }

    @Override
    public List<Delivery> of(RecordId record) {
        return listed(
                delivery -> delivery.record().equals(record),
                Comparator.comparingInt(Delivery::version).thenComparing(BY_ID));
    }

    @Override
    public boolean move(Delivery from, Delivery to, AuditEntry entry) {
        synchronized (table) {
            Delivery now = table.deliveries.get(from.id());
            if (now == null || now.state() != from.state() || now.attempts() != from.attempts()) {
                return false;
            }
            table.deliveries.put(to.id(), to);
            table.note(entry);
            return true;
        }
    }

    @Override
    public List<Delivery> due(Instant now, int limit) {
        return longest(DeliveryState.PENDING, Delivery::nextAttemptAt, at -> !at.isAfter(now), limit);
    }

    @Override
    public List<Delivery> overdue(Instant now, int limit) {
        return longest(
                DeliveryState.SENT,
                delivery -> delivery.receiptDue().orElse(Instant.MAX),
                due -> due.isBefore(now),
                limit);
    }

    @Override
    public List<Delivery> unconfirmed(Instant now, int limit) {
        return longest(DeliveryState.RECEIVED, MemoryDeliveries::confirmationDue, due -> due.isBefore(now), limit);
    }

    private static Instant confirmationDue(Delivery delivery) {
        return delivery.confirmationDue().orElse(Instant.MAX);
    }

    @Override
    public List<Delivery> unplaced(int limit) {
        return longest(DeliveryState.UNPLACED, Delivery::createdAt, at -> true, limit);
    }

    @Override
    public Page<Delivery> of(Recipient recipient, DeliveryState state, Optional<String> cursor, int limit) {
        List<Delivery> found = listed(
                        delivery -> delivery.recipient() == recipient && delivery.state() == state,
                        Comparator.comparing(MemoryDeliveries::place))
                .stream()
                .filter(delivery -> cursor.isEmpty() || place(delivery).compareTo(cursor.get()) > 0)
                .limit(limit + 1L)
                .toList();
        return Pages.cut(found, limit, MemoryDeliveries::place);
    }

    private List<Delivery> longest(
            DeliveryState state, Function<Delivery, Instant> moment, Predicate<Instant> wanted, int limit) {
        Map<Lane, Integer> counts = new HashMap<>();
        return listed(
                        delivery -> delivery.state() == state && wanted.test(moment.apply(delivery)),
                        Comparator.comparing(moment).thenComparing(BY_ID))
                .stream()
                .filter(delivery ->
                        counts.merge(new Lane(delivery.recipient(), delivery.urgency()), 1, Integer::sum) <= limit)
                .toList();
    }

    private List<Delivery> listed(Predicate<Delivery> wanted, Comparator<Delivery> order) {
        synchronized (table) {
            Stream<Delivery> found = table.deliveries.values().stream().filter(wanted);
            return found.sorted(order).toList();
        }
    }

    private record Lane(Recipient recipient, Urgency urgency) {}

    private static String place(Delivery delivery) {
        return "%020d %s".formatted(delivery.createdAt().toEpochMilli(), delivery.id());
    }
}
