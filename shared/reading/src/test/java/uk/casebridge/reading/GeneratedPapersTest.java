package uk.casebridge.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.domain.kind.Unit;
import uk.casebridge.domain.record.Reading;
import uk.casebridge.domain.standing.BuiltInStandingData;
import uk.casebridge.testkit.GeneratedPaper;
import uk.casebridge.testkit.Layout;
import uk.casebridge.testkit.Medium;
import uk.casebridge.testkit.PaperGenerator;

/** Reads made-up papers of every kind and layout and compares every field with what was written on them. */
final class GeneratedPapersTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final double FLOOR = 0.995;

    private final Reader reader =
            new Reader(new BuiltInStandingData(), Limits.standard(), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void shouldReadPdfsOfEveryKindInEveryLayout() {
        assertThat(missed(List.of(Medium.PDF), 2, 20261123)).isEmpty();
    }

    @Test
    void shouldReadAWordDocumentOfEveryKindInOneLayout() {
        List<String> below = new ArrayList<>();
        for (Kind kind : KindCatalogue.all()) {
            // By its id and not by its turn, so that a kind that is added leaves the others as they are.
            Layout layout = Layout.values()[Math.floorMod(kind.id().hashCode(), Layout.values().length)];
            missed(kind, layout, Medium.DOCX, 2, 20261123).ifPresent(below::add);
        }
        assertThat(below).isEmpty();
    }

    @Test
    @Tag("thorough")
    void shouldReadManyPapersOfEveryKindInEveryLayout() {
        assertThat(missed(List.of(Medium.PDF, Medium.DOCX), 150, 4711)).isEmpty();
    }

    /** The combinations below the floor, with what was missed. */
    private List<String> missed(List<Medium> media, int papers, long seed) {
        List<String> below = new ArrayList<>();
        for (Kind kind : KindCatalogue.all()) {
            for (Layout layout : Layout.values()) {
                for (Medium medium : media) {
                    missed(kind, layout, medium, papers, seed).ifPresent(below::add);
                }
            }
        }
        return below;
    }

    private Optional<String> missed(Kind kind, Layout layout, Medium medium, int papers, long seed) {
        Tally tally = tally(kind, layout, medium, papers, seed);
        System.out.printf("%-22s %-10s %-4s %6.2f %%%n", kind.id(), layout, medium, 100 * tally.shareOfAll());
        return tally.shareOfAll() < FLOOR
                ? Optional.of(kind.id() + " " + layout + " " + medium + ": " + tally.misses())
                : Optional.empty();
    }

    private Tally tally(Kind kind, Layout layout, Medium medium, int papers, long seed) {
        PaperGenerator generator = new PaperGenerator(seed);
        Tally tally = new Tally();
        for (int i = 0; i < papers; i++) {
            boolean several = i % 2 == 1 && kind.unit() != Unit.PERSON;
            GeneratedPaper paper = several
                    ? generator.withDefendants(kind.id(), 3, layout, medium)
                    : generator.next(kind.id(), layout, medium);
            Reading reading = reader.read(paper.bytes(), paper.fileName(), NOW);
            String name = paper.fileName();
            tally.count("kind", reading.kind().filter(kind.id()::equals).isPresent(), name);
            tally.count("records", reading.records().size() == paper.truth().size(), name);
            for (int k = 0; k < paper.truth().size(); k++) {
                Fields fields =
                        k < reading.records().size() ? reading.records().get(k).fields() : Fields.none();
                for (String path : madeUp(fields, paper.truth().get(k))) {
                    tally.count("not on the paper: " + path, false, name);
                }
                for (Map.Entry<String, String> truth : paper.truth().get(k).entrySet()) {
                    String read = fields.at(truth.getKey()).map(Field::value).orElse("");
                    tally.count(
                            truth.getKey().replaceAll("\\[\\d+]", "[*]"),
                            GeneratedPaper.agrees(truth.getValue(), read),
                            name);
                }
            }
        }
        return tally;
    }

    /** What was read and is not there, but for what is worked out from the rest. */
    private static List<String> madeUp(Fields fields, Map<String, String> truth) {
        return fields.all().stream()
                .map(Field::path)
                .filter(path -> !truth.containsKey(path) && !path.endsWith("ourt.code"))
                .toList();
    }
}
