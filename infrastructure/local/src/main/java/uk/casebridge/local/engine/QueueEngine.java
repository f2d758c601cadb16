package uk.casebridge.local.engine;

import java.io.IOException;
import java.net.URI;
import org.elasticmq.NodeAddress;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import uk.casebridge.local.template.Resolver;

/** ElasticMQ: queues in memory, ordered where they are FIFO, with redrive to dead letters. */
public final class QueueEngine implements AutoCloseable {
    private final SQSRestServer server;
    private final String address;
    private final SqsClient client;

    public QueueEngine(AwsCredentialsProvider credentials) throws IOException {
        int port = Loopback.freePort();
        address = Loopback.address(port);
        // Queue addresses are written with the server's own address, so that must be the one it listens on.
        server = SQSRestServerBuilder.withInterface(Loopback.HOST)
                .withPort(port)
                .withServerAddress(new NodeAddress("http", Loopback.HOST, port, ""))
                .withAWSRegion(Resolver.REGION)
                .withAWSAccountId(Resolver.ACCOUNT)
                .start();
        server.waitUntilStarted();
        client = SqsClient.builder()
                .endpointOverride(URI.create(address))
                .region(Region.of(Resolver.REGION))
                .credentialsProvider(credentials)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    public String address() {
        return address;
    }

    public SqsClient client() {
        return client;
    }

    /** The address of a queue, from its ARN. */
    public String url(String arn) {
        String name = arn.substring(arn.lastIndexOf(':') + 1);
        return client.getQueueUrl(request -> request.queueName(name)).queueUrl();
    }

    @Override
    public void close() {
        client.close();
        server.stopAndWait();
    }
}
