package uk.casebridge.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import uk.casebridge.testkit.GeneratedPaper;
import uk.casebridge.testkit.Layout;
import uk.casebridge.testkit.Medium;
import uk.casebridge.testkit.PaperGenerator;
import uk.casebridge.testkit.message.SpiMessage;

/** Papers from the front door to the recipients' queues, on a local house or on what AWS_ENDPOINT_URL names. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndToEndIT {

    private static final String COURT = "B01BH00";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PaperGenerator generator = new PaperGenerator(20_261_123);
    private CloudUnderTest cloud;
    private Path folder;

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        folder = temporary;
        cloud = CloudUnderTest.shared();
    }

    @Test
    void shouldBringADroppedWarrantToThePrisonAsItIsPrinted() throws IOException {
        GeneratedPaper paper = generator.next("remand-warrant", Layout.TABLE, Medium.PDF);
        Map<String, String> truth = paper.truth().getFirst();

        cloud.drop(COURT, "warrant.pdf", paper.bytes());

        JsonNode event =
                cloud.await("prison-urgent", about(truth.getOrDefault("defendant.name", "a defendant")), PATIENCE);
        JsonNode fields = event.path("data").path("fields");
        assertThat(fields.path("defendant").path("dateOfBirth").asText()).isEqualTo(truth.get("defendant.dateOfBirth"));
        assertThat(fields.path("hearing").path("date").asText()).isEqualTo(truth.get("hearing.date"));
        assertThat(event.path("type").asText()).isEqualTo("uk.casebridge.paper.recorded.v1");
        assertThat(event.path("data").path("issuingCourt").path("code").asText())
                .isEqualTo(COURT);
    }

    @Test
    void shouldBringADroppedResultMessageToThePolice() throws IOException {
        SpiMessage message = SpiMessage.sample().about("Marged", "Oakhanger", "1984-03-17");

        cloud.drop(COURT, "results.xml", message.bytes());

        JsonNode event = cloud.await("police", about("Marged Oakhanger"), PATIENCE);
        assertThat(event.path("data").path("place").path("code").asText()).isEqualTo("01");
        assertThat(event.path("data").path("sourceTime").path("evidence").asText())
                .isEqualTo("message");
        assertThat(event.path("data")
                        .path("fields")
                        .path("offences")
                        .path(0)
                        .path("results")
                        .path(0)
                        .path("amount")
                        .asText())
                .isEqualTo("100.00");
    }

    @Test
    void shouldTellTheCareersServiceNothingButTheLearning() throws IOException {
        GeneratedPaper paper = generator.next("education-certificate", Layout.LETTER, Medium.DOCX);

        cloud.drop(COURT, "certificate.docx", paper.bytes());

        JsonNode event = cloud.await(
                "careers",
                message -> message.path("data")
                        .path("fields")
                        .path("learner")
                        .path("name")
                        .asText()
                        .equals(paper.truth().getFirst().get("learner.name")),
                PATIENCE);
        List<String> told = new ArrayList<>();
        event.path("data").path("fields").fieldNames().forEachRemaining(told::add);
        assertThat(told).isSubsetOf("learner", "prison", "qualification", "careersArea");
    }

    @Test
    void shouldBringEachRegisterOfTheCorpusToThePrison() throws Exception {
        Path registers = CloudUnderTest.checkout().resolve("../shared/corpus/prison-court-registers");
        assumeTrue(Files.isDirectory(registers), "The corpus is not here, so no real register is sent");
        List<Path> papers;
        try (Stream<Path> files = Files.walk(registers)) {
            // The register after its amendment must come after the one before it, as it did.
            papers = files.filter(file -> file.toString().endsWith(".pdf"))
                    .sorted()
                    .toList();
        }
        for (Path paper : papers) {
            byte[] bytes = Files.readAllBytes(paper);
            cloud.drop(COURT, paper.getFileName().toString(), bytes);
            String sha256 = Fingerprint.of(paper).hex();
            JsonNode event = cloud.await(
                    "prison-urgent",
                    message -> message.path("data")
                            .path("document")
                            .path("sha256")
                            .asText()
                            .equals(sha256),
                    PATIENCE);
            assertThat(event.path("data")
                            .path("fields")
                            .path("defendant")
                            .path("name")
                            .asText())
                    .as(paper.getFileName().toString())
                    .isNotBlank();
        }
    }

    @Test
    void shouldAnswerTheSameBytesWithTheFirstPaper() throws Exception {
        OperatorApi api = door();
        GeneratedPaper paper = generator.next("sending-notice", Layout.TWO_COLUMN, Medium.PDF);
        Path file = Files.write(folder.resolve(paper.fileName()), paper.bytes());
        Upload upload = new Upload(api, HttpClient.newHttpClient());

        PaperView first = atRest(api, upload.send(file, COURT, false));
        PaperView second = atRest(api, upload.send(file, COURT, false));

        assertThat(first.isRecorded()).as(String.valueOf(first.trouble())).isTrue();
        assertThat(second.state()).isEqualTo("DUPLICATE");
        assertThat(second.trouble())
                .hasValueSatisfying(trouble -> assertThat(trouble).contains(first.id()));
    }

    @Test
    void shouldKeepBadPapersFromDelayingGoodOnes() throws Exception {
        OperatorApi api = door();
        Upload upload = new Upload(api, HttpClient.newHttpClient());
        Path notADocument = Files.write(folder.resolve("noise.pdf"), new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9});
        Path unknown = Files.writeString(
                folder.resolve("shopping.txt"), "Two pounds of apples and a loaf of bread", StandardCharsets.UTF_8);
        GeneratedPaper good = generator.next("custodial-warrant", Layout.TABLE, Medium.PDF);
        Path goodFile = Files.write(folder.resolve(good.fileName()), good.bytes());

        String noise = upload.send(notADocument, COURT, false);
        String shopping = upload.send(unknown, COURT, false);
        PaperView recorded = atRest(api, upload.send(goodFile, COURT, false));

        assertThat(recorded.isRecorded()).as(String.valueOf(recorded.trouble())).isTrue();
        assertThat(atRest(api, noise).trouble())
                .hasValueSatisfying(trouble -> assertThat(trouble).startsWith("CB-1"));
        assertThat(atRest(api, shopping).trouble())
                .hasValueSatisfying(trouble -> assertThat(trouble).startsWith("CB-301"));
    }

    private OperatorApi door() throws NotReachedException {
        assumeTrue(cloud.operatorApi().isPresent(), "This endpoint has the core stack only, and no operator API");
        return cloud.operatorApi().orElseThrow();
    }

    private PaperView atRest(OperatorApi api, String paper) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            PaperView seen = new PaperView(api.get("/papers/" + OperatorApi.inPath(paper)));
            if (seen.isAtRest()) {
                return seen;
            }
            Thread.sleep(200);
        }
        throw new AssertionError("The paper " + paper + " did not come to rest within " + PATIENCE);
    }

    private static java.util.function.Predicate<JsonNode> about(String name) {
        return message -> message.path("data")
                .path("fields")
                .path("defendant")
                .path("name")
                .asText()
                .equals(name);
    }
}
