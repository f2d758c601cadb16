package uk.casebridge.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.record.Reading;
import uk.casebridge.domain.standing.BuiltInStandingData;

/**
 * Every file of the corpus against its line of the reviewed table {@code corpus-outcomes.csv}: the kind and number of its
 * records or the code of its failure, the findings that hold it at the review desk, and what it is.
 */
final class CorpusTableTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final Reader reader =
            new Reader(new BuiltInStandingData(), Limits.standard(), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void shouldMakeOfEveryFileWhatTheReviewedTableSays() throws IOException {
        Optional<Path> folder = Corpus.folder("");
        Assumptions.assumeTrue(folder.isPresent(), "The corpus is not at ../shared/corpus");

        Map<String, String> made = outcomes(folder.orElseThrow());

        Map<String, String> differing = new LinkedHashMap<>(made);
        differing.entrySet().removeAll(table().entrySet());
        assertThat(differing)
                .as("Lines that differ from the table; correct the reading, or review the line and change it")
                .isEmpty();
        assertThat(made.keySet()).containsExactlyInAnyOrderElementsOf(table().keySet());
    }

    /** Each file with its outcome, and what holds it. */
    private Map<String, String> outcomes(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        return files.parallelStream()
                .collect(Collectors.toMap(
                        file -> folder.relativize(file).toString(), this::outcome, (one, other) -> one, TreeMap::new));
    }

    private String outcome(Path file) {
        Reading reading = reader.read(file, file.getFileName().toString(), NOW);
        String blocking = reading.records().stream()
                .flatMap(record -> record.findings().stream())
                .filter(Finding::blocks)
                .map(Finding::code)
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
        return reading.failure()
                .map(failure -> failure.code().code() + ",")
                .orElseGet(() ->
                        reading.kind().orElseThrow() + " " + reading.records().size() + "," + blocking);
    }

    /** The table: file, outcome and what holds it; the last column is for people. */
    private static Map<String, String> table() throws IOException {
        Map<String, String> table = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CorpusTableTest.class.getResourceAsStream("corpus-outcomes.csv")),
                StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).skip(1).forEach(line -> {
                String[] cells = line.split(",", 4);
                table.put(cells[0], cells[1] + "," + cells[2]);
            });
        }
        return table;
    }
}
