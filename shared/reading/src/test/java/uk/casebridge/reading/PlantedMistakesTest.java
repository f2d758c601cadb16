package uk.casebridge.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.domain.standing.BuiltInStandingData;
import uk.casebridge.testkit.GeneratedPaper;
import uk.casebridge.testkit.Layout;
import uk.casebridge.testkit.Medium;
import uk.casebridge.testkit.Mistake;
import uk.casebridge.testkit.PaperGenerator;

/** Plants each mistake in a paper of each kind that can have it and reads the paper. */
final class PlantedMistakesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final Reader reader =
            new Reader(new BuiltInStandingData(), Limits.standard(), Clock.fixed(NOW, ZoneOffset.UTC));

    /** Kinds and layouts take turns, so that each is tried without trying all of them each time. */
    @Test
    void shouldFindEachPlantedMistakeInOneOfTheKindsThatCanHaveIt() {
        assertThat(missed((mistake, kinds) -> Stream.of(mistake.ordinal())
                        .map(turn -> new Planted(mistake, kinds.get(turn % kinds.size()), layout(turn)))))
                .isEmpty();
    }

    @Test
    @Tag("thorough")
    void shouldFindEachPlantedMistakeInEveryKindAndLayout() {
        assertThat(missed((mistake, kinds) -> kinds.stream()
                        .flatMap(kind -> Stream.of(Layout.values()).map(layout -> new Planted(mistake, kind, layout)))))
                .isEmpty();
    }

    private record Planted(Mistake mistake, Kind kind, Layout layout) {}

    private List<String> missed(BiFunction<Mistake, List<Kind>, Stream<Planted>> choice) {
        List<String> missed = new ArrayList<>();
        for (Mistake mistake : Mistake.values()) {
            List<Kind> kinds = KindCatalogue.all().stream()
                    .filter(kind -> mistake.fits(kind.id()))
                    .toList();
            choice.apply(mistake, kinds)
                    .filter(planted -> !isNoticed(mistake, codes(planted)))
                    .forEach(planted -> missed.add(planted + " found " + codes(planted)));
        }
        return missed;
    }

    /** What is printed and is no value at all has no rule of its own: the field is missing or in doubt. */
    private static boolean isNoticed(Mistake mistake, Set<String> codes) {
        return mistake.finding()
                .map(codes::contains)
                .orElseGet(() -> codes.contains("FIELD-IN-DOUBT") || codes.contains("FIELD-MISSING"));
    }

    private Set<String> codes(Planted planted) {
        GeneratedPaper paper = new PaperGenerator(41)
                .withMistake(planted.kind().id(), planted.mistake(), planted.layout(), Medium.PDF);
        return reader.read(paper.bytes(), paper.fileName(), NOW).records().stream()
                .flatMap(record -> record.findings().stream())
                .map(Finding::code)
                .collect(Collectors.toSet());
    }

    private static Layout layout(int turn) {
        return Layout.values()[turn % Layout.values().length];
    }
}
