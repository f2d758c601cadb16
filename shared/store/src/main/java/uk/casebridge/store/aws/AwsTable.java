package uk.casebridge.store.aws;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactPutItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactWriteItemsEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.delivery.DeliveryId;
import uk.casebridge.domain.delivery.DeliveryState;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.kind.Urgency;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.paper.PaperState;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.domain.recipient.Place;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.record.RecordId;
import uk.casebridge.domain.standing.CourtCode;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.aws.Sealed.Spot;

/** The one table: its rows' schemas, and how writes that belong together are made together. */
final class AwsTable {

    private static final int ATTEMPTS = 6;
    private static final long FIRST_WAIT_MS = 15;
    private static final String CONDITION_FAILED = "ConditionalCheckFailed";

    private final Supplier<DynamoDbClient> client;
    private final Sealed sealed;
    private final Lazy<DynamoDbEnhancedClient> enhanced;
    private final String name;
    private final AtomicLong lines = new AtomicLong();
    private final String container = HexFormat.of().formatHex(randomBytes());

    private final Lazy<DynamoDbTable<Paper>> papers;
    private final Lazy<DynamoDbTable<Delivery>> deliveries;
    private final Lazy<DynamoDbTable<Rows.Version>> versions;
    private final Lazy<DynamoDbTable<Rows.Groups>> groups;
    private final Lazy<DynamoDbTable<Rows.Current>> pointers;
    private final Lazy<DynamoDbTable<Rows.Part>> parts;
    private final Lazy<DynamoDbTable<Rows.Claim>> claims;
    private final Lazy<DynamoDbTable<Rows.Line>> audit;

    AwsTable(Supplier<DynamoDbClient> client, String name, Sealed sealed) {
        this.client = client;
        this.name = name;
        this.sealed = sealed;
        // No extensions: ours are the only conditions on a write.
        this.enhanced = new Lazy<>(() -> DynamoDbEnhancedClient.builder()
                .dynamoDbClient(client.get())
                .extensions(List.of())
                .build());
        this.papers = table(this::paperSchema);
        this.deliveries = table(this::deliverySchema);
        this.versions = table(AwsTable::versionSchema);
        this.groups = table(AwsTable::groupsSchema);
        this.pointers = table(AwsTable::pointerSchema);
        this.parts = table(AwsTable::partSchema);
        this.claims = table(AwsTable::claimSchema);
        this.audit = table(AwsTable::auditSchema);
    }

    DynamoDbClient client() {
        return client.get();
    }

    DynamoDbEnhancedClient enhanced() {
        return enhanced.get();
    }

    String name() {
        return name;
    }

    DynamoDbTable<Paper> papers() {
        return papers.get();
    }

    DynamoDbTable<Delivery> deliveries() {
        return deliveries.get();
    }

    DynamoDbTable<Rows.Version> versions() {
        return versions.get();
    }

    DynamoDbTable<Rows.Groups> groups() {
        return groups.get();
    }

    DynamoDbTable<Rows.Current> pointers() {
        return pointers.get();
    }

    DynamoDbTable<Rows.Part> parts() {
        return parts.get();
    }

    DynamoDbTable<Rows.Claim> claims() {
        return claims.get();
    }

    DynamoDbTable<Rows.Line> audit() {
        return audit.get();
    }

    static Key key(String pk, String sk) {
        return Key.builder().partitionValue(pk).sortValue(sk).build();
    }

    /** A line of the timeline as a row of its own. */
    Rows.Line line(AuditEntry entry) {
        return new Rows.Line(entry, "%012d-%s".formatted(lines.getAndIncrement(), container));
    }

    static Expression absent() {
        return Expression.builder().expression("attribute_not_exists(pk)").build();
    }

    /** Still in the state and at the count of attempts that were read: states only move forward, so this tells all. */
    static Expression unmoved(String state, int attempts) {
        return Expression.builder()
                .expression("#state = :state AND #attempts = :attempts")
                .expressionNames(Map.of("#state", "state", "#attempts", "attempts"))
                .expressionValues(Map.of(
                        ":state",
                        AttributeValue.fromS(state),
                        ":attempts",
                        AttributeValue.fromN(Integer.toString(attempts))))
                .build();
    }

    static <T> TransactPutItemEnhancedRequest<T> put(Class<T> type, T row, Expression condition) {
        return TransactPutItemEnhancedRequest.builder(type)
                .item(row)
                .conditionExpression(condition)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
    }

    /**
     * Makes writes together or not at all. A clash with another transaction is tried again after a short wait.
     *
     * @return nothing if they were made; else the reasons, one per write in order, of which at least one is a condition
     *     that did not hold
     */
    List<CancellationReason> together(TransactWriteItemsEnhancedRequest writes) {
        for (int attempt = 1; ; attempt++) {
            try {
                enhanced().transactWriteItems(writes);
                return List.of();
            } catch (TransactionCanceledException e) {
                List<CancellationReason> reasons = e.cancellationReasons();
                if (reasons.stream().anyMatch(AwsTable::conditionFailed)) {
                    return reasons;
                }
                boolean passing = reasons.stream().map(CancellationReason::code).anyMatch(AwsTable::mayPass);
                if (!passing || attempt == ATTEMPTS) {
                    throw e;
                }
                pause(attempt, e);
            }
        }
    }

