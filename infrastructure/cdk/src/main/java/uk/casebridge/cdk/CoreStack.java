package uk.casebridge.cdk;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;
import software.amazon.awscdk.services.lambda.EventSourceMapping;
import software.amazon.awscdk.services.lambda.StartingPosition;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;
import uk.casebridge.domain.recipient.Recipient;

/** What papers flow through: buckets, queues, the table, the functions between them, and the alarms. */
public final class CoreStack extends Stack {

    /** The metric, written by the sweep, that counts urgent deliveries past their recipient's limit. */
    static final String OVERDUE_URGENT = "OverdueUrgentDeliveries";

    static final String UNCONFIRMED_URGENT = "UnconfirmedUrgentDeliveries";

    /** What the sweep counts questions under that nobody answered in time. */
    private static final String OPEN_QUESTIONS = "QuestionsOpenLong";

    private final String ocr;
    private final Alarms alarms;
    private final Key dataKey;
    private final Storage storage;
    private final RoomQueue intake;
    private final RoomQueue urgentIntake;
    private final RoomQueue picture;
    private final Queue relayFailures;
    private final Map<Recipient, RecipientLanes> lanes = new EnumMap<>(Recipient.class);

    CoreStack(Construct scope, String id, StackProps props, Deployables deployables, Deployment deployment) {
        super(scope, id, props);
        ocr = deployment.ocr().orElse("textract");
        alarms = new Alarms(this, "Alarms", deployment);
        dataKey = Storage.key(this);
        // Ordinary papers may wait while a message that timed out is retried; AWS advises six times the function's
        // timeout. An urgent one may not wait so long; its mark before each attempt keeps a second reader away.
        intake = RoomQueue.of(this, "Intake", dataKey, Room.EXTRACT.timeout().multipliedBy(6));
        urgentIntake = RoomQueue.of(
                this, "IntakeUrgent", dataKey, Room.EXTRACT.timeout().plusMinutes(1));
        picture = RoomQueue.of(this, "Picture", dataKey, Room.PICTURE.timeout().multipliedBy(6));
        relayFailures = RoomQueue.deadLetters(this, "RelayFailures", dataKey);
        Explained.lastQueue(relayFailures);
        storage = new Storage(this, dataKey, intake, urgentIntake, deployment);
        for (Recipient recipient : Recipient.values()) {
            lanes.put(recipient, new RecipientLanes(this, recipient, deployment.account(recipient), alarms));
        }
        extract(deployables);
        picture(deployables);
        relay(deployables);
        sweep(deployables);
        watchQueues();
    }

