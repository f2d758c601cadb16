package uk.casebridge.cdk;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexProps;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.dynamodb.StreamViewType;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;
import software.amazon.awscdk.services.lambda.EventSourceMapping;
import software.amazon.awscdk.services.lambda.StartingPosition;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.CorsRule;
import software.amazon.awscdk.services.s3.HttpMethods;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectLockRetention;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.amazon.awscdk.services.sqs.QueuePolicy;
import software.constructs.Construct;
import uk.casebridge.domain.recipient.Recipient;

/** What papers flow through: buckets, queues, the table, the functions between them, and the alarms. */
public final class CoreStack extends Stack {

    /** The table's indexes by name, each with its partition and sort key. */
    static final Map<String, List<String>> INDEXES = Map.of(
            "byState", List.of("statePk", "stateSk"),
            "byPaper", List.of("paperPk", "paperSk"),
            "byCourt", List.of("courtPk", "courtSk"));

    /** The metric, written by the sweep, that counts urgent deliveries past their recipient's limit. */
    static final String OVERDUE_URGENT = "OverdueUrgentDeliveries";

    private static final int MAXIMUM_RECEIVES = 5;

    private final Alarms alarms;
    private final Key dataKey;
    private final Bucket incoming;
    private final Bucket originals;
    private final Bucket evidence;
    private final Table table;
    private final RoomQueue intake;
    private final RoomQueue urgentIntake;
    private final RoomQueue picture;
    private final Queue relayFailures;
    private final Map<Recipient, RecipientLanes> lanes = new EnumMap<>(Recipient.class);

    /** A room's own queue and its dead letters. */
    private record RoomQueue(Queue queue, Queue deadLetters) {}

    CoreStack(Construct scope, String id, StackProps props, Deployables deployables, Deployment deployment) {
        super(scope, id, props);
        alarms = new Alarms(this, "Alarms", deployment);
        dataKey = dataKey();
        Bucket accessLogs = accessLogs();
        // Ordinary papers may wait while a message that timed out is retried; AWS advises six times the function's
        // timeout. An urgent one may not wait so long; its mark before each attempt keeps a second reader away.
        intake = roomQueue("Intake", Room.EXTRACT.timeout().multipliedBy(6));
        urgentIntake = roomQueue("IntakeUrgent", Room.EXTRACT.timeout().plusMinutes(1));
        picture = roomQueue("Picture", Room.PICTURE.timeout().multipliedBy(6));
        relayFailures = deadLetters("RelayFailures");
        Explained.lastQueue(relayFailures);
        incoming = incoming(accessLogs, deployment);
        originals = originals(accessLogs);
        evidence = evidence(accessLogs);
        table = table();
        for (Recipient recipient : Recipient.values()) {
            lanes.put(recipient, new RecipientLanes(this, recipient, deployment.account(recipient), alarms));
        }
        extract(deployables);
        picture(deployables);
        relay(deployables);
        sweep(deployables);
        watchQueues();
    }

