package uk.casebridge.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cfn-lint says of the templates, where it is installed. */
class TemplateLintIT {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldHaveNoErrorInTheCore() throws Exception {
        assertThat(errorsIn("core", Synthesis.get().core())).isEmpty();
    }

    @Test
    void shouldHaveNoErrorInTheDoor() throws Exception {
        assertThat(errorsIn("door", Synthesis.get().door())).isEmpty();
    }

    private String errorsIn(String name, JsonNode template) throws IOException, InterruptedException {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(entry -> Files.isExecutable(Path.of(entry, "cfn-lint"))),
                "cfn-lint is not installed, so the templates are not linted");
        Path file = Files.writeString(folder.resolve(name + ".json"), template.toString());
        Path said = folder.resolve(name + ".txt");
        Process lint = new ProcessBuilder(
                        "cfn-lint", "--non-zero-exit-code", "error", "--ignore-checks", "W", "--", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(lint.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return lint.exitValue() == 0 ? "" : Files.readString(said, StandardCharsets.UTF_8);
    }
}
