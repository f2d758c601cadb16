package uk.casebridge.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.casebridge.cdk.Synthesis.Resource;

class RunbooksTest {

    private final Path checkout = CasebridgeApp.checkout(Path.of("").toAbsolutePath());
    private final List<Resource> alarms =
            Synthesis.get().resources("AWS::CloudWatch::Alarm").toList();

    @Test
    void shouldNameARunbookInEveryAlarm() {
        assertThat(alarms)
                .isNotEmpty()
                .allSatisfy(alarm -> assertThat(runbook(alarm))
                        .as(alarm.id())
                        .satisfies(path -> assertThat(checkout.resolve(path)).isRegularFile()));
    }

    @Test
    void shouldTellSomebodyOfEveryAlarm() {
        assertThat(alarms)
                .allMatch(alarm -> !alarm.properties().path("AlarmActions").isEmpty());
    }

    @Test
    void shouldHaveNoRunbookWithoutAnAlarm() throws IOException {
        Set<String> named = alarms.stream().map(RunbooksTest::runbook).collect(Collectors.toSet());

        try (Stream<Path> files = Files.list(checkout.resolve("infrastructure/docs/runbooks"))) {
            assertThat(files.map(file -> checkout.relativize(file).toString()))
                    .containsExactlyInAnyOrderElementsOf(named);
        }
    }

    @Test
    void shouldSayInEveryRunbookWhatItMeansHowBadItIsWhereToLookAndWhatToDo() {
        assertThat(Arrays.stream(Runbook.values()))
                .allSatisfy(runbook -> assertThat(text(runbook))
                        .contains("## What it means", "## How bad it is", "## What to look at", "## What to do"));
    }

    private String text(Runbook runbook) {
        try {
            return Files.readString(checkout.resolve(runbook.path()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String runbook(Resource alarm) {
        String description = alarm.properties().path("AlarmDescription").asText();
        int at = description.indexOf("Runbook: ");
        assertThat(at).as(description).isPositive();
        return description.substring(at + "Runbook: ".length());
    }
}
