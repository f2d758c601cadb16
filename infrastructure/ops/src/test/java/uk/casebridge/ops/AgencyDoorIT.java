package uk.casebridge.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import uk.casebridge.events.client.AgencyClient;
import uk.casebridge.events.client.AgencySettings;
import uk.casebridge.events.client.Outcome;
import uk.casebridge.events.client.TakenDeliveries;
import uk.casebridge.testkit.GeneratedPaper;
import uk.casebridge.testkit.Layout;
import uk.casebridge.testkit.Medium;
import uk.casebridge.testkit.PaperGenerator;

/** What agencies get at the door of a local house, and what they do not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgencyDoorIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COURT = "B01BH00";
    private static final long LARGE = 49L * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final PaperGenerator generator = new PaperGenerator(49);
    private final HttpClient http = HttpClient.newHttpClient();
    private OperatorApi operator;
    private JsonNode house;

    @BeforeAll
    void start() throws Exception {
        CloudUnderTest cloud = CloudUnderTest.shared();
        assumeTrue(cloud.houseFile().isPresent(), "This endpoint has no door for agencies");
        house = JSON.readTree(Files.readString(cloud.houseFile().orElseThrow()));
        operator = cloud.operatorApi().orElseThrow();
    }

    @Test
    void shouldGiveALargePaperWholeToTheAgencyItIsFor(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("large.pdf"), padded("custodial-warrant"));
        assertThat(Files.size(file)).isBetween(LARGE, 50L * 1024 * 1024);
        String sha256 = Fingerprint.of(file).hex();

        String paper = new Upload(operator, http).send(file, COURT, false);

        AtomicLong size = new AtomicLong();
        Outcome.Taken taken = taken("prison", sha256, size);
        assertThat(taken.documentSha256()).contains(sha256);
        assertThat(taken.event().paper()).isEqualTo(paper);
        assertThat(size.get()).isEqualTo(Files.size(file));
        PaperView seen = new PaperView(operator.get("/papers/" + OperatorApi.inPath(paper)));
        assertThat(seen.deliveries()).singleElement().matches(PaperView::isReceived);
    }

    @Test
    void shouldGiveADeliveryToNobodyElse(@TempDir Path folder) throws Exception {
        GeneratedPaper warrant = generator.next("custodial-warrant", Layout.TABLE, Medium.PDF);
        Path file = Files.write(folder.resolve(warrant.fileName()), warrant.bytes());
        new Upload(operator, http).send(file, COURT, false);
        String delivery = taken("prison", Fingerprint.of(file).hex(), new AtomicLong())
                .event()
                .delivery();
        String agency = AgencySettings.SCOPE;

        assertThat(status(delivery, token("prison", agency))).isEqualTo(200);
        assertThat(status(delivery + "/document", token("prison", agency))).isEqualTo(303);
        assertThat(status(delivery, token("careers", agency))).isEqualTo(404);
        assertThat(status(delivery + "/document", token("careers", agency))).isEqualTo(404);
        assertThat(status(delivery, Optional.empty())).isEqualTo(401);
        assertThat(status(delivery, Optional.of("not.a.token"))).isEqualTo(401);
        assertThat(status(delivery, token("operator", "casebridge/operator"))).isEqualTo(403);
    }

    /** A right paper with something that no reader looks at and no compression shrinks. */
    private byte[] padded(String kind) throws IOException {
        GeneratedPaper paper = generator.next(kind, Layout.TABLE, Medium.PDF);
        byte[] ballast = new byte[(int) LARGE];
        new Random(49).nextBytes(ballast);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) LARGE + 100_000);
        try (PDDocument document = Loader.loadPDF(paper.bytes())) {
            COSStream stream = document.getDocument().createCOSStream();
            try (OutputStream out = stream.createRawOutputStream()) {
                out.write(ballast);
            }
            document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("CBBallast"), stream);
            document.save(bytes, CompressParameters.NO_COMPRESSION);
        }
        return bytes.toByteArray();
    }

    private Outcome.Taken taken(String agency, String sha256, AtomicLong size) throws InterruptedException {
        try (AgencyClient client = client(agency)) {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < end) {
                for (Outcome outcome : client.poll((event, document) -> {
                    if (document.isPresent() && document.get().sha256().equals(sha256)) {
                        size.set(Files.size(document.get().file()));
                    }
                })) {
                    if (outcome instanceof Outcome.Taken taken
                            && taken.documentSha256().filter(sha256::equals).isPresent()) {
                        return taken;
                    }
                }
            }
        }
        throw new AssertionError("The paper did not come to " + agency + " within " + PATIENCE);
    }

    private AgencyClient client(String agency) {
        URI sqs = URI.create(house.path("sqs").asText());
        AgencySettings settings = new AgencySettings(
                URI.create(house.path("queues").path(agency).asText()),
                URI.create(house.path("queues").path(agency + "-urgent").asText()),
                URI.create(house.path("api").asText()),
                URI.create(house.path("tokenEndpoint").asText()),
                house.path("clients").path(agency).path("id").asText(),
                house.path("clients").path(agency).path("secret").asText(),
                Optional.of(sqs));
        SqsClient queues = SqsClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .endpointOverride(sqs)
                .region(Region.of(house.path("region").asText()))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        house.path("accessKey").asText(),
                        house.path("secretKey").asText())))
                .build();
        return new AgencyClient(settings, TakenDeliveries.inMemory(), queues, Clock.systemUTC());
    }

    private Optional<String> token(String client, String scope) throws IOException, InterruptedException {
        JsonNode known = house.path("clients").path(client);
        String basic = known.path("id").asText() + ":" + known.path("secret").asText();
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(house.path("tokenEndpoint").asText()))
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&scope="
                                + URLEncoder.encode(scope, StandardCharsets.UTF_8)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return Optional.of(JSON.readTree(answer.body()).path("access_token").asText());
    }

    private int status(String path, Optional<String> token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create(house.path("api").asText()).resolve("/api/agencies/deliveries/" + path));
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
