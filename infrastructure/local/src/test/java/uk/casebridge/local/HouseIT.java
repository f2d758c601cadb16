package uk.casebridge.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyResponse;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import uk.casebridge.local.sample.SampleHandler;
import uk.casebridge.local.template.TemplateException;

/** A house of a small template and three small functions, from upload to the ordered queue. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private Path folder = Path.of("");

    private House house;
    private JsonNode about;
    private SqsClient queues;
    private S3Client objects;
    private StaticCredentialsProvider credentials;

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        folder = temporary;
        asset(folder.resolve("sample"));
        Path template = folder.resolve("sample.template.json");
        try (InputStream in = HouseIT.class.getResourceAsStream("/sample.template.json")) {
            Files.copy(in, template);
        }
        house = House.start(
                HouseSettings.of(List.of(template)).withState(folder.resolve("state/house.json")),
                new PrintStream(said, true, StandardCharsets.UTF_8));
        about = JSON.readTree(folder.resolve("state/house.json").toFile());
        credentials =
                StaticCredentialsProvider.create(AwsBasicCredentials.create(text("accessKey"), text("secretKey")));
        queues = SqsClient.builder()
                .endpointOverride(URI.create(text("sqs")))
                .region(Region.of(text("region")))
                .credentialsProvider(credentials)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        objects = S3Client.builder()
                .endpointOverride(URI.create(text("s3")))
                .region(Region.of(text("region")))
                .credentialsProvider(credentials)
                .forcePathStyle(true)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @AfterAll
    void stop() {
        house.close();
        assertThat(folder.resolve("state/house.json")).doesNotExist();
    }

    private String text(String name) {
        return about.path(name).asText();
    }

    private static void asset(Path asset) throws IOException {
        Path classes = Path.of(URI.create(SampleHandler.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
        Path home = Path.of("uk/casebridge/local/sample");
        Files.createDirectories(asset.resolve(home));
        try (var files = Files.list(classes.resolve(home))) {
            for (Path file : files.toList()) {
                Files.copy(file, asset.resolve(home).resolve(file.getFileName()));
            }
        }
        Files.createDirectories(asset.resolve("lib"));
        // The events library needs Joda-Time, and a deployable holds both.
        for (Class<?> type : List.of(SQSEvent.class, org.joda.time.DateTime.class)) {
            Path jar = Path.of(URI.create(
                    type.getProtectionDomain().getCodeSource().getLocation().toString()));
            Files.copy(jar, asset.resolve("lib").resolve(jar.getFileName().toString()));
        }
    }

    private String queue(String name) {
        return queues.getQueueUrl(request -> request.queueName(name)).queueUrl();
    }

    private Optional<Message> next(String queue) {
        for (int tries = 0; tries < 15; tries++) {
            List<Message> messages = queues.receiveMessage(request ->
                            request.queueUrl(queue(queue)).waitTimeSeconds(1).maxNumberOfMessages(1))
                    .messages();
            if (!messages.isEmpty()) {
                queues.deleteMessage(request -> request.queueUrl(queue(queue))
                        .receiptHandle(messages.getFirst().receiptHandle()));
                return Optional.of(messages.getFirst());
            }
        }
        return Optional.empty();
    }

    @Test
    void shouldCarryAnUploadThroughQueueFunctionTableAndStreamToTheOrderedQueue() {
        objects.putObject(
                request -> request.bucket("sample-incoming").key("papers/a b+c.txt"), RequestBody.fromString("hello"));
        objects.putObject(request -> request.bucket("sample-incoming").key("other/x"), RequestBody.fromString("no"));
        Message message = next("out.fifo").orElseThrow();
        assertThat(message.body())
                .contains("\"key\":\"papers/a+b%2Bc.txt\"")
                .contains("\"size\":5")
                .contains("\"versionId\":\"")
                .contains("ObjectCreated:Put");
    }

    @Test
    void shouldBringBackOnlyTheMessageThatFailedAndDeadLetterItInTheEnd() {
        queues.sendMessageBatch(request -> request.queueUrl(queue("side"))
                .entries(
                        entry -> entry.id("a").messageBody("quiet one"),
                        entry -> entry.id("b").messageBody("fail-me")));
        assertThat(next("side-dead").orElseThrow().body()).isEqualTo("fail-me");
    }

    @Test
    void shouldKeepTheOrderOfTheStreamWhenARecordFailsOnceAndFilterWhatTheFunctionDoesNotWant() {
        String table = "sample-Table";
        DynamoDbClient tables = DynamoDbClient.builder()
                .endpointOverride(URI.create(text("dynamodb")))
                .region(Region.of(text("region")))
                .credentialsProvider(credentials)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        for (String body : List.of("1 once-more", "2", "3")) {
            tables.putItem(request -> request.tableName(table)
                    .item(Map.of(
                            "pk", AttributeValue.fromS("order" + body),
                            "body", AttributeValue.fromS(body),
                            "type", AttributeValue.fromS("ordered"))));
        }
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            bodies.add(next("ordered.fifo").orElseThrow().body());
        }
        assertThat(bodies).containsExactly("1 once-more", "2", "3");
        assertThatThrownBy(() -> tables.transactWriteItems(request ->
                        request.transactItems(item -> item.put(put -> put.tableName(table)
                                .item(Map.of("pk", AttributeValue.fromS("order2")))
                                .conditionExpression("attribute_not_exists(pk)")))))
                .isInstanceOfSatisfying(
                        TransactionCanceledException.class,
                        e -> assertThat(e.cancellationReasons().getFirst().code())
                                .isEqualTo("ConditionalCheckFailed"));
    }

    @Test
    void shouldSealAndOpenWithTheKeysOfTheTemplateOnly() {
        KmsClient keys = KmsClient.builder()
                .endpointOverride(URI.create(text("dynamodb")))
                .region(Region.of(text("region")))
                .credentialsProvider(credentials)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        GenerateDataKeyResponse made = keys.generateDataKey(request ->
                request.keyId("alias/sample").keySpec(DataKeySpec.AES_256).encryptionContext(Map.of("for", "test")));
        assertThat(keys.decrypt(request ->
                                request.ciphertextBlob(made.ciphertextBlob()).encryptionContext(Map.of("for", "test")))
                        .plaintext())
                .isEqualTo(made.plaintext());
        assertThatThrownBy(() -> keys.decrypt(request -> request.ciphertextBlob(made.ciphertextBlob())))
                .isInstanceOf(InvalidCiphertextException.class);
    }

    @Test
    void shouldAnswerPublicRoutesWithPayloadFormatTwo() throws Exception {
        HttpResponse<String> page = http.send(
                HttpRequest.newBuilder(URI.create(house.portal() + "/open/a%20b/c"))
                        .header("Cookie", "x=1; y=2")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("a=b"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(page.body()).isEqualTo("POST /open/{proxy+} {proxy=a b/c} [x=1, y=2] true YT1i nobody");
        assertThat(page.headers().allValues("set-cookie")).containsExactly("one=1", "two=2");
        assertThat(get("/nowhere", Optional.empty()).statusCode()).isEqualTo(404);
    }

    @Test
    void shouldLetInOnlyTokensOfTheRightClientAndScope() throws Exception {
        assertThat(get("/api/things/7", Optional.empty()).statusCode()).isEqualTo(401);
        String good = token("worker", "house/work");
        HttpResponse<String> answer = get("/api/things/7", Optional.of(good));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .startsWith("GET /api/things/{id} {id=7}")
                .contains(client("worker").path("id").asText());
        assertThat(get("/api/things/7", Optional.of(good.substring(0, good.length() - 4) + "AAAA"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(get("/api/things/7", Optional.of(token("worker", "house/rest")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(get("/api/things/7", Optional.of(token("stranger", "house/work")))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void shouldGiveClientsTokensOfTheShapeCognitoGives() throws Exception {
        JsonNode claims = claims(token("worker", "house/work"));
        assertThat(claims.propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(
                        "iss", "sub", "client_id", "token_use", "scope", "auth_time", "exp", "iat", "jti", "version");
        assertThat(claims.path("token_use").asText()).isEqualTo("access");
        assertThat(claims.path("iss").asText()).isEqualTo(text("issuer"));
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(1800);
    }

    @Test
    void shouldRefuseATokenToAWrongSecretAndAScopeThatIsNotTheClients() throws Exception {
        assertThat(tokenAnswer(client("worker").path("id").asText(), "wrong", "house/work")
                        .statusCode())
                .isEqualTo(400);
        assertThat(tokenAnswer(
                                client("worker").path("id").asText(),
                                client("worker").path("secret").asText(),
                                "house/other")
                        .body())
                .contains("invalid_scope");
    }

    @Test
    void shouldSignAPersonInByCodeWithProofAndTheClaimsCognitoGives() throws Exception {
        String client = about.path("portalClient").asText();
        String back = house.portal() + "/signed-in";
        String verifier = "v".repeat(50);
        String challenge = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(java.security.MessageDigest.getInstance("SHA-256")
                        .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        JsonNode discovered = JSON.readTree(http.send(
                        HttpRequest.newBuilder(URI.create(text("issuer") + "/.well-known/openid-configuration"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body());
        assertThat(discovered.path("issuer").asText()).isEqualTo(text("issuer"));
        String query = "?response_type=code&client_id=" + client + "&redirect_uri=" + encoded(back)
                + "&scope=openid+email&state=s&nonce=n&code_challenge_method=S256&code_challenge=" + challenge;
        URI door = URI.create(discovered.path("authorization_endpoint").asText() + query);
        assertThat(http.send(HttpRequest.newBuilder(door).build(), HttpResponse.BodyHandlers.ofString())
                        .body())
                .contains("clerk.bexley")
                .contains("court-B01BH00");
        HttpResponse<String> sent = http.send(
                HttpRequest.newBuilder(door)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("username=clerk.bexley"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        String location = sent.headers().firstValue("location").orElseThrow();
        assertThat(location).startsWith(back + "?code=").endsWith("&state=s");
        String code = location.replaceFirst("^.*code=", "").replaceFirst("&.*", "");
        String form = "grant_type=authorization_code&client_id=" + client + "&code=" + code + "&redirect_uri="
                + encoded(back) + "&code_verifier=" + verifier;
        JsonNode tokens = JSON.readTree(
                post(discovered.path("token_endpoint").asText(), form).body());
        JsonNode id = claims(tokens.path("id_token").asText());
        assertThat(id.path("aud").asText()).isEqualTo(client);
        assertThat(id.path("token_use").asText()).isEqualTo("id");
        assertThat(id.path("cognito:username").asText()).isEqualTo("clerk.bexley");
        assertThat(id.path("cognito:groups").toString()).isEqualTo("[\"clerk\",\"court-B01BH00\"]");
        assertThat(id.path("nonce").asText()).isEqualTo("n");
        JsonNode access = claims(tokens.path("access_token").asText());
        assertThat(access.has("aud")).isFalse();
        assertThat(access.path("username").asText()).isEqualTo("clerk.bexley");
        assertThat(post(discovered.path("token_endpoint").asText(), form).statusCode())
                .as("a code is good once")
                .isEqualTo(400);
    }

    @Test
    void shouldTakeABrowsersFormUploadOnlyIfItsPolicyIsSignedAndKept() throws Exception {
        PostForm form = new PostForm(text("accessKey"), text("secretKey"), text("region"), Instant.now());
        URI bucket = URI.create(text("s3") + "/sample-incoming");
        HttpResponse<String> good =
                form.send(http, bucket, "papers/form.txt", "papers/form.txt", "12345", house.portal());
        assertThat(good.statusCode()).as(good.body()).isLessThan(300);
        assertThat(good.headers().firstValue("Access-Control-Allow-Origin")).contains(house.portal());
        assertThat(form.send(http, bucket, "papers/form.txt", "papers/other.txt", "12345", house.portal())
                        .statusCode())
                .isEqualTo(403);
        assertThat(form.send(http, bucket, "papers/big.txt", "papers/big.txt", "x".repeat(2000), house.portal())
                        .statusCode())
                .isBetween(400, 403);
        PostForm forged = new PostForm(text("accessKey"), "wrong", text("region"), Instant.now());
        assertThat(forged.send(http, bucket, "papers/f.txt", "papers/f.txt", "1", house.portal())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void shouldGiveEachVersionByASignedLink() throws Exception {
        String first = objects.putObject(
                        r -> r.bucket("sample-incoming").key("other/v"), RequestBody.fromString("first"))
                .versionId();
        objects.putObject(r -> r.bucket("sample-incoming").key("other/v"), RequestBody.fromString("second"));
        try (S3Presigner presigner = S3Presigner.builder()
                .endpointOverride(URI.create(text("s3")))
                .region(Region.of(text("region")))
                .credentialsProvider(credentials)
                .build()) {
            URI link = presigner
                    .presignGetObject(r -> r.signatureDuration(Duration.ofSeconds(60))
                            .getObjectRequest(g ->
                                    g.bucket("sample-incoming").key("other/v").versionId(first)))
                    .url()
                    .toURI();
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(link).header("Range", "bytes=1-2").build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(206);
            assertThat(answer.body()).isEqualTo("ir");
        }
    }

    @Test
    void shouldFailAnInvocationThatTakesLongerThanItsTimeout() throws Exception {
        assertThat(get("/open/sleep", Optional.empty()).statusCode()).isEqualTo(500);
    }

    @Test
    void shouldListenOnLoopbackOnly() throws IOException {
        List<String> open = new ArrayList<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            Path file = Path.of(table);
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
                    String[] columns = line.trim().split("\\s+");
                    if (columns[3].equals("0A") && ownSockets().contains("socket:[" + columns[9] + "]")) {
                        open.add(columns[1].substring(0, columns[1].indexOf(':')));
                    }
                }
            }
        }
        assertThat(open)
                .isNotEmpty()
                .allMatch(address -> address.equals("0100007F")
                        || address.equals("0000000000000000FFFF00000100007F")
                        || address.equals("00000000000000000000000001000000"));
    }

    private static List<String> ownSockets() throws IOException {
        List<String> sockets = new ArrayList<>();
        try (var handles = Files.list(Path.of("/proc/self/fd"))) {
            for (Path handle : handles.toList()) {
                try {
                    sockets.add(Files.readSymbolicLink(handle).toString());
                } catch (IOException closedMeanwhile) {
                    continue;
                }
            }
        }
        return sockets;
    }

    @Test
    void shouldSayWhereEverythingIsAndKeepItsFileToItsOwner() throws IOException {
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("READY " + house.portal())
                .contains("clerk.bexley")
                .contains("In place of https://cognito-idp.eu-west-2.amazonaws.com");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("state/house.json"))))
                .isEqualTo("rw-------");
        assertThat(queues.getQueueAttributes(
                                r -> r.queueUrl(queue("side")).attributeNames(QueueAttributeName.VISIBILITY_TIMEOUT))
                        .attributesAsStrings())
                .containsEntry("VisibilityTimeout", "1");
    }

    @Test
    void shouldNameEveryResourceTypeAndPropertyItDoesNotKnow() throws IOException {
        Path odd = folder.resolve("odd.template.json");
        Files.writeString(
                odd, "{\"Resources\": {\"Machine\": {\"Type\": \"AWS::EC2::Instance\", \"Properties\": {}}}}");
        assertThatThrownBy(() -> House.start(HouseSettings.of(List.of(odd))))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("odd/Machine")
                .hasMessageContaining("AWS::EC2::Instance");
        Files.writeString(
                odd,
                "{\"Resources\": {\"Q\": {\"Type\": \"AWS::SQS::Queue\", \"Properties\": {\"Sparkle\": true}},"
                        + " \"B\": {\"Type\": \"AWS::S3::Bucket\", \"Properties\": {\"VersioningConfiguration\":"
                        + " {\"Status\": \"Enabled\", \"Colour\": 1}}}}}");
        assertThatThrownBy(() -> House.start(HouseSettings.of(List.of(odd))))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("the property Sparkle")
                .hasMessageContaining("the property VersioningConfiguration.Colour");
    }

    private JsonNode client(String name) {
        return about.path("clients").path(name);
    }

    private String token(String name, String scope) throws Exception {
        HttpResponse<String> answer = tokenAnswer(
                client(name).path("id").asText(), client(name).path("secret").asText(), scope);
        return JSON.readTree(answer.body()).path("access_token").asText();
    }

    private HttpResponse<String> tokenAnswer(String id, String secret, String scope) throws Exception {
        String basic = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return http.send(
                HttpRequest.newBuilder(URI.create(text("tokenEndpoint")))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "grant_type=client_credentials&scope=" + encoded(scope)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String address, String form) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, Optional<String> token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(house.portal() + path));
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode claims(String token) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
