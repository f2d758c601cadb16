package uk.casebridge.store.aws;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
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
import uk.casebridge.domain.paper.Instruction;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.person.Identification;
import uk.casebridge.domain.person.Person;
import uk.casebridge.domain.person.PersonId;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.People.PersonEntry;

/** The one table: its types of row, and how writes that belong together are made together. */
final class AwsTable {

    private static final int ATTEMPTS = 6;
    private static final long FIRST_WAIT_MS = 15;
    private static final String CONDITION_FAILED = "ConditionalCheckFailed";

    private final Supplier<DynamoDbClient> client;
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
    private final Lazy<DynamoDbTable<Rows.Bundled>> bundled;
    private final Lazy<DynamoDbTable<Rows.Claim>> claims;
    private final Lazy<DynamoDbTable<Rows.Numbered>> numbers;
    private final Lazy<DynamoDbTable<Rows.Line>> audit;
    private final Lazy<DynamoDbTable<Instruction>> instructions;
    private final Lazy<DynamoDbTable<DecisionRows.Decided>> decisions;
    private final Lazy<DynamoDbTable<Person>> people;
    private final Lazy<DynamoDbTable<Identification>> identifications;
    private final Lazy<DynamoDbTable<PersonRows.Keyed>> personKeys;
    private final Lazy<DynamoDbTable<PersonRows.Entry>> personEntries;
    private final Lazy<DynamoDbTable<PersonRows.Due>> peopleDue;

    AwsTable(Supplier<DynamoDbClient> client, String name, Sealed sealed) {
        this.client = client;
        this.name = name;
        // No extensions: ours are the only conditions on a write.
        this.enhanced = new Lazy<>(() -> DynamoDbEnhancedClient.builder()
                .dynamoDbClient(client.get())
                .extensions(List.of())
                .build());
        this.papers = table(new PaperRows(sealed)::schema);
        this.deliveries = table(new DeliveryRows(sealed)::schema);
        this.versions = table(RecordRows::version);
        this.groups = table(RecordRows::groups);
        this.pointers = table(RecordRows::current);
        this.parts = table(PartRows::part);
        this.bundled = table(PartRows::bundled);
        this.claims = table(PartRows::claim);
        this.numbers = table(PartRows::numbered);
        this.audit = table(PartRows::line);
        this.instructions = table(new InstructionRows(sealed)::schema);
        this.decisions = table(new DecisionRows(sealed)::schema);
        PersonRows personRows = new PersonRows(sealed);
        this.people = table(personRows::people);
        this.identifications = table(personRows::identifications);
        this.personKeys = table(PersonRows::keys);
        this.personEntries = table(PersonRows::entries);
        this.peopleDue = table(PersonRows::due);
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

    DynamoDbTable<Rows.Bundled> bundled() {
        return bundled.get();
    }

    DynamoDbTable<Rows.Claim> claims() {
        return claims.get();
    }

    DynamoDbTable<Rows.Numbered> numbers() {
        return numbers.get();
    }

    DynamoDbTable<Rows.Line> audit() {
        return audit.get();
    }

    DynamoDbTable<Instruction> instructions() {
        return instructions.get();
    }

    DynamoDbTable<DecisionRows.Decided> decisions() {
        return decisions.get();
    }

    DynamoDbTable<Person> people() {
        return people.get();
    }

    DynamoDbTable<Identification> identifications() {
        return identifications.get();
    }

    DynamoDbTable<PersonRows.Keyed> personKeys() {
        return personKeys.get();
    }

    DynamoDbTable<PersonRows.Entry> personEntries() {
        return personEntries.get();
    }

    DynamoDbTable<PersonRows.Due> peopleDue() {
        return peopleDue.get();
    }

    static Key key(String pk, String sk) {
        return Key.builder().partitionValue(pk).sortValue(sk).build();
    }

    /** A line of the timeline as a row of its own. */
    Rows.Line line(AuditEntry entry) {
        return new Rows.Line(entry, suffix());
    }

    /** A line of a person's history as a row of its own. */
    PersonRows.Entry line(PersonId person, PersonEntry entry) {
        return new PersonRows.Entry(person, entry, suffix());
    }

    private String suffix() {
        return "%012d-%s".formatted(lines.getAndIncrement(), container);
    }

    static Expression absent() {
        return Expression.builder().expression("attribute_not_exists(pk)").build();
    }

    static Expression present() {
        return Expression.builder().expression("attribute_exists(pk)").build();
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
