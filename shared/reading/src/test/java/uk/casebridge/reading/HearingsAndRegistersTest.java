package uk.casebridge.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.record.Reading.ReadRecord;
import uk.casebridge.domain.standing.BuiltInStandingData;

/**
 * Hearings as the court system holds them against the registers printed of them: two readers that share nothing but the
 * parsers of values must say the same of the same defendant.
 */
final class HearingsAndRegistersTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private static final List<String> SAME = List.of(
            "court.code",
            "court.name",
            "hearing.date",
            "hearing.type",
            "defendant.name",
            "defendant.dateOfBirth",
            "defendant.gender",
            "defendant.asn",
            "defendant.attendance");

    private final Reader reader =
            new Reader(new BuiltInStandingData(), Limits.standard(), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void shouldReadOfAHearingWhatItsRegistersPrint() throws IOException {
        Optional<Path> folder = Corpus.folder("prison-court-registers");
        Assumptions.assumeTrue(
                folder.isPresent(), "The real hearings are not at ../shared/corpus/prison-court-registers");
        int compared = 0;
        try (Stream<Path> hearings = Files.list(folder.orElseThrow()).filter(Files::isDirectory)) {
            for (Path hearing : hearings.toList()) {
                List<ReadRecord> cases = read(hearing.resolve("event.json"));
                for (ReadRecord register : registers(hearing)) {
                    compare(hearing.getFileName().toString(), register.fields(), cases);
                    compared++;
                }
            }
        }
        assertThat(compared).isEqualTo(10);
    }

    private static void compare(String hearing, Fields register, List<ReadRecord> cases) {
        List<String> urns = values(register, "cases[*].urn");
        List<Fields> same = cases.stream()
                .map(ReadRecord::fields)
                .filter(one -> one.value("defendant.name").equals(register.value("defendant.name")))
                .filter(one -> urns.contains(one.value("case.urn").orElse("")))
                .toList();
        assertThat(same)
                .as("%s: a record for each case of the register", hearing)
                .hasSameSizeAs(urns);
        for (String path : SAME) {
            assertThat(same.stream().flatMap(one -> one.value(path).stream()).distinct())
                    .as("%s: %s", hearing, path)
                    .containsExactly(register.value(path).orElse("not printed"));
        }
        for (String path : List.of("offences[*].code", "offences[*].title", "offences[*].convictionDate")) {
            assertThat(all(same, path))
                    .as("%s: %s", hearing, path)
                    .containsExactlyInAnyOrderElementsOf(values(register, path));
        }
        assertThat(all(same, "offences[*].results[*].text"))
                .as("%s: results", hearing)
                .containsAll(values(register, "offences[*].results[*].text"));
    }

    private List<ReadRecord> registers(Path hearing) throws IOException {
        List<ReadRecord> records = new ArrayList<>();
        try (Stream<Path> papers = Files.list(hearing.resolve("reference"))) {
            for (Path paper : papers.filter(file -> !file.toString().contains("before-amendment"))
                    .toList()) {
                records.addAll(read(paper));
            }
        }
        return records;
    }

    private List<ReadRecord> read(Path file) {
        return reader.read(file, file.getFileName().toString(), NOW).records();
    }

    private static List<String> all(List<Fields> records, String pattern) {
        return records.stream().flatMap(one -> values(one, pattern).stream()).toList();
    }

    private static List<String> values(Fields fields, String pattern) {
        return fields.matching(pattern).stream().map(Field::value).toList();
    }
}
