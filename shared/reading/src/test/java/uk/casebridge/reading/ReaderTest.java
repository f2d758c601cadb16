package uk.casebridge.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.record.Reading;
import uk.casebridge.domain.standing.StandingData;
import uk.casebridge.testkit.GeneratedPaper;
import uk.casebridge.testkit.Layout;
import uk.casebridge.testkit.Medium;
import uk.casebridge.testkit.PaperGenerator;

class ReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void shouldNotBlameThePaperForAFaultOfOurs() {
        GeneratedPaper paper = new PaperGenerator(3).next("prison-court-register", Layout.TABLE, Medium.PDF);
        Reader reader = new Reader(brokenLists(), Limits.standard(), Clock.fixed(NOW, ZoneOffset.UTC));

        Reading reading = reader.read(paper.bytes(), paper.fileName(), NOW);

        assertThat(reading.failure()).map(Failure::code).contains(FailureCode.UNEXPECTED);
    }

    private static StandingData brokenLists() {
        return (StandingData) Proxy.newProxyInstance(
                StandingData.class.getClassLoader(),
                new Class<?>[] {StandingData.class},
                (proxy, method, arguments) -> {
                    throw new IllegalStateException("the lists cannot be read");
                });
    }
}
