package uk.casebridge.store.aws;

import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The clients a store talks through, each made when it is first used. Endpoints, region and credentials come from the
 * default chains, so that {@code AWS_ENDPOINT_URL_S3} and its like are honoured with no code.
 */
public final class AwsClients implements AutoCloseable {

    /** A queue that does not answer must give up before the room that waits for it is stopped. */
    private static final Duration QUEUE_CALL = Duration.ofSeconds(10);

    private static final Duration QUEUE_ATTEMPT = Duration.ofSeconds(4);

    private final Lazy<DynamoDbClient> dynamoDb;
    private final Lazy<S3Client> s3;
    private final Lazy<SqsClient> sqs;
    private final Lazy<KmsClient> kms;

    private AwsClients(
            Supplier<DynamoDbClient> dynamoDb,
            Supplier<S3Client> s3,
            Supplier<SqsClient> sqs,
            Supplier<KmsClient> kms) {
        this.dynamoDb = new Lazy<>(dynamoDb);
        this.s3 = new Lazy<>(s3);
        this.sqs = new Lazy<>(sqs);
        this.kms = new Lazy<>(kms);
    }

    /** Clients as AWS runs them: URL connections, which start fastest. */
    public static AwsClients standard() {
        Lazy<SdkHttpClient> http = new Lazy<>(UrlConnectionHttpClient::create);
        return new AwsClients(
                () -> DynamoDbClient.builder().httpClient(http.get()).build(),
                () -> S3Client.builder().httpClient(http.get()).build(),
                () -> SqsClient.builder()
                        .httpClient(http.get())
                        .overrideConfiguration(times ->
                                times.apiCallAttemptTimeout(QUEUE_ATTEMPT).apiCallTimeout(QUEUE_CALL))
                        .build(),
                () -> KmsClient.builder().httpClient(http.get()).build());
    }

    /** Clients made elsewhere, such as by a test or the local house; whoever made them closes them. */
    public static AwsClients of(DynamoDbClient dynamoDb, S3Client s3, SqsClient sqs, KmsClient kms) {
        return new AwsClients(() -> dynamoDb, () -> s3, () -> sqs, () -> kms);
    }

    /** These, with another client for the table. */
    public AwsClients withDynamoDb(DynamoDbClient other) {
        return new AwsClients(() -> other, s3, sqs, kms);
    }

    public DynamoDbClient dynamoDb() {
        return dynamoDb.get();
    }

    public S3Client s3() {
        return s3.get();
    }

    public SqsClient sqs() {
        return sqs.get();
    }

    public KmsClient kms() {
        return kms.get();
    }

    @Override
    public void close() {
        dynamoDb.ifMade().ifPresent(DynamoDbClient::close);
        s3.ifMade().ifPresent(S3Client::close);
        sqs.ifMade().ifPresent(SqsClient::close);
        kms.ifMade().ifPresent(KmsClient::close);
    }
}
