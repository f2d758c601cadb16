package uk.casebridge.cdk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexProps;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.dynamodb.StreamViewType;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.CorsRule;
import software.amazon.awscdk.services.s3.HttpMethods;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectLockRetention;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueuePolicy;
import software.constructs.Construct;

/** Where papers and records lie: the key they are sealed under, the buckets and the table. */
final class Storage {

    /** The table's indexes by name, each with its partition and sort key. */
    static final Map<String, List<String>> INDEXES = Map.of(
            "byState", List.of("statePk", "stateSk"),
            "byPaper", List.of("paperPk", "paperSk"),
            "byCourt", List.of("courtPk", "courtSk"));

    private final Construct scope;
    private final Key key;
    private final Bucket incoming;
    private final Bucket originals;
    private final Bucket evidence;
    private final Bucket standingData;
    private final Table table;

    Storage(Construct scope, Key key, RoomQueue intake, RoomQueue urgentIntake, Deployment deployment) {
        this.scope = scope;
        this.key = key;
        Bucket accessLogs = accessLogs();
        incoming = newIncoming(accessLogs, intake, urgentIntake, deployment);
        originals = newOriginals(accessLogs);
        evidence = newEvidence(accessLogs);
        standingData = newStandingData(accessLogs);
        table = newTable();
    }

    /** The key that the house's own data is sealed under. */
    static Key key(Construct scope) {
        Key key = Key.Builder.create(scope, "DataKey")
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
        return Bucket.Builder.create(scope, "AccessLogs")
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
        return Bucket.Builder.create(scope, id)
                .encryption(BucketEncryption.KMS)
                .encryptionKey(key)
                .bucketKeyEnabled(true)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .enforceSsl(true)
                .serverAccessLogsBucket(accessLogs)
                .serverAccessLogsPrefix(id.toLowerCase(Locale.ROOT) + "/")
                .removalPolicy(RemovalPolicy.RETAIN);
    }

    private Bucket newIncoming(Bucket accessLogs, RoomQueue intake, RoomQueue urgentIntake, Deployment deployment) {
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

    private Bucket newOriginals(Bucket accessLogs) {
        return papersBucket("Originals", accessLogs)
                .versioned(true)
                .objectLockEnabled(true)
                // Held from the moment it is kept; lengthened when the kind is known.
                .objectLockDefaultRetention(ObjectLockRetention.governance(Duration.days(30)))
                .build();
    }

    private Bucket newEvidence(Bucket accessLogs) {
        return papersBucket("Evidence", accessLogs).build();
    }

    /** Code lists and bank holidays: nothing personal, and nothing that is put there is ever changed. */
    private Bucket newStandingData(Bucket accessLogs) {
        return papersBucket("StandingData", accessLogs).versioned(true).build();
    }

    private Table newTable() {
        Table made = Table.Builder.create(scope, "Table")
                .partitionKey(text("pk"))
                .sortKey(text("sk"))
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .stream(StreamViewType.NEW_AND_OLD_IMAGES)
                .pointInTimeRecoverySpecification(PointInTimeRecoverySpecification.builder()
                        .pointInTimeRecoveryEnabled(true)
                        .build())
                .timeToLiveAttribute("expiresAt")
                .encryption(TableEncryption.CUSTOMER_MANAGED)
                .encryptionKey(key)
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

    Key key() {
        return key;
    }

    Bucket incoming() {
        return incoming;
    }

    Bucket originals() {
        return originals;
    }

    Bucket evidence() {
        return evidence;
    }

    Bucket standingData() {
        return standingData;
    }

    Table table() {
        return table;
    }

    /** The table and its indexes, in a steady order. */
    List<String> tableAndIndexes() {
        List<String> arns = new ArrayList<>(List.of(table.getTableArn()));
        INDEXES.keySet().stream().sorted().forEach(index -> arns.add(table.getTableArn() + "/index/" + index));
        return arns;
    }

    /** @throws IllegalStateException if the table has no stream */
    String streamArn() {
        String arn = table.getTableStreamArn();
        if (arn == null) {
            throw new IllegalStateException("The table has no stream");
        }
        return arn;
    }
}