    static boolean conditionFailed(CancellationReason reason) {
        return CONDITION_FAILED.equals(reason.code());
    }

    private static boolean mayPass(String code) {
        return code.equals("TransactionConflict")
                || code.equals("ThrottlingError")
                || code.equals("ProvisionedThroughputExceeded");
    }

    private static void pause(int attempt, TransactionCanceledException why) {
        long longest = FIRST_WAIT_MS << attempt;
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(FIRST_WAIT_MS, longest));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw why;
        }
    }

    private <T> Lazy<DynamoDbTable<T>> table(Supplier<TableSchema<T>> schema) {
        return new Lazy<>(() -> enhanced().table(name, schema.get()));
    }

    private TableSchema<Paper> paperSchema() {
        return RowSchema.of(Paper.class, "paper", paper -> Rows.paper(paper.id()), paper -> Rows.PAPER, this::paper)
                .text("id", paper -> paper.id().value())
                .bytes("fileName", paper -> sealed.seal(paper.fileName(), fileNameOf(Rows.paper(paper.id()))))
                .text("court", paper -> paper.court().value())
                .text("sender", Paper::sender)
                .text("state", paper -> paper.state().name())
                .maybeText("sha256", paper -> paper.sha256().map(Sha256::hex))
                .number("size", Paper::size)
                .maybeText("mediaType", Paper::mediaType)
                .maybeText("objectVersion", Paper::objectVersion)
                .maybeText("kind", Paper::kind)
                .count("records", Paper::records)
                .count("attempts", Paper::attempts)
                .maybeText(
                        "failure",
                        paper -> paper.failure().map(failure -> failure.code().code()))
                .maybeText("failureDetail", paper -> paper.failure().map(Failure::detail))
                .maybeText("duplicateOf", paper -> paper.duplicateOf().map(PaperId::value))
                .count("pages", Paper::pages)
                .text("createdAt", paper -> paper.createdAt().toString())
                .text("changedAt", paper -> paper.changedAt().toString())
                .index(
                        RowSchema.BY_STATE,
                        paper -> Optional.of(paperStatePk(paper.state())),
                        paper -> Optional.of(Rows.time(paper.changedAt()) + "#" + paper.id()))
                .index(
                        RowSchema.BY_COURT,
                        paper -> Optional.of(Rows.court(paper.court())),
                        paper -> Optional.of(paper.id().value()))
                .build();
    }

    static String paperStatePk(PaperState state) {
        return "PAPER#" + state;
    }

    private static Spot fileNameOf(String pk) {
        return new Spot(pk, Rows.PAPER, "fileName");
    }

    private Paper paper(Draft draft) {
        return new Paper(
                new PaperId(draft.text("id")),
                sealed.openText(draft.bytes("fileName"), fileNameOf(draft.text("pk"))),
                new CourtCode(draft.text("court")),
                draft.text("sender"),
                PaperState.valueOf(draft.text("state")),
                draft.maybeText("sha256").map(Sha256::new),
                draft.number("size"),
                draft.maybeText("mediaType"),
                draft.maybeText("objectVersion"),
                draft.maybeText("kind"),
                draft.count("records"),
                draft.count("attempts"),
                draft.maybeText("failure")
                        .map(code -> new Failure(
                                FailureCode.ofCode(code),
                                draft.maybeText("failureDetail").orElse(""))),
                draft.maybeText("duplicateOf").map(PaperId::new),
                draft.count("pages"),
                draft.time("createdAt"),
                draft.time("changedAt"));
    }

    private TableSchema<Delivery> deliverySchema() {
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
                // A recipient writes the reason, and may write a name into it.
                .maybeBytes(
                        "reason",
                        delivery -> delivery.reason()
                                .map(reason -> sealed.seal(
                                        reason,
                                        reasonOf(Rows.caseOf(delivery.caseGroup()), Rows.delivery(delivery.id())))))
                .index(
                        RowSchema.BY_STATE,
                        AwsTable::watchedPk,
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

    static String deliveryStatePk(Recipient recipient, Urgency urgency, DeliveryState state) {
        return "DELIVERY#" + AwsNames.lane(recipient, urgency) + "#" + state;
    }

    static String recipientListPk(Recipient recipient, DeliveryState state) {
        return "RECIPIENT#" + recipient.id() + "#" + state;
    }

    private static Optional<String> watchedPk(Delivery delivery) {
        return watched(delivery)
                .map(moment -> deliveryStatePk(delivery.recipient(), delivery.urgency(), delivery.state()));
    }

    /** The moment by which the sweep looks at a delivery; empty when it need not. */
    private static Optional<Instant> watched(Delivery delivery) {
        return switch (delivery.state()) {
            case PENDING -> Optional.of(delivery.nextAttemptAt());
            case SENT -> delivery.receiptDue();
            case UNPLACED -> Optional.of(delivery.createdAt());
            case RECEIVED, ACTIONED, REJECTED, SUPERSEDED -> Optional.empty();
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
                        .map(reason -> sealed.openText(reason, reasonOf(draft.text("pk"), draft.text("sk")))));
    }

    private static TableSchema<Rows.Version> versionSchema() {
        return RowSchema.of(
                        Rows.Version.class,
                        "version",
                        row -> Rows.record(row.id()),
                        row -> Rows.version(row.version()),
                        draft -> new Rows.Version(
                                new RecordId(draft.text("record")),
                                draft.count("version"),
                                draft.text("kind"),
                                new PaperId(draft.text("paper")),
                                draft.count("part"),
                                draft.text("paperSha256"),
                                draft.text("issuingCourt"),
                                draft.text("urgency"),
                                draft.text("groups"),
                                draft.maybeBytes("content"),
                                draft.maybeText("contentAt"),
                                draft.time("recordedAt")))
                .text("record", row -> row.id().value())
                .count("version", Rows.Version::version)
                .text("kind", Rows.Version::kind)
                .text("paper", row -> row.paper().value())
                .count("part", Rows.Version::part)
                .text("paperSha256", Rows.Version::paperSha256)
                .text("issuingCourt", Rows.Version::issuingCourt)
                .text("urgency", Rows.Version::urgency)
                .text("groups", Rows.Version::groups)
                .maybeBytes("content", Rows.Version::content)
                .maybeText("contentAt", Rows.Version::contentAt)
                .text("recordedAt", row -> row.recordedAt().toString())
                .build();
    }

    private static TableSchema<Rows.Groups> groupsSchema() {
        return RowSchema.of(
                        Rows.Groups.class,
                        "version",
                        row -> Rows.record(row.id()),
                        row -> Rows.version(row.version()),
                        draft -> new Rows.Groups(
                                new RecordId(draft.text("record")), draft.count("version"), draft.text("groups")))
                .text("record", row -> row.id().value())
                .count("version", Rows.Groups::version)
                .text("groups", Rows.Groups::groups)
                .build();
    }

    private static TableSchema<Rows.Current> pointerSchema() {
        return RowSchema.of(
                        Rows.Current.class,
                        "current",
                        row -> Rows.record(row.record()),
                        row -> Rows.CURRENT,
                        draft -> new Rows.Current(new RecordId(draft.text("record")), draft.count("version")))
                .text("record", row -> row.record().value())
                .count("version", Rows.Current::version)
                .build();
    }

    private static TableSchema<Rows.Part> partSchema() {
        return RowSchema.of(
                        Rows.Part.class,
                        "part",
                        row -> Rows.paper(row.paper()),
                        row -> Rows.part(row.part()),
                        draft -> new Rows.Part(
                                new PaperId(draft.text("paper")),
                                draft.count("part"),
                                new RecordId(draft.text("record")),
                                draft.count("version"),
                                draft.text("outcome").equals("passed")))
                .text("paper", row -> row.paper().value())
                .count("part", Rows.Part::part)
                .text("record", row -> row.record().value())
                .count("version", Rows.Part::version)
                .text("outcome", row -> row.passed() ? "passed" : "written")
                .build();
    }

    private static TableSchema<Rows.Claim> claimSchema() {
        return RowSchema.of(
                        Rows.Claim.class,
                        "claim",
                        row -> "CLAIM#" + row.hash(),
                        row -> Rows.CLAIM,
                        draft -> new Rows.Claim(
                                draft.text("pk").substring("CLAIM#".length()), new PaperId(draft.text("paper"))))
                .text("paper", row -> row.paper().value())
                .build();
    }

    private static TableSchema<Rows.Line> auditSchema() {
        return RowSchema.of(
                        Rows.Line.class,
                        "audit",
                        row -> Rows.paper(row.entry().paper()),
                        row -> Rows.AUDIT + Rows.time(row.entry().at()) + "#" + row.suffix(),
                        draft -> new Rows.Line(
                                new AuditEntry(
                                        draft.time("at"),
                                        draft.text("who"),
                                        draft.text("what"),
                                        new PaperId(draft.text("paper")),
                                        draft.maybeText("about"),
                                        draft.text("detail")),
                                ""))
                .text("at", row -> row.entry().at().toString())
                .text("who", row -> row.entry().who())
                .text("what", row -> row.entry().what())
                .text("paper", row -> row.entry().paper().value())
                .maybeText("about", row -> row.entry().about())
                .text("detail", row -> row.entry().detail())
                .build();
    }

    private static byte[] randomBytes() {
        byte[] bytes = new byte[6];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /** Which writes of a transaction failed their condition, by their place in it. */
    static List<Integer> failedAt(List<CancellationReason> reasons) {
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < reasons.size(); place++) {
            if (conditionFailed(reasons.get(place))) {
                places.add(place);
            }
        }
        return places;
    }
}