    private Key dataKey() {
        Key key = Key.Builder.create(this, "DataKey")
                .description("Casebridge: papers, records and the house's own queues")
                .enableKeyRotation(true)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        key.addToResourcePolicy(PolicyStatement.Builder.create()
                .sid("UploadsAreAnnounced")
                .principals(List.of(new ServicePrincipal("s3.amazonaws.com")))
                .actions(List.of("kms:Decrypt", "kms:GenerateDataKey"))
                .resources(List.of("*"))
                .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID)))
                .build());
        return key;
    }

    private Bucket accessLogs() {
        return Bucket.Builder.create(this, "AccessLogs")
                // S3 delivers its access logs to no bucket under a key of our own.
                .encryption(BucketEncryption.S3_MANAGED)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .enforceSsl(true)
                .lifecycleRules(List.of(LifecycleRule.builder()
                        .id("KeepForAYear")
                        .expiration(Duration.days(400))
                        .build()))
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
    }

    private Bucket.Builder papersBucket(String id, Bucket accessLogs) {
        return Bucket.Builder.create(this, id)
                .encryption(BucketEncryption.KMS)
                .encryptionKey(dataKey)
                .bucketKeyEnabled(true)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .enforceSsl(true)
                .serverAccessLogsBucket(accessLogs)
                .serverAccessLogsPrefix(id.toLowerCase(Locale.ROOT) + "/")
                .removalPolicy(RemovalPolicy.RETAIN);
    }

    private Bucket incoming(Bucket accessLogs, Deployment deployment) {
        List<String> origins = deployment.portalOrigins().isEmpty()
                ? List.of("https://*.execute-api." + Aws.REGION + "." + Aws.URL_SUFFIX)
                : deployment.portalOrigins();
        // Versioned, so that what is copied and read is the very upload that was measured, whatever is put after it.
        Bucket bucket = papersBucket("Incoming", accessLogs)
                .versioned(true)
                .lifecycleRules(List.of(LifecycleRule.builder()
                        .id("GoneInADay")
                        .expiration(Duration.days(1))
                        .noncurrentVersionExpiration(Duration.days(1))
                        .abortIncompleteMultipartUploadAfter(Duration.days(1))
                        .build()))
                .cors(List.of(CorsRule.builder()
                        .allowedMethods(List.of(HttpMethods.POST))
                        .allowedOrigins(origins)
                        .allowedHeaders(List.of("*"))
                        .exposedHeaders(List.of("ETag"))
                        .maxAge(3600)
                        .build()))
                .build();
        // On the L1 resource: the L2 notification brings a Python function of its own.
        CfnBucket resource = Resources.under(bucket, CfnBucket.class);
        resource.setNotificationConfiguration(CfnBucket.NotificationConfigurationProperty.builder()
                .queueConfigurations(List.of(
                        announce("papers/", intake.queue()),
                        announce("drop/", intake.queue()),
                        announce("urgent/", urgentIntake.queue())))
                .build());
        for (RoomQueue fed : List.of(intake, urgentIntake)) {
            // Not by the bucket's ARN: the bucket waits for the policy, so the policy cannot wait for the bucket.
            fed.queue()
                    .addToResourcePolicy(PolicyStatement.Builder.create()
                            .sid("UploadsAreAnnounced")
                            .principals(List.of(new ServicePrincipal("s3.amazonaws.com")))
                            .actions(List.of("sqs:SendMessage"))
                            .resources(List.of(fed.queue().getQueueArn()))
                            .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID)))
                            .build());
            QueuePolicy policy = (QueuePolicy) fed.queue().getNode().findChild("Policy");
            bucket.getNode().addDependency(policy);
        }
        return bucket;
    }

    private static CfnBucket.QueueConfigurationProperty announce(String prefix, Queue queue) {
        return CfnBucket.QueueConfigurationProperty.builder()
                .event("s3:ObjectCreated:*")
                .filter(CfnBucket.NotificationFilterProperty.builder()
                        .s3Key(CfnBucket.S3KeyFilterProperty.builder()
                                .rules(List.of(CfnBucket.FilterRuleProperty.builder()
                                        .name("prefix")
                                        .value(prefix)
                                        .build()))
                                .build())
                        .build())
                .queue(queue.getQueueArn())
                .build();
    }

    private Bucket originals(Bucket accessLogs) {
        return papersBucket("Originals", accessLogs)
                .versioned(true)
                .objectLockEnabled(true)
                // Held from the moment it is kept; lengthened when the kind is known.
                .objectLockDefaultRetention(ObjectLockRetention.governance(Duration.days(30)))
                .build();
    }

    private Bucket evidence(Bucket accessLogs) {
        return papersBucket("Evidence", accessLogs).build();
    }

    private Table table() {
        Table made = Table.Builder.create(this, "Table")
                .partitionKey(text("pk"))
                .sortKey(text("sk"))
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .stream(StreamViewType.NEW_AND_OLD_IMAGES)
                .pointInTimeRecoverySpecification(PointInTimeRecoverySpecification.builder()
                        .pointInTimeRecoveryEnabled(true)
                        .build())
                .timeToLiveAttribute("expiresAt")
                .encryption(TableEncryption.CUSTOMER_MANAGED)
                .encryptionKey(dataKey)
                .deletionProtection(true)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        INDEXES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(index -> made.addGlobalSecondaryIndex(GlobalSecondaryIndexProps.builder()
                        .indexName(index.getKey())
                        .partitionKey(text(index.getValue().getFirst()))
                        .sortKey(text(index.getValue().getLast()))
                        .projectionType(ProjectionType.ALL)
                        .build()));
        return made;
    }

    private static Attribute text(String name) {
        return Attribute.builder().name(name).type(AttributeType.STRING).build();
    }

    private RoomQueue roomQueue(String id, java.time.Duration visibility) {
        Queue dead = deadLetters(id + "DeadLetters");
        Queue queue = Queue.Builder.create(this, id + "Queue")
                .encryption(QueueEncryption.KMS)
                .encryptionMasterKey(dataKey)
                .dataKeyReuse(Duration.hours(1))
                .enforceSsl(true)
                .visibilityTimeout(Duration.seconds(visibility.toSeconds()))
                .retentionPeriod(Duration.days(4))
                .deadLetterQueue(DeadLetterQueue.builder()
                        .queue(dead)
                        .maxReceiveCount(MAXIMUM_RECEIVES)
                        .build())
                .build();
        return new RoomQueue(queue, dead);
    }

    private Queue deadLetters(String id) {
        return Queue.Builder.create(this, id)
                .encryption(QueueEncryption.KMS)
                .encryptionMasterKey(dataKey)
                .dataKeyReuse(Duration.hours(1))
                .enforceSsl(true)
                .retentionPeriod(Duration.days(14))
                .build();
    }

    private void extract(Deployables deployables) {
        RoomFunction room = room(this, Room.EXTRACT, deployables, Map.of());
        room.may("FetchIncoming", List.of("s3:GetObject", "s3:GetObjectVersion"), List.of(incoming.arnForObjects("*")));
        tellsMissing(room, incoming);
        keeps(room);
        keepsEvidence(room);
        wakes(room, "WakePicture", picture.queue());
        feed(room, "Ordinary", intake.queue(), 10);
        feed(room, "Urgent", urgentIntake.queue(), 10);
        room.watch(alarms, Alarms.Concern.CUSTODY);
    }

    private void picture(Deployables deployables) {
        RoomFunction room = room(this, Room.PICTURE, deployables, Map.of());
        fetchesOriginals(room);
        keepsEvidence(room);
        feed(room, "Papers", picture.queue(), 5);
        room.watch(alarms, Alarms.Concern.OPERATIONS);
    }

    private void relay(Deployables deployables) {
        RoomFunction room = room(this, Room.RELAY, deployables, Map.of());
        fetchesEvidence(room);
        sendsToRecipients(room, "Recipients");
        // A record too large for an item of the table lies among the evidence.
        fetchesEvidence(room);
        room.may(
                "ReadTheStream",
                List.of("dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"),
                List.of(streamArn()));
        room.may("FindTheStream", List.of("dynamodb:ListStreams"), List.of(table.getTableArn() + "/stream/*"));
        room.may("ReportFailures", List.of("sqs:SendMessage"), List.of(relayFailures.getQueueArn()));
        EventSourceMapping stream = EventSourceMapping.Builder.create(room, "Stream")
                .target(room.function())
                .eventSourceArn(streamArn())
                // A stream that is read from its end could miss what is written while the mapping is being made.
                .startingPosition(StartingPosition.TRIM_HORIZON)
                .batchSize(100)
                .reportBatchItemFailures(true)
                .bisectBatchOnError(true)
                .retryAttempts(10)
                .maxRecordAge(Duration.hours(6))
                // More than one would keep order within an item only, and a case is many items of one partition.
                .parallelizationFactor(1)
                .filters(List.of(Map.of(
                        "pattern",
                        "{\"eventName\":[\"INSERT\",\"MODIFY\"],\"dynamodb\":{\"NewImage\":"
                                + "{\"type\":{\"S\":[\"delivery\"]},\"state\":{\"S\":[\"PENDING\"]}}}}")))
                .build();
        // On the L1 resource: the L2 destination lets the relay use every operation of the queue's key.
        Resources.under(stream, CfnEventSourceMapping.class)
                .setDestinationConfig(CfnEventSourceMapping.DestinationConfigProperty.builder()
                        .onFailure(CfnEventSourceMapping.OnFailureProperty.builder()
                                .destination(relayFailures.getQueueArn())
                                .build())
                        .build());
        stream.getNode().addDependency(room.policy());
        Explained.streamsOfTheTable(room.role());
        room.watch(alarms, Alarms.Concern.CUSTODY);
        alarms.ring(
                room,
                "Lag",
                room.function()
                        .metric(
                                "IteratorAge",
                                MetricOptions.builder()
                                        .statistic("Maximum")
                                        .period(Duration.minutes(1))
                                        .build()),
                Alarms.Limit.above(120_000, 2),
                Alarms.Concern.CUSTODY,
                "The relay is more than two minutes behind the table.",
                Runbook.RELAY_LAG);
    }

    private void sweep(Deployables deployables) {
        RoomFunction room = room(this, Room.SWEEP, deployables, Map.of());
        sendsToRecipients(room, "Recipients");
        wakes(room, "WakeExtract", intake.queue());
        wakes(room, "WakePicture", picture.queue());
        Rule.Builder.create(this, "SweepSchedule")
                .description("Casebridge: look for what is stuck, unsent or overdue")
                .schedule(Schedule.rate(Duration.minutes(5)))
                // The next round does what a failed one left, so nothing is retried.
                .targets(List.of(LambdaFunction.Builder.create(room.function())
                        .retryAttempts(0)
                        .build()))
                .build();
        room.watch(alarms, Alarms.Concern.CUSTODY);
        alarms.ring(
                room,
                "Silent",
                room.function()
                        .metricInvocations(MetricOptions.builder()
                                .statistic("Sum")
                                .period(Duration.minutes(5))
                                .build()),
                Alarms.Limit.belowOrSilent(1, 3),
                Alarms.Concern.CUSTODY,
                "The sweep has not run for a quarter of an hour.",
                Runbook.SWEEP_SILENT);
        alarms.ring(
                room,
                "OverdueUrgent",
                Metric.Builder.create()
                        .namespace("Casebridge")
                        .metricName(OVERDUE_URGENT)
                        .statistic("Maximum")
                        .period(Duration.minutes(5))
                        .build(),
                Alarms.Limit.atLeast(1),
                Alarms.Concern.CUSTODY,
                "A delivery that changes somebody's custody has no receipt in time.",
                Runbook.OVERDUE_URGENT_DELIVERIES);
    }

    private void watchQueues() {
        MetricOptions everyMinute = MetricOptions.builder()
                .statistic("Maximum")
                .period(Duration.minutes(1))
                .build();
        watchDeadLetters(intake.deadLetters(), everyMinute, Alarms.Concern.CUSTODY, Runbook.INTAKE_DEAD_LETTERS);
        watchDeadLetters(urgentIntake.deadLetters(), everyMinute, Alarms.Concern.CUSTODY, Runbook.INTAKE_DEAD_LETTERS);
        watchDeadLetters(picture.deadLetters(), everyMinute, Alarms.Concern.OPERATIONS, Runbook.PICTURE_DEAD_LETTERS);
        watchDeadLetters(relayFailures, everyMinute, Alarms.Concern.CUSTODY, Runbook.RELAY_DEAD_LETTERS);
        alarms.ring(
                intake.queue(),
                "OldestMessage",
                intake.queue().metricApproximateAgeOfOldestMessage(everyMinute),
                Alarms.Limit.above(java.time.Duration.ofMinutes(30).toSeconds(), 1),
                Alarms.Concern.OPERATIONS,
                "An uploaded paper has waited for more than 30 minutes to be read.",
                Runbook.INTAKE_AGE);
        alarms.ring(
                urgentIntake.queue(),
                "OldestMessage",
                urgentIntake.queue().metricApproximateAgeOfOldestMessage(everyMinute),
                Alarms.Limit.above(java.time.Duration.ofMinutes(5).toSeconds(), 1),
                Alarms.Concern.CUSTODY,
                "An urgent paper has waited for more than 5 minutes to be read.",
                Runbook.INTAKE_AGE);
    }

    private void watchDeadLetters(Queue queue, MetricOptions options, Alarms.Concern concern, Runbook runbook) {
        alarms.ring(
                queue,
                "Present",
                queue.metricApproximateNumberOfMessagesVisible(options),
                Alarms.Limit.atLeast(1),
                concern,
                "The queue " + queue.getNode().getId() + " has a message that nobody could deal with.",
                runbook);
    }

    private void feed(RoomFunction room, String id, Queue queue, int concurrency) {
        room.may(
                "Take" + id,
                List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"),
                List.of(queue.getQueueArn()));
        EventSourceMapping mapping = EventSourceMapping.Builder.create(room, id)
                .target(room.function())
                .eventSourceArn(queue.getQueueArn())
                // One paper, one invocation: a paper that kills the process takes no other with it.
                .batchSize(1)
                .maxConcurrency(concurrency)
                .reportBatchItemFailures(true)
                .build();
        mapping.getNode().addDependency(room.policy());
    }

    /**
     * Makes a room's function with its settings and with what every room may do: read and write the table, and open the
     * keys its personal fields are sealed under.
     *
     * @param more the settings that this stack does not know
     */
    RoomFunction room(Construct scope, Room room, Deployables deployables, Map<Setting, String> more) {
        Map<Setting, String> settings = new EnumMap<>(Setting.class);
        for (Setting setting : room.settings()) {
            settings.put(setting, more.containsKey(setting) ? more.get(setting) : value(setting));
        }
        RoomFunction made = new RoomFunction(scope, room, deployables, settings);
        List<String> tableAndIndexes = new ArrayList<>(List.of(table.getTableArn()));
        INDEXES.keySet().stream()
                .sorted()
                .forEach(index -> tableAndIndexes.add(table.getTableArn() + "/index/" + index));
        made.may(
                "UseTheTable",
                List.of(
                        "dynamodb:BatchGetItem",
                        "dynamodb:ConditionCheckItem",
                        "dynamodb:GetItem",
                        "dynamodb:PutItem",
                        "dynamodb:Query",
                        "dynamodb:UpdateItem"),
                tableAndIndexes);
        Explained.objectsOfAPaper(made.role());
        made.may("OpenSealedFields", List.of("kms:Decrypt", "kms:GenerateDataKey"), List.of(dataKey.getKeyArn()));
        return made;
    }

    private String value(Setting setting) {
        return switch (setting) {
            case TABLE -> table.getTableName();
            case KEY -> dataKey.getKeyArn();
            case INCOMING -> incoming.getBucketName();
            case ORIGINALS -> originals.getBucketName();
            case EVIDENCE -> evidence.getBucketName();
            case EXTRACT_QUEUE -> intake.queue().getQueueUrl();
            case PICTURE_QUEUE -> picture.queue().getQueueUrl();
            case RECIPIENT_QUEUES -> perLane(RecipientLanes.Lane::queue);
            case DEAD_LETTERS -> perLane(RecipientLanes.Lane::deadLetters);
            case READING -> "in-process";
            case AGENCY_CLIENTS, OPERATOR_CLIENTS, OIDC_ISSUER, OIDC_CLIENT, PORTAL_URL ->
                throw new IllegalArgumentException(setting + " is known at the door only");
        };
    }

    private String perLane(Function<RecipientLanes.Lane, Queue> queue) {
        return lanes.values().stream()
                .flatMap(recipient -> recipient.lanes().entrySet().stream()
                        .map(lane -> RecipientLanes.laneName(recipient.recipient(), lane.getKey())
                                + "="
                                + queue.apply(lane.getValue()).getQueueUrl()))
                .collect(Collectors.joining(","));
    }

    /** Lets a room make upload forms: who posts one acts with the room's own right to put. */
    void receivesUploads(RoomFunction room) {
        room.may(
                "ReceiveUploads",
                List.of("s3:PutObject"),
                List.of(incoming.arnForObjects("papers/*"), incoming.arnForObjects("urgent/*")));
    }

    private void keeps(RoomFunction room) {
        room.may(
                "KeepOriginals",
                List.of("s3:GetObject", "s3:GetObjectVersion", "s3:PutObject", "s3:PutObjectRetention"),
                List.of(originals.arnForObjects("*")));
    }

    /** Lets a room read originals, by version. */
    void fetchesOriginals(RoomFunction room) {
        room.may(
                "FetchOriginals",
                List.of("s3:GetObject", "s3:GetObjectVersion"),
                List.of(originals.arnForObjects("*")));
    }

    private void keepsEvidence(RoomFunction room) {
        room.may("KeepEvidence", List.of("s3:GetObject", "s3:PutObject"), List.of(evidence.arnForObjects("*")));
        tellsMissing(room, evidence);
    }

    /** Lets a room read page pictures, and the content of records that is too large for the table. */
    void fetchesEvidence(RoomFunction room) {
        room.may("FetchEvidence", List.of("s3:GetObject"), List.of(evidence.arnForObjects("*")));
        tellsMissing(room, evidence);
    }

    /** Without the right to list, S3 answers that what is not there is forbidden, and gone looks like broken. */
    private static void tellsMissing(RoomFunction room, Bucket bucket) {
        room.may("TellMissing" + bucket.getNode().getId(), List.of("s3:ListBucket"), List.of(bucket.getBucketArn()));
    }

    private static void wakes(RoomFunction room, String sid, Queue queue) {
        room.may(sid, List.of("sqs:SendMessage"), List.of(queue.getQueueArn()));
    }

    /** Lets a room put wake-up calls on the rooms' own queues. */
    void wakesRooms(RoomFunction room) {
        wakes(room, "WakeExtract", intake.queue());
        wakes(room, "WakePicture", picture.queue());
    }

    /** Lets a room send to every recipient and see how its queues stand. */
    void sendsToRecipients(RoomFunction room, String sid) {
        room.may(
                "SendTo" + sid,
                List.of("sqs:SendMessage", "sqs:GetQueueAttributes"),
                queueArns(RecipientLanes.Lane::queue));
        room.may(
                "Seal" + sid,
                List.of("kms:Decrypt", "kms:GenerateDataKey"),
                lanes.values().stream().map(lane -> lane.key().getKeyArn()).toList());
    }

    /** Lets a room look at dead letters and take them off, to send them again where it may send. */
    void redrivesDeadLetters(RoomFunction room) {
        room.may(
                "RedriveDeadLetters",
                List.of(
                        "sqs:ChangeMessageVisibility",
                        "sqs:DeleteMessage",
                        "sqs:GetQueueAttributes",
                        "sqs:ReceiveMessage"),
                queueArns(RecipientLanes.Lane::deadLetters));
    }

    private List<String> queueArns(Function<RecipientLanes.Lane, Queue> queue) {
        return lanes.values().stream()
                .flatMap(recipient -> recipient.lanes().values().stream())
                .map(lane -> queue.apply(lane).getQueueArn())
                .toList();
    }

    private String streamArn() {
        String arn = table.getTableStreamArn();
        if (arn == null) {
            throw new IllegalStateException("The table has no stream");
        }
        return arn;
    }

    Alarms alarms() {
        return alarms;
    }
}
