package uk.casebridge.store.aws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactWriteItemsEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.delivery.DeliveryId;
import uk.casebridge.domain.delivery.DeliveryState;
import uk.casebridge.domain.kind.Urgency;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.domain.record.RecordId;
import uk.casebridge.domain.record.RecordKey;
import uk.casebridge.domain.record.RecordVersion;
import uk.casebridge.domain.standing.CourtCode;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.Evidence;
import uk.casebridge.store.Records;
import uk.casebridge.store.aws.Sealed.Spot;

/** Records in the table, sealed. Content too large for an item lies in evidence under its hash, sealed all the same. */
final class AwsRecords implements Records {

    /** DynamoDB takes 400 KB an item; the rest of the row and the index entries need little. */
    private static final int LARGEST_CONTENT = 300_000;
    /** DynamoDB takes 100 writes a transaction. */
    private static final int LARGEST_TRANSACTION = 100;

    private static final int PART = 0;
    private static final int FIRST_DELIVERY = 3;

    private final AwsTable table;
    private final Keys keys;
    private final Sealed sealed;
    private final AwsDeliveries deliveries;
    private final Supplier<Evidence> evidence;

    AwsRecords(AwsTable table, Keys keys, Sealed sealed, AwsDeliveries deliveries, Supplier<Evidence> evidence) {
        this.table = table;
        this.keys = keys;
        this.sealed = sealed;
        this.deliveries = deliveries;
        this.evidence = evidence;
    }

    @Override
    public RecordId idOf(RecordKey key) {
        return new RecordId("r-" + keys.hash("record", key.text()));
    }

    @Override
    public String caseGroup(String urn) {
        return keys.hash("case", urn);
    }

    @Override
    public Optional<RecordVersion> current(RecordId id) {
        // The newest version's row is read straight away: it and the pointer are written together.
        return table
                .versions()
                .query(query -> query.consistentRead(true)
                        .scanIndexForward(false)
                        .limit(1)
                        .queryConditional(QueryConditional.sortBeginsWith(AwsTable.key(Rows.record(id), Rows.VERSION))))
                .items()
                .stream()
                .findFirst()
                .map(this::opened);
    }

    @Override
    public Optional<RecordVersion> version(RecordId id, int version) {
        return Optional.ofNullable(table.versions()
                        .getItem(get ->
                                get.consistentRead(true).key(AwsTable.key(Rows.record(id), Rows.version(version)))))
                .map(this::opened);
    }

    @Override
    public List<RecordVersion> of(PaperId paper) {
        // Sorted by part and revision: the last of a part stays.
        Map<Integer, Rows.Part> lastOfPart = new TreeMap<>();
        AwsQueries.all(table.parts(), Rows.paper(paper), Rows.PART).stream()
                .filter(part -> !part.passed())
                .forEach(part -> lastOfPart.put(part.part(), part));
        List<Key> wanted = lastOfPart.values().stream()
                .map(part -> AwsTable.key(Rows.record(part.record()), Rows.version(part.version())))
                .toList();
        Map<Integer, RecordVersion> byPart = new HashMap<>();
        AwsQueries.withKeys(table, table.versions(), Rows.Version.class, wanted)
                .forEach(row -> byPart.put(row.part(), opened(row)));
        return lastOfPart.keySet().stream()
                .flatMap(part -> Optional.ofNullable(byPart.get(part)).stream())
                .toList();
    }

    @Override
    public List<Done> done(PaperId paper) {
        return AwsQueries.all(table.parts(), Rows.paper(paper), Rows.PART).stream()
                .map(part -> new Done(part.part(), part.revision(), part.record(), part.version(), part.passed()))
                .toList();
    }

    @Override
    public WriteOutcome write(
            RecordVersion version, List<Delivery> fresh, List<DeliveryId> overtaken, AuditEntry entry) {
        Records.requireOwn(version, fresh);
        Rows.Version row = sealed(version, fresh);
        List<CancellationReason> reasons;
        do {
            List<Delivery> old = stillWaiting(overtaken);
            reasons = table.together(transaction(version, row, fresh, old, entry));
            // Where only an overtaken delivery moved meanwhile, it was sent: it is read again and left as it is.
        } while (onlyOvertakenMoved(reasons, fresh.size()));
        if (reasons.isEmpty()) {
            return WriteOutcome.WRITTEN;
        }
        return AwsTable.conditionFailed(reasons.get(PART)) ? WriteOutcome.WRITTEN_BEFORE : WriteOutcome.OVERTAKEN;
    }

    @Override
    public void pass(PaperId paper, int part, int revision, RecordId record, int currentVersion, AuditEntry entry) {
        // That the part is dealt with already is as good as dealing with it.
        table.together(TransactWriteItemsEnhancedRequest.builder()
                .addPutItem(
                        table.parts(),
                        AwsTable.put(
                                Rows.Part.class,
                                new Rows.Part(paper, part, revision, record, currentVersion, true),
                                AwsTable.absent()))
                .addPutItem(table.audit(), table.line(entry))
                .build());
    }

