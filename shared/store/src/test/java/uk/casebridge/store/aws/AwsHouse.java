package uk.casebridge.store.aws;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import uk.casebridge.domain.kind.Urgency;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.localtable.LocalTable;
import uk.casebridge.store.RoomQueue;
import uk.casebridge.store.contract.Samples;

/** Everything of AWS that a store talks to, in this JVM and on loopback: started once, ended with the JVM. */
final class AwsHouse {

    static final String TABLE = "papers";
    static final String INCOMING = "incoming";
    static final String ORIGINALS = "originals";
    static final String EVIDENCE = "evidence";
    static final String STANDING_DATA = "standing-data";

    private static final Lazy<AwsHouse> HOUSE = new Lazy<>(AwsHouse::start);

    private final AwsClients clients;
    private final AwsNames names;
    private final AtomicInteger sets = new AtomicInteger();

    private AwsHouse(AwsClients clients, AwsNames names) {
        this.clients = clients;
        this.names = names;
    }

    static AwsHouse get() {
        return HOUSE.get();
    }

    AwsClients clients() {
        return clients;
    }

    AwsNames names() {
        return names;
    }

    /** A store with keys and clients of its own, as another container would have. */
    AwsStore store() {
        return AwsStore.of(clients, names, Samples.clock());
    }

    AwsStore store(Clock clock) {
        return AwsStore.of(clients, names, clock);
    }

    private static AwsHouse start() {
        try {
            StaticCredentialsProvider credentials =
                    StaticCredentialsProvider.create(AwsBasicCredentials.create("house", "not-a-secret"));
            SdkHttpClient http = UrlConnectionHttpClient.create();

            LocalTable table = LocalTable.start();
            DynamoDbClient dynamoDb = table.dynamoDbClient();
            createTable(dynamoDb, TABLE);

            S3Proxy s3Proxy = S3Proxy.builder()
                    .blobStore(new TransientNio2BlobStore())
                    .endpoint(URI.create("http://127.0.0.1:0"))
                    .awsAuthentication(AuthenticationType.AWS_V4, "house", "not-a-secret")
                    .build();
            s3Proxy.start();
            S3Client s3 = S3Client.builder()
                    .httpClient(http)
                    .endpointOverride(URI.create("http://127.0.0.1:" + s3Proxy.getPort()))
                    .region(Region.EU_WEST_2)
                    .credentialsProvider(credentials)
                    .build();
            for (String bucket : List.of(INCOMING, ORIGINALS, EVIDENCE, STANDING_DATA)) {
                s3.createBucket(create -> create.bucket(bucket));
            }
            for (String bucket : List.of(INCOMING, ORIGINALS)) {
                s3.putBucketVersioning(put -> put.bucket(bucket)
                        .versioningConfiguration(versioning -> versioning.status(BucketVersioningStatus.ENABLED)));
            }

            SQSRestServer queues = SQSRestServerBuilder.withInterface("127.0.0.1")
                    .withDynamicPort()
                    .start();
            int queuePort = queues.waitUntilStarted().localAddress().getPort();
            SqsClient sqs = SqsClient.builder()
                    .httpClient(http)
                    .endpointOverride(URI.create("http://127.0.0.1:" + queuePort))
                    .region(Region.EU_WEST_2)
                    .credentialsProvider(credentials)
                    .build();

            HttpServer keys = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            keys.createContext("/", new KeyService());
            keys.start();
            KmsClient kms = KmsClient.builder()
                    .httpClient(http)
                    .endpointOverride(
                            URI.create("http://127.0.0.1:" + keys.getAddress().getPort()))
                    .region(Region.EU_WEST_2)
                    .credentialsProvider(credentials)
                    .build();

            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                keys.stop(0);
                queues.stopAndWait();
                table.close();
            }));
            return new AwsHouse(AwsClients.of(dynamoDb, s3, sqs, kms), names(sqs, "first"));
        } catch (Exception e) {
            throw new IllegalStateException("The house for tests does not start", e);
        }
    }

    /** The names, with recipients' queues nobody used before. */
    AwsNames freshQueues() {
        return names(clients.sqs(), "set" + sets.incrementAndGet());
    }

    private static AwsNames names(SqsClient sqs, String set) {
        Map<String, String> lanes = new LinkedHashMap<>();
        Map<String, String> dead = new LinkedHashMap<>();
        for (Recipient recipient : Recipient.values()) {
            for (Urgency urgency : Urgency.values()) {
                String lane = AwsNames.lane(recipient, urgency);
                String deadUrl =
                        queue(sqs, set + "-" + lane + "-dead.fifo", Map.of(QueueAttributeName.FIFO_QUEUE, "true"));
                String arn = sqs.getQueueAttributes(
                                get -> get.queueUrl(deadUrl).attributeNames(QueueAttributeName.QUEUE_ARN))
                        .attributes()
                        .get(QueueAttributeName.QUEUE_ARN);
                dead.put(lane, deadUrl);
                lanes.put(
                        lane,
                        queue(
                                sqs,
                                set + "-" + lane + ".fifo",
                                Map.of(
                                        QueueAttributeName.FIFO_QUEUE,
                                        "true",
                                        QueueAttributeName.VISIBILITY_TIMEOUT,
                                        "30",
                                        QueueAttributeName.REDRIVE_POLICY,
                                        "{\"deadLetterTargetArn\":\"" + arn + "\",\"maxReceiveCount\":1}")));
            }
        }
        Map<String, String> rooms = new LinkedHashMap<>();
        Map<String, String> roomsDead = new LinkedHashMap<>();
        for (RoomQueue room : RoomQueue.values()) {
            rooms.put(room.id(), queue(sqs, set + "-" + room.id(), Map.of()));
            roomsDead.put(room.id(), queue(sqs, set + "-" + room.id() + "-dead", Map.of()));
        }
        return new AwsNames(
                TABLE,
                "alias/casebridge",
                Optional.of(INCOMING),
                Optional.of(ORIGINALS),
                Optional.of(EVIDENCE),
                Optional.of(STANDING_DATA),
                Optional.of(queue(sqs, "extract", Map.of())),
                Optional.of(queue(sqs, "picture", Map.of())),
                lanes,
                dead,
                rooms,
                roomsDead);
    }

    private static String queue(SqsClient sqs, String name, Map<QueueAttributeName, String> attributes) {
        return sqs.createQueue(create -> create.queueName(name).attributes(attributes))
                .queueUrl();
    }

    /** The table as the deployment makes it: two keys, three indexes. */
    static void createTable(DynamoDbClient client, String name) {
        List<AttributeDefinition> attributes = new ArrayList<>();
        List<GlobalSecondaryIndex> indexes = new ArrayList<>();
        attributes.add(text("pk"));
        attributes.add(text("sk"));
        for (String prefix : List.of("state", "paper", "court")) {
            attributes.add(text(prefix + "Pk"));
            attributes.add(text(prefix + "Sk"));
            indexes.add(GlobalSecondaryIndex.builder()
                    .indexName("by" + Character.toUpperCase(prefix.charAt(0)) + prefix.substring(1))
                    .keySchema(key(prefix + "Pk", KeyType.HASH), key(prefix + "Sk", KeyType.RANGE))
                    .projection(projection -> projection.projectionType(ProjectionType.ALL))
                    .build());
        }
        client.createTable(create -> create.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attributes)
                .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))
                .globalSecondaryIndexes(indexes));
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
