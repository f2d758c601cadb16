package uk.casebridge.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples, the schemas and the AsyncAPI file hold together. */
final class PublishedLanguageTest {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Schemas SCHEMAS = Schemas.load();
    private static final Path ROOT = root();

    private static Path root() {
        try {
            return Path.of(Objects.requireNonNull(Schemas.class.getResource("asyncapi.json"))
                            .toURI())
                    .resolveSibling("");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<String> events() throws IOException {
        return named("paper.");
    }

    static Stream<String> receipts() throws IOException {
        return named("receipt.");
    }

    private static Stream<String> named(String beginning) throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("examples"))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(beginning))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void shouldFindTheExampleOfAnEventRight(String name) throws IOException {
        assertThat(SCHEMAS.faultsOfEvent(example(name))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void shouldWriteTheExampleOfAnEventAsItReadsIt(String name) throws IOException {
        String json = example(name);

        assertThat(MAPPER.readTree(DeliveryEvent.fromJson(json).toJson())).isEqualTo(MAPPER.readTree(json));
    }

    @ParameterizedTest
    @MethodSource("events")
    void shouldRefuseAnEventThatLacksAnythingRequired(String name) throws IOException {
        JsonNode whole = MAPPER.readTree(example(name));
        for (String member : required("event.v1")) {
            ObjectNode broken = whole.deepCopy();
            broken.remove(member);
            assertThat(SCHEMAS.faultsOfEvent(broken.toString())).as(member).isNotEmpty();
        }
        String type = whole.path("type").asText().substring("uk.casebridge.".length());
        for (String member : required(type)) {
            ObjectNode broken = whole.deepCopy();
            ((ObjectNode) broken.path("data")).remove(member);
            assertThat(SCHEMAS.faultsOfEvent(broken.toString()))
                    .as("data." + member)
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/specversion=0.3",
                "/type=uk.casebridge.paper.lost.v1",
                "/dataschema=https://casebridge.example/schemas/paper.amended.v1.json",
                "/id=1",
                "/time=yesterday",
                "/data/urgency=soon",
                "/data/issuingCourt/code=Bexley",
                "/data/document/sha256=ABC",
                "/data/document/href=https://elsewhere.example/document",
                "/data/sourceTime/evidence=guess"
            })
    void shouldRefuseAnEventWithAWrongValue(String change) throws IOException {
        ObjectNode event = (ObjectNode) MAPPER.readTree(example("paper.recorded.v1.remand-warrant.json"));
        String pointer = change.substring(0, change.indexOf('='));
        int last = pointer.lastIndexOf('/');
        ((ObjectNode) event.at(pointer.substring(0, last)))
                .put(pointer.substring(last + 1), change.substring(change.indexOf('=') + 1));

        assertThat(SCHEMAS.faultsOfEvent(event.toString())).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("receipts")
    void shouldFindTheExampleOfAReceiptRight(String name) throws IOException {
        assertThat(SCHEMAS.faultsOfReceipt(example(name))).isEmpty();
        assertThat(MAPPER.readTree(DeliveryReceipt.fromJson(example(name)).toJson()))
                .isEqualTo(MAPPER.readTree(example(name)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "not json",
                "{\"answer\":\"received\"}",
                "{\"answer\":\"maybe\",\"at\":\"2026-11-23T10:00:00Z\"}",
                "{\"answer\":\"rejected\",\"at\":\"2026-11-23T10:00:00Z\"}",
                "{\"answer\":\"rejected\",\"reason\":\" \",\"at\":\"2026-11-23T10:00:00Z\"}",
                "{\"answer\":\"received\",\"documentSha256\":\"x\",\"at\":\"2026-11-23T10:00:00Z\"}"
            })
    void shouldRefuseABrokenReceipt(String json) {
        assertThat(SCHEMAS.faultsOfReceipt(json)).isNotEmpty();
    }

    @Test
    void shouldFindTheExampleOfAReadingRight() throws IOException {
        assertThat(SCHEMAS.faultsOfReading(example("reading.v1.json"))).isEmpty();
    }

    @Test
    void shouldRefuseAReadingThatLacksAnythingRequired() throws IOException {
        ArrayNode whole = (ArrayNode) MAPPER.readTree(example("reading.v1.json"));
        for (String member : List.of("file", "sha256", "kind", "scores", "records", "failure")) {
            ArrayNode broken = whole.deepCopy();
            ((ObjectNode) broken.get(0)).remove(member);
            assertThat(SCHEMAS.faultsOfReading(broken.toString())).as(member).isNotEmpty();
        }
    }

    @Test
    void shouldNotQuoteAValueInAFault() throws IOException {
        String broken = example("paper.recorded.v1.remand-warrant.json").replace("\"custody\"", "\"Penhallow\"");

        assertThat(SCHEMAS.faultsOfEvent(broken)).isNotEmpty().noneMatch(fault -> fault.contains("Penhallow"));
    }

    @Test
    void shouldReferInTheAsyncApiFileOnlyToWhatIsThere() throws IOException {
        JsonNode file = MAPPER.readTree(ROOT.resolve("asyncapi.json").toFile());
        List<String> references = new ArrayList<>();
        file.findValues("$ref").forEach(reference -> references.add(reference.asText()));

        assertThat(file.path("asyncapi").asText()).startsWith("3.");
        assertThat(references).isNotEmpty().allSatisfy(reference -> {
            if (reference.startsWith("#")) {
                assertThat(file.at(reference.substring(1)).isMissingNode()).isFalse();
            } else {
                assertThat(ROOT.resolve(reference)).exists();
            }
        });
        assertThat(references)
                .contains("./schemas/event.v1.json", "./schemas/receipt.v1.json")
                .containsAll(Stream.of(DeliveryEvent.Type.values())
                        .map(type -> "./schemas/" + type.schemaName() + ".json")
                        .toList());
    }

    private static List<String> required(String schema) throws IOException {
        List<String> names = new ArrayList<>();
        MAPPER.readTree(Schemas.text(schema)).path("required").forEach(name -> names.add(name.asText()));
        assertThat(names).isNotEmpty();
        return names;
    }

    private static String example(String name) throws IOException {
        return Files.readString(ROOT.resolve("examples").resolve(name));
    }
}