    private void extract(Deployables deployables) {
        // Nobody knows yet what a bundle holds; a part of it that changes custody must not wait.
        Map<Setting, String> urgent =
                Map.of(Setting.EXTRACT_QUEUE, urgentIntake.queue().getQueueUrl());
        RoomFunction room = room(this, Room.EXTRACT, deployables, urgent);
        wakes(room, "WakeForParts", urgentIntake.queue());
        room.may(
                "FetchIncoming",
                List.of("s3:GetObject", "s3:GetObjectVersion"),
                List.of(storage.incoming().arnForObjects("*")));
        tellsMissing(room, storage.incoming());
        readsStandingData(room);
        keeps(room);
        keepsEvidence(room);
        // A call names no resource: Textract reads what it is sent.
        room.may("RecogniseText", List.of("textract:DetectDocumentText"), List.of("*"));
        Explained.textOfPictures(room.role());
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
                List.of(storage.streamArn()));
        room.may(
                "FindTheStream",
                List.of("dynamodb:ListStreams"),
                List.of(storage.table().getTableArn() + "/stream/*"));
        room.may("ReportFailures", List.of("sqs:SendMessage"), List.of(relayFailures.getQueueArn()));
        EventSourceMapping stream = EventSourceMapping.Builder.create(room, "Stream")
                .target(room.function())
                .eventSourceArn(storage.streamArn())
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
        alarms.ring(
                room,
                "UnconfirmedUrgent",
                Metric.Builder.create()
                        .namespace("Casebridge")
                        .metricName(UNCONFIRMED_URGENT)
                        .statistic("Maximum")
                        .period(Duration.minutes(5))
                        .build(),
                Alarms.Limit.atLeast(1),
                Alarms.Concern.CUSTODY,
                "A change of custody is not acknowledged, or a recalled paper not deleted, in time.",
                Runbook.UNCONFIRMED_URGENT_DELIVERIES);
        alarms.ring(
                room,
                "OpenQuestions",
                Metric.Builder.create()
                        .namespace("Casebridge")
                        .metricName(OPEN_QUESTIONS)
                        .statistic("Maximum")
                        .period(Duration.minutes(5))
                        .build(),
                Alarms.Limit.atLeast(1),
                Alarms.Concern.OPERATIONS,
                "Nobody has said for two days who a person on a paper is.",
                Runbook.OPEN_QUESTIONS);
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
        made.may(
                "UseTheTable",
                List.of(
                        "dynamodb:BatchGetItem",
                        "dynamodb:ConditionCheckItem",
                        "dynamodb:GetItem",
                        "dynamodb:PutItem",
                        "dynamodb:Query",
                        "dynamodb:UpdateItem"),
                storage.tableAndIndexes());
        Explained.objectsOfAPaper(made.role());
        made.may("OpenSealedFields", List.of("kms:Decrypt", "kms:GenerateDataKey"), List.of(dataKey.getKeyArn()));
        return made;
    }

    private String value(Setting setting) {
        return switch (setting) {
            case TABLE -> storage.table().getTableName();
            case KEY -> dataKey.getKeyArn();
            case INCOMING -> storage.incoming().getBucketName();
            case ORIGINALS -> storage.originals().getBucketName();
            case EVIDENCE -> storage.evidence().getBucketName();
            case STANDING_DATA -> storage.standingData().getBucketName();
            case EXTRACT_QUEUE -> intake.queue().getQueueUrl();
            case PICTURE_QUEUE -> picture.queue().getQueueUrl();
            case RECIPIENT_QUEUES -> perLane(RecipientLanes.Lane::queue);
            case DEAD_LETTERS -> perLane(RecipientLanes.Lane::deadLetters);
            case ROOM_QUEUES -> perRoom(RoomQueue::queue);
            case ROOM_DEAD_LETTERS -> perRoom(RoomQueue::deadLetters);
            case READING -> "in-process";
            case OCR -> ocr;
            case AGENCY_CLIENTS, OPERATOR_CLIENTS, OIDC_ISSUER, OIDC_CLIENT, PORTAL_URL ->
                throw new IllegalArgumentException(setting + " is known at the door only");
        };
    }

    /** The rooms' queues by the names the operator calls them by. */
    private Map<String, RoomQueue> roomQueues() {
        Map<String, RoomQueue> queues = new LinkedHashMap<>();
        queues.put("extract", intake);
        queues.put("extract-urgent", urgentIntake);
        queues.put("picture", picture);
        return queues;
    }

    private String perRoom(Function<RoomQueue, Queue> queue) {
        return roomQueues().entrySet().stream()
                .map(room -> room.getKey() + "=" + queue.apply(room.getValue()).getQueueUrl())
                .collect(Collectors.joining(","));
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
                List.of(
                        storage.incoming().arnForObjects("papers/*"),
                        storage.incoming().arnForObjects("urgent/*")));
    }

    private void keeps(RoomFunction room) {
        room.may(
                "KeepOriginals",
                List.of("s3:GetObject", "s3:GetObjectVersion", "s3:PutObject", "s3:PutObjectRetention"),
                List.of(storage.originals().arnForObjects("*")));
    }

    /** Lets a room read originals, by version. */
    void fetchesOriginals(RoomFunction room) {
        room.may(
                "FetchOriginals",
                List.of("s3:GetObject", "s3:GetObjectVersion"),
                List.of(storage.originals().arnForObjects("*")));
    }

    private void keepsEvidence(RoomFunction room) {
        room.may(
                "KeepEvidence",
                List.of("s3:GetObject", "s3:PutObject"),
                List.of(storage.evidence().arnForObjects("*")));
        tellsMissing(room, storage.evidence());
    }

    /** Lets a room read page pictures, and the content of records that is too large for the table. */
    void fetchesEvidence(RoomFunction room) {
        room.may(
                "FetchEvidence",
                List.of("s3:GetObject"),
                List.of(storage.evidence().arnForObjects("*")));
        tellsMissing(room, storage.evidence());
    }

    private void readsStandingData(RoomFunction room) {
        room.may(
                "ReadStandingData",
                List.of("s3:GetObject"),
                List.of(storage.standingData().arnForObjects("*")));
        tellsMissing(room, storage.standingData());
    }

    /** Lets a room import standing data. */
    void importsStandingData(RoomFunction room) {
        readsStandingData(room);
        room.may(
                "ImportStandingData",
                List.of("s3:PutObject"),
                List.of(storage.standingData().arnForObjects("*")));
    }

    /** Without the right to list, S3 answers that what is not there is forbidden, and gone looks like broken. */
    private static void tellsMissing(RoomFunction room, Bucket bucket) {
        room.may("TellMissing" + bucket.getNode().getId(), List.of("s3:ListBucket"), List.of(bucket.getBucketArn()));
    }

    private static void wakes(RoomFunction room, String sid, Queue queue) {
        room.may(sid, List.of("sqs:SendMessage"), List.of(queue.getQueueArn()));
    }

    /** Lets a room call the extract room. */
    void wakesExtract(RoomFunction room) {
        wakes(room, "WakeExtract", intake.queue());
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
                Stream.concat(
                                queueArns(RecipientLanes.Lane::deadLetters).stream(),
                                roomQueues().values().stream()
                                        .map(queue -> queue.deadLetters().getQueueArn()))
                        .toList());
        wakes(room, "WakeExtractUrgently", urgentIntake.queue());
    }

    private List<String> queueArns(Function<RecipientLanes.Lane, Queue> queue) {
        return lanes.values().stream()
                .flatMap(recipient -> recipient.lanes().values().stream())
                .map(lane -> queue.apply(lane).getQueueArn())
                .toList();
    }

    Alarms alarms() {
        return alarms;
    }
}
