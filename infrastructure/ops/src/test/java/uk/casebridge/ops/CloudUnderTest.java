package uk.casebridge.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Where the end-to-end tests run: what AWS_ENDPOINT_URL names, on which the stacks already stand, or else a local house
 * of their own, started from freshly synthesised templates. Papers enter by the drop prefix and are looked for on the
 * recipients' queues, which every endpoint has.
 */
final class CloudUnderTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static Optional<CloudUnderTest> shared = Optional.empty();

    private final S3Client s3;
    private final SqsClient sqs;
    private final String incoming;
    private final Optional<LocalHouse> house;
    private final Path folder;

    private CloudUnderTest(S3Client s3, SqsClient sqs, Optional<LocalHouse> house, Path folder) {
        this.s3 = s3;
        this.sqs = sqs;
        this.house = house;
        this.folder = folder;
        this.incoming = s3.listBuckets().buckets().stream()
                .map(bucket -> bucket.name())
                .filter(name -> name.contains("incoming"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The endpoint has no incoming bucket; deploy first"));
    }

    /** One for all the tests of this JVM, since a house takes a while to start; it ends with the JVM. */
    static synchronized CloudUnderTest shared() throws Exception {
        if (shared.isEmpty()) {
            // Under the build's own folder, where its logs can still be read after a failure.
            Path target = checkout().resolve("infrastructure/ops/target");
            shared = Optional.of(start(Files.createTempDirectory(Files.createDirectories(target), "house-")));
        }
        return shared.get();
    }

    private static CloudUnderTest start(Path folder) throws Exception {
        String endpoint = System.getenv("AWS_ENDPOINT_URL");
        if (endpoint != null && !endpoint.isBlank()) {
            return at(URI.create(endpoint), URI.create(endpoint), "test", "test", Optional.empty(), folder);
        }
        synthesise(folder);
        LocalHouse house = new LocalHouse(folder, Programs.in(checkout()));
        JsonNode where = house.start();
        return at(
                URI.create(where.path("s3").asText()),
                URI.create(where.path("sqs").asText()),
                where.path("accessKey").asText(),
                where.path("secretKey").asText(),
                Optional.of(house),
                folder);
    }

    private static CloudUnderTest at(
            URI s3, URI sqs, String accessKey, String secretKey, Optional<LocalHouse> house, Path folder) {
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey));
        return new CloudUnderTest(
                S3Client.builder()
                        .endpointOverride(s3)
                        .region(Region.EU_WEST_2)
                        .credentialsProvider(credentials)
                        .forcePathStyle(true)
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build(),
                SqsClient.builder()
                        .endpointOverride(sqs)
                        .region(Region.EU_WEST_2)
                        .credentialsProvider(credentials)
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build(),
                house,
                folder);
    }

    private static void synthesise(Path folder) throws IOException, InterruptedException {
        Path out = folder.resolve(".casebridge").resolve("cdk.out");
        Files.createDirectories(out.getParent());
        Path log = folder.resolve("synth.log");
        Path cdk = checkout().resolve("infrastructure/cdk");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        Programs.classPath(checkout(), "infrastructure/cdk"),
                        "uk.casebridge.cdk.CasebridgeApp")
                .directory(cdk.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("CDK_OUTDIR", out.toString());
        Process process = builder.start();
        if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException("The synthesis failed: " + Files.readString(log));
        }
    }

    static Path checkout() {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve(".editorconfig"))) {
            root = Objects.requireNonNull(root.getParent(), "The tests run inside a checkout");
        }
        return root;
    }

    /** The operator API, which only a cloud with its door has. */
    Optional<OperatorApi> operatorApi() throws NotReachedException {
        if (house.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new OperatorApi(
                Connection.find(java.util.Map.of(), folder),
                java.net.http.HttpClient.newHttpClient(),
                java.time.Clock.systemUTC()));
    }

    /** The file the local house wrote about itself; none where there is no local house. */
    Optional<Path> houseFile() {
        return house.map(there -> Connection.houseFile(folder));
    }

    /** Drops a file as a court would. */
    void drop(String court, String fileName, byte[] bytes) {
        s3.putObject(
                request -> request.bucket(incoming).key("drop/" + court + "/" + fileName),
                RequestBody.fromBytes(bytes));
    }

    /** Takes messages off a recipient's queue until one fits; the others are deleted, as an agency would. */
    JsonNode await(String lane, Predicate<JsonNode> wanted, Duration patience) throws IOException {
        String queue = queue(lane);
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            for (Message message : sqs.receiveMessage(request ->
                            request.queueUrl(queue).maxNumberOfMessages(1).waitTimeSeconds(2))
                    .messages()) {
                JsonNode event = JSON.readTree(message.body());
                sqs.deleteMessage(request -> request.queueUrl(queue).receiptHandle(message.receiptHandle()));
                if (wanted.test(event)) {
                    return event;
                }
            }
        }
        throw new AssertionError("Nothing that fits came on the queue " + lane + " within " + patience);
    }

    private String queue(String lane) {
        return sqs.listQueues().queueUrls().stream()
                .filter(url -> url.endsWith("/casebridge-" + lane + ".fifo"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The endpoint has no queue casebridge-" + lane));
    }
}
