package uk.casebridge.localtable;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/**
 * DynamoDB Local inside this JVM: opens no port, keeps everything in memory and forgets it when closed. Holds tables,
 * indexes, transactions and streams; knows no point-in-time recovery, and expired items stay.
 */
public final class LocalTable implements AutoCloseable {

    // AWS developer guide, "Telemetry in DynamoDB local": this argument turns it off for the embedded start.
    private static final Boolean WITHOUT_TELEMETRY = true;

    private final AmazonDynamoDBLocal local;

    private LocalTable(AmazonDynamoDBLocal local) {
        this.local = local;
    }

    /** Starts an empty one; takes about a second. */
    public static LocalTable start() {
        return new LocalTable(DynamoDBEmbedded.create(WITHOUT_TELEMETRY));
    }

    public DynamoDbClient dynamoDbClient() {
        return local.dynamoDbClient();
    }

    public DynamoDbStreamsClient dynamoDbStreamsClient() {
        return local.dynamoDbStreamsClient();
    }

    @Override
    public void close() {
        local.shutdown();
    }
}
