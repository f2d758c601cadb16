package uk.casebridge.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.paper.Bundle;
import uk.casebridge.domain.record.Reading;
import uk.casebridge.testkit.GeneratedPaper;
import uk.casebridge.testkit.Layout;
import uk.casebridge.testkit.Medium;
import uk.casebridge.testkit.PaperGenerator;
import uk.casebridge.testkit.PileGenerator;

/** Reads in a real child process. */
final class ChildReaderIT {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void shouldReadInAChildAsInThisProcess() throws IOException {
        Path paper = paper();
        try (ChildReader reader = reader(Limits.standard())) {
            Reading reading = reader.read(paper, "paper.pdf", NOW);
            assertThat(reading.failure()).isEmpty();
            assertThat(reading.kind()).isEqualTo(Optional.of("remand-warrant"));
            assertThat(reading.records()).hasSize(1);
        }
    }

    @Test
    void shouldTakeABundleApartInAChild() throws IOException {
        Path pile = Files.write(
                folder.resolve("pile.pdf"), new PileGenerator(1).next().bytes());
        Path parts = Files.createDirectory(folder.resolve("parts"));
        try (ChildReader reader = reader(Limits.standard())) {
            Bundle bundle = reader.read(pile, "pile.pdf", NOW).bundle().orElseThrow();

            assertThat(reader.takeApart(pile, bundle, parts)).isEmpty();

            try (Stream<Path> written = Files.list(parts)) {
                assertThat(written).hasSize(bundle.papers());
            }
            assertThat(reader.takeApart(folder.resolve("gone.pdf"), bundle, parts))
                    .map(Failure::code)
                    .contains(FailureCode.UNEXPECTED);
        }
    }

    @Test
    void shouldKillAChildThatTakesTooMuchMemoryAndReadTheNextPaperInANewOne() throws IOException {
        Path paper = paper();
        Path large = folder.resolve("large.pdf");
        Files.write(large, new byte[45 * 1024 * 1024]);
        try (ChildReader reader = reader(Limits.standard().withMemory(40L * 1024 * 1024))) {
            assertThat(reader.read(large, "large.pdf", NOW)
                            .failure()
                            .orElseThrow()
                            .code())
                    .isEqualTo(FailureCode.TOO_MUCH_MEMORY);
            assertThat(reader.read(paper, "paper.pdf", NOW).failure()).isEmpty();
        }
    }

    @Test
    void shouldKillAChildThatTakesTooLong() throws IOException {
        Path paper = paper();
        try (ChildReader reader = reader(Limits.standard().withTime(Duration.ofMillis(-1_990)))) {
            assertThat(reader.read(paper, "paper.pdf", NOW)
                            .failure()
                            .orElseThrow()
                            .code())
                    .isEqualTo(FailureCode.TOO_SLOW);
        }
    }

    private Path paper() throws IOException {
        GeneratedPaper paper = new PaperGenerator(1).next("remand-warrant", Layout.TABLE, Medium.PDF);
        return Files.write(folder.resolve("paper.pdf"), paper.bytes());
    }

    private static ChildReader reader(Limits limits) {
        List<Path> classPath = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
        return new ChildReader(Path.of(System.getProperty("java.home"), "bin", "java"), classPath, limits);
    }
}
