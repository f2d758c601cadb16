package uk.casebridge.store.aws;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * What a handler finds around it when AWS makes it with no arguments: its environment and its clients. In Lambda they
 * are the process's own. The local house runs many functions in one process, each in a class loader of its own, and
 * puts a function's surroundings in place before it makes the handler.
 */
public final class Surroundings {

    private static volatile @Nullable Surroundings replaced;

    private final Map<String, String> environment;
    private final AwsClients clients;

    private Surroundings(Map<String, String> environment, AwsClients clients) {
        this.environment = Map.copyOf(environment);
        this.clients = clients;
    }

    /** What is around this function. */
    public static Surroundings here() {
        Surroundings other = replaced;
        return other != null ? other : new Surroundings(System.getenv(), AwsClients.standard());
    }

    /** Puts others in place for everything loaded by this class loader. Takes only types that all loaders share. */
    public static void replace(
            Map<String, String> environment, DynamoDbClient dynamoDb, S3Client s3, SqsClient sqs, KmsClient kms) {
        replaced = new Surroundings(environment, AwsClients.of(dynamoDb, s3, sqs, kms));
    }

    public Map<String, String> environment() {
        return environment;
    }

    public AwsClients clients() {
        return clients;
    }
}
