package uk.casebridge.store.aws;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import uk.casebridge.store.Audit;
import uk.casebridge.store.ControlNumbers;
import uk.casebridge.store.Decisions;
import uk.casebridge.store.Deliveries;
import uk.casebridge.store.Evidence;
import uk.casebridge.store.Originals;
import uk.casebridge.store.Papers;
import uk.casebridge.store.People;
import uk.casebridge.store.RecipientQueues;
import uk.casebridge.store.Records;
import uk.casebridge.store.RoomDeadLetters;
import uk.casebridge.store.StandingLists;
import uk.casebridge.store.Store;
import uk.casebridge.store.WakeUps;

/**
 * A whole store over DynamoDB, S3, SQS and KMS. Making one asks nothing of AWS: clients, schemas and keys come when
 * they are first used. One per container, safe for many threads.
 */
public final class AwsStore implements Store {

    private final Keys keys;
    private final AwsPapers papers;
    private final AwsRecords records;
    private final AwsDeliveries deliveries;
    private final AwsControlNumbers controlNumbers;
    private final AwsAudit audit;
    private final AwsDecisions decisions;
    private final AwsPeople people;
    private final AwsOriginals originals;
    private final Supplier<Evidence> evidence;
    private final AwsRecipientQueues queues;
    private final AwsWakeUps wakeUps;
    private final AwsRoomDeadLetters roomDeadLetters;
    private final Supplier<StandingLists> standingLists;

    private AwsStore(AwsClients clients, AwsNames names, Clock clock) {
        this.keys = new Keys(clients::dynamoDb, clients::kms, names.table(), names.key());
        Sealed sealed = new Sealed(keys::sealing);
        AwsTable table = new AwsTable(clients::dynamoDb, names.table(), sealed);
        this.evidence = new Lazy<>(() -> new AwsEvidence(
                clients::s3, named(names.evidence(), "CASEBRIDGE_EVIDENCE").get()));
        this.papers = new AwsPapers(table, keys);
        this.deliveries = new AwsDeliveries(table);
        this.records = new AwsRecords(table, keys, sealed, deliveries, evidence);
        this.controlNumbers = new AwsControlNumbers(table, keys);
        this.audit = new AwsAudit(table);
        this.decisions = new AwsDecisions(table);
        this.people = new AwsPeople(table, keys);
        this.originals = new AwsOriginals(
                clients::s3,
                named(names.incoming(), "CASEBRIDGE_INCOMING"),
                named(names.originals(), "CASEBRIDGE_ORIGINALS"),
                clock);
        this.queues = new AwsRecipientQueues(clients::sqs, names.recipientQueues(), names.deadLetters());
        this.wakeUps = new AwsWakeUps(
                clients::sqs,
                named(names.extractQueue(), "CASEBRIDGE_EXTRACT_QUEUE"),
                named(names.pictureQueue(), "CASEBRIDGE_PICTURE_QUEUE"));
        this.roomDeadLetters = new AwsRoomDeadLetters(clients::sqs, names.roomQueues(), names.roomDeadLetters());
        this.standingLists = new Lazy<>(() -> new AwsStandingLists(
                clients::s3,
                named(names.standingData(), "CASEBRIDGE_STANDING_DATA").get()));
    }

    /**
     * A store with these clients and names. What a room was not given a name for fails when it is used, naming the
     * setting.
     */
    public static AwsStore of(AwsClients clients, AwsNames names, Clock clock) {
        return new AwsStore(clients, names, clock);
    }

    /**
     * An AES-256 key for a purpose of a room's own, such as sealing a session; every container of every room gets the
     * same. It comes from the table's keys, so asking for it may ask DynamoDB and KMS once.
     */
    public SecretKey keyFor(String purpose) {
        return keys.derived(purpose);
    }

    @Override
    public Papers papers() {
        return papers;
    }

    @Override
    public Records records() {
        return records;
    }

    @Override
    public Deliveries deliveries() {
        return deliveries;
    }

    @Override
    public ControlNumbers controlNumbers() {
        return controlNumbers;
    }

    @Override
    public Audit audit() {
        return audit;
    }

    @Override
    public People people() {
        return people;
    }

    @Override
    public Decisions decisions() {
        return decisions;
    }

    @Override
    public Originals originals() {
        return originals;
    }

    @Override
    public Evidence evidence() {
        return evidence.get();
    }

    @Override
    public RecipientQueues queues() {
        return queues;
    }

    @Override
    public WakeUps wakeUps() {
        return wakeUps;
    }

    @Override
    public RoomDeadLetters roomDeadLetters() {
        return roomDeadLetters;
    }

    @Override
    public StandingLists standingLists() {
        return standingLists.get();
    }

    private static Supplier<String> named(Optional<String> name, String setting) {
        return () -> name.orElseThrow(() -> new IllegalStateException("This room was not given " + setting));
    }
}
