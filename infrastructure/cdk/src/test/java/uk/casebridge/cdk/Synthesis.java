package uk.casebridge.cdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awscdk.App;
import software.amazon.awscdk.cxapi.CloudAssembly;
import software.amazon.awscdk.cxapi.SynthesisMessage;

/**
 * Both templates, synthesised once for all tests of a run, since that takes seconds and a Node process. The functions'
 * code is a placeholder, so that no function need be packaged first.
 */
final class Synthesis {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode core;
    private final JsonNode door;
    private final List<String> findings;

    private Synthesis(JsonNode core, JsonNode door, List<String> findings) {
        this.core = core;
        this.door = door;
        this.findings = findings;
    }

    private static final class Once {
        private static final Synthesis RESULT = run();
    }

    static Synthesis get() {
        return Once.RESULT;
    }

    JsonNode core() {
        return core;
    }

    JsonNode door() {
        return door;
    }

    List<JsonNode> both() {
        return List.of(core(), door());
    }

    /** What the checks found and nobody explained. */
    List<String> findings() {
        return findings;
    }

    /** A resource of a template with its logical id. */
    record Resource(String id, JsonNode body) {
        String type() {
            return body.path("Type").asText();
        }

        JsonNode properties() {
            return body.path("Properties");
        }

        @Override
        public String toString() {
            return type() + " " + id;
        }
    }

    Stream<Resource> resources() {
        return both().stream().flatMap(Synthesis::resources);
    }

    Stream<Resource> resources(String type) {
        return resources().filter(resource -> resource.type().equals(type));
    }

    static Stream<Resource> resources(JsonNode template) {
        return template.path("Resources").properties().stream()
                .map(entry -> new Resource(entry.getKey(), entry.getValue()));
    }

    private static Synthesis run() {
        try {
            Path placeholder =
                    Files.createDirectories(Path.of("target", "placeholder").toAbsolutePath());
            Files.writeString(placeholder.resolve("README"), "stands in for a packaged function\n");
            Path out = Files.createDirectories(Path.of("target", "cdk.out").toAbsolutePath());
            App app = CasebridgeApp.app(Optional.of(out));
            CasebridgeApp.build(app, room -> placeholder);
            CloudAssembly assembly = app.synth();
            List<String> findings = new ArrayList<>();
            for (String stack : List.of(CasebridgeApp.CORE, CasebridgeApp.DOOR)) {
                for (SynthesisMessage message : assembly.getStackByName(stack).getMessages()) {
                    findings.add(message.getId() + ": " + message.getEntry().getData());
                }
            }
            return new Synthesis(read(out, CasebridgeApp.CORE), read(out, CasebridgeApp.DOOR), findings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path out, String stack) throws IOException {
        return JSON.readTree(out.resolve(stack + ".template.json").toFile());
    }
}
