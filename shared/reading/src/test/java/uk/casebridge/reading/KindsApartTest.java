package uk.casebridge.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.domain.record.Reading;
import uk.casebridge.domain.standing.BuiltInStandingData;
import uk.casebridge.testkit.GeneratedPaper;
import uk.casebridge.testkit.Layout;
import uk.casebridge.testkit.Medium;
import uk.casebridge.testkit.PaperGenerator;

/** Tells papers of all kinds apart: their own kind lies so far ahead that no other comes near. */
final class KindsApartTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    /** Twice what is asked of a paper to be recognised, so that a scan that lost a clue or two still is. */
    private static final double FAR_AHEAD = 0.4;

    private final Reader reader =
            new Reader(new BuiltInStandingData(), Limits.standard(), Clock.fixed(NOW, ZoneOffset.UTC));

    @ParameterizedTest
    @MethodSource("kindsAndLayouts")
    void shouldTakeEveryPaperForItsOwnKindWithNoOtherNear(String kind, Layout layout) {
        GeneratedPaper paper = new PaperGenerator(31).next(kind, layout, Medium.PDF);

        Reading reading = reader.read(paper.bytes(), paper.fileName(), NOW);

        List<Reading.Score> scores = reading.scores();
        assertThat(reading.kind()).as("%s", scores).contains(kind);
        assertThat(scores.get(0).score() - scores.get(1).score())
                .as("%s", scores)
                .isGreaterThanOrEqualTo(FAR_AHEAD);
    }

    static Stream<Arguments> kindsAndLayouts() {
        return KindCatalogue.all().stream()
                .flatMap(kind -> Arrays.stream(Layout.values()).map(layout -> Arguments.of(kind.id(), layout)));
    }
}
