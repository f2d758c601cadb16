package uk.casebridge.store.aws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactWriteItemsEnhancedRequest;
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

/**
 * Deliveries in the table, where those of one case share a partition, so that the stream keeps their order. Which case
 * that is stands in the row of the record version, so a delivery is found by its id with two strong reads and no index.
 */
final class AwsDeliveries implements Deliveries {

    private static final Pattern ID = Pattern.compile("d-([0-9a-f]{32})-([0-9]{1,6})-([a-z-]{1,40})");
    private static final Comparator<Delivery> BY_ID =
            Comparator.comparing(delivery -> delivery.id().value());

    private final AwsTable table;

    AwsDeliveries(AwsTable table) {
        this.table = table;
    }

    @Override
    public Optional<Delivery> find(DeliveryId id) {
        Matcher parts = ID.matcher(id.value());
        if (!parts.matches()) {
            return Optional.empty();
        }
        RecordId record = new RecordId("r-" + parts.group(1));
        int version = Integer.parseInt(parts.group(2));
        return table
                .groups()
                .query(query -> query.consistentRead(true)
                        .attributesToProject("pk", "sk", "record", "version", "groups")
                        .queryConditional(
                                QueryConditional.keyEqualTo(AwsTable.key(Rows.record(record), Rows.version(version)))))
                .items()
                .stream()
                .findFirst()
                .map(row -> groupsOf(row.groups()).get(parts.group(3)))
                .flatMap(group -> Optional.ofNullable(table.deliveries()
                        .getItem(get ->
                                get.consistentRead(true).key(AwsTable.key(Rows.caseOf(group), Rows.delivery(id))))));
    }

    @Override
    public List<Delivery> of(PaperId paper) {
        return table
                .deliveries()
                .index(RowSchema.BY_PAPER)
                .query(query -> query.queryConditional(
                        QueryConditional.sortBeginsWith(AwsTable.key(Rows.paper(paper), Rows.DELIVERY))))
                .stream()
                .flatMap(page -> page.items().stream())
                .sorted(BY_ID)
                .toList();
    }

    @Override
    public List<Delivery> of(RecordId record) {
        List<Key> keys = new ArrayList<>();
        table.groups()
                .query(query -> query.consistentRead(true)
                        .attributesToProject("pk", "sk", "record", "version", "groups")
                        .queryConditional(
                                QueryConditional.sortBeginsWith(AwsTable.key(Rows.record(record), Rows.VERSION))))
                .items()
                .forEach(row -> groupsOf(row.groups())
                        .forEach((recipient, group) -> keys.add(AwsTable.key(
                                Rows.caseOf(group), Rows.delivery(idOf(record, row.version(), recipient))))));
        return AwsQueries.withKeys(table, table.deliveries(), Delivery.class, keys).stream()
                .sorted(Comparator.comparingInt(Delivery::version).thenComparing(BY_ID))
                .toList();
    }

    @Override
    public boolean move(Delivery from, Delivery to, AuditEntry entry) {
        return table.together(TransactWriteItemsEnhancedRequest.builder()
                        .addPutItem(
                                table.deliveries(),
                                AwsTable.put(
                                        Delivery.class,
                                        to,
                                        AwsTable.unmoved(from.state().name(), from.attempts())))
                        .addPutItem(table.audit(), table.line(entry))
                        .build())
                .isEmpty();
    }

    @Override
    public List<Delivery> due(Instant now, int limit) {
        // What is due at this very moment counts, so the bound is the next one.
        return watched(DeliveryState.PENDING, Optional.of(now.plusNanos(1)), Delivery::nextAttemptAt, limit);
    }

    @Override
    public List<Delivery> overdue(Instant now, int limit) {
        return watched(
                DeliveryState.SENT,
                Optional.of(now),
                delivery -> delivery.receiptDue().orElse(Instant.MAX),
                limit);
    }

    @Override
    public List<Delivery> unconfirmed(Instant now, int limit) {
        return watched(
                DeliveryState.RECEIVED,
                Optional.of(now),
                delivery -> delivery.confirmationDue().orElse(Instant.MAX),
                limit);
    }

    @Override
    public List<Delivery> unplaced(int limit) {
        return watched(DeliveryState.UNPLACED, Optional.empty(), Delivery::createdAt, limit);
    }

    @Override
    public Page<Delivery> of(Recipient recipient, DeliveryState state, Optional<String> cursor, int limit) {
        return AwsQueries.page(
                table.deliveries(),
                RowSchema.BY_COURT,
                DeliveryRows.recipientListPk(recipient, state),
                true,
                cursor,
                limit);
    }

    /** What a version's row says of its deliveries, so that they are found again. */
    static String groupsOf(List<Delivery> deliveries) {
        return deliveries.stream()
                .map(delivery -> delivery.recipient().id() + "=" + delivery.caseGroup())
                .collect(Collectors.joining(","));
    }

    private static Map<String, String> groupsOf(String text) {
        Map<String, String> groups = new LinkedHashMap<>();
        for (String pair : text.split(",", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                groups.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return groups;
    }

    private static DeliveryId idOf(RecordId record, int version, String recipient) {
        return DeliveryId.of(
                record,
                version,
                Recipient.withId(recipient)
                        .orElseThrow(() -> new IllegalStateException("No recipient has the id " + recipient)));
    }

    // The index is divided by lane, so that a recipient that is away, or what can wait, fills nobody else's first page.
    private List<Delivery> watched(
            DeliveryState state, Optional<Instant> before, Function<Delivery, Instant> moment, int limit) {
        return Arrays.stream(Recipient.values())
                .flatMap(recipient ->
                        Arrays.stream(Urgency.values()).map(urgency -> DeliveryRows.statePk(recipient, urgency, state)))
                .flatMap(lane ->
                        AwsQueries.first(table.deliveries(), RowSchema.BY_STATE, lane, before.map(Rows::time), limit)
                                .stream())
                .sorted(Comparator.comparing(moment).thenComparing(BY_ID))
                .toList();
    }
}