    @Override
    public boolean takeBack(RecordVersion version, List<Delivery> fresh, AuditEntry entry) {
        Records.requireOwn(version, fresh);
        TransactWriteItemsEnhancedRequest.Builder all = TransactWriteItemsEnhancedRequest.builder()
                .addPutItem(
                        table.pointers(),
                        AwsTable.put(
                                Rows.Current.class,
                                new Rows.Current(version.id(), version.version()),
                                follows(version.version())))
                .addPutItem(
                        table.versions(), AwsTable.put(Rows.Version.class, sealed(version, fresh), AwsTable.absent()));
        for (Delivery delivery : fresh) {
            all.addPutItem(table.deliveries(), AwsTable.put(Delivery.class, delivery, AwsTable.absent()));
        }
        return table.together(all.addPutItem(table.audit(), table.line(entry)).build())
                .isEmpty();
    }

    private TransactWriteItemsEnhancedRequest transaction(
            RecordVersion version, Rows.Version row, List<Delivery> fresh, List<Delivery> old, AuditEntry entry) {
        int writes = FIRST_DELIVERY + fresh.size() + old.size() + 1;
        if (writes > LARGEST_TRANSACTION) {
            throw new IllegalArgumentException("A record version with " + fresh.size() + " deliveries that overtakes "
                    + old.size() + " needs more than " + LARGEST_TRANSACTION + " writes at once");
        }
        TransactWriteItemsEnhancedRequest.Builder all = TransactWriteItemsEnhancedRequest.builder()
                .addPutItem(
                        table.parts(),
                        AwsTable.put(
                                Rows.Part.class,
                                new Rows.Part(
                                        version.paper(),
                                        version.part(),
                                        version.revision(),
                                        version.id(),
                                        version.version(),
                                        false),
                                AwsTable.absent()))
                .addPutItem(
                        table.pointers(),
                        AwsTable.put(
                                Rows.Current.class,
                                new Rows.Current(version.id(), version.version()),
                                follows(version.version())))
                .addPutItem(table.versions(), AwsTable.put(Rows.Version.class, row, AwsTable.absent()));
        for (Delivery delivery : fresh) {
            all.addPutItem(table.deliveries(), AwsTable.put(Delivery.class, delivery, AwsTable.absent()));
        }
        for (Delivery delivery : old) {
            all.addPutItem(
                    table.deliveries(),
                    AwsTable.put(
                            Delivery.class,
                            delivery.superseded(),
                            AwsTable.unmoved(delivery.state().name(), delivery.attempts())));
        }
        return all.addPutItem(table.audit(), table.line(entry)).build();
    }

    private static Expression follows(int version) {
        if (version == 1) {
            return AwsTable.absent();
        }
        return Expression.builder()
                .expression("#version = :before")
                .expressionNames(Map.of("#version", "version"))
                .expressionValues(Map.of(":before", AttributeValue.fromN(Integer.toString(version - 1))))
                .build();
    }

    private List<Delivery> stillWaiting(List<DeliveryId> overtaken) {
        List<Delivery> waiting = new ArrayList<>();
        for (DeliveryId id : overtaken) {
            deliveries
                    .find(id)
                    .filter(delivery -> delivery.state().mayBecome(DeliveryState.SUPERSEDED))
                    .ifPresent(waiting::add);
        }
        return waiting;
    }

    private static boolean onlyOvertakenMoved(List<CancellationReason> reasons, int fresh) {
        List<Integer> failed = AwsTable.failedAt(reasons);
        return !failed.isEmpty() && failed.stream().allMatch(place -> place >= FIRST_DELIVERY + fresh);
    }

    private Rows.Version sealed(RecordVersion version, List<Delivery> fresh) {
        byte[] content = sealed.seal(RecordContent.of(version).toBytes(), spot(version.id(), version.version()));
        Optional<String> at = Optional.empty();
        if (content.length > LARGEST_CONTENT) {
            String name = "record-" + Sha256.of(content);
            evidence.get().put(version.paper(), name, content, "application/octet-stream");
            at = Optional.of(name);
        }
        return new Rows.Version(
                version.id(),
                version.version(),
                version.kind(),
                version.paper(),
                version.part(),
                version.revision(),
                version.paperSha256().hex(),
                version.issuingCourt().value(),
                version.urgency().name(),
                AwsDeliveries.groupsOf(fresh),
                at.isPresent() ? Optional.empty() : Optional.of(content),
                at,
                version.recordedAt());
    }

    private RecordVersion opened(Rows.Version row) {
        byte[] content = row.content()
                .or(() -> row.contentAt().flatMap(name -> evidence.get().get(row.paper(), name)))
                .orElseThrow(() -> new IllegalStateException(
                        "The content of " + row.id() + " version " + row.version() + " is gone"));
        RecordContent opened = RecordContent.fromBytes(sealed.open(content, spot(row.id(), row.version())));
        return new RecordVersion(
                row.id(),
                row.version(),
                row.kind(),
                row.paper(),
                row.part(),
                row.revision(),
                new Sha256(row.paperSha256()),
                new CourtCode(row.issuingCourt()),
                opened.fields(),
                opened.findings(),
                Urgency.valueOf(row.urgency()),
                opened.restrictions(),
                opened.sourceTime(),
                opened.changes(),
                row.recordedAt(),
                opened.takenBack());
    }

    private static Spot spot(RecordId id, int version) {
        return new Spot(Rows.record(id), Rows.version(version), "content");
    }
}
