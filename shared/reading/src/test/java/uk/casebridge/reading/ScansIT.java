package uk.casebridge.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.domain.record.Reading;
import uk.casebridge.domain.standing.BuiltInStandingData;
import uk.casebridge.testkit.GeneratedPaper;
import uk.casebridge.testkit.Layout;
import uk.casebridge.testkit.PaperGenerator;

/** Reads scans of made-up papers, askew and speckled, at 300 dpi; only where Tesseract is installed. */
final class ScansIT {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    /** A single letter mistaken makes a field wrong, and one table missed makes a paper bad. */
    private static final double FLOOR = 0.80;

    private static final double FLOOR_OF_ALL = 0.93;

    @Test
    void shouldReadMostOfAScannedTableOfSomeKinds() {
        // A page takes two seconds: a court's, a prison's and a custody paper stand for the rest.
        List<Kind> some = Stream.of("sending-notice", "custodial-warrant", "education-certificate")
                .map(KindCatalogue::get)
                .toList();
        read(some, 1, 20261123, List.of(Layout.TABLE));
    }

    @Test
    @Tag("thorough")
    void shouldReadMostOfManyScans() {
        read(KindCatalogue.all(), 5, 4711, List.of(Layout.values()));
    }

    private static void read(List<Kind> kinds, int papers, long seed, List<Layout> layouts) {
        Ocr ocr = Tesseract.ifInstalled();
        assumeThat(ocr.isAvailable()).as("the program tesseract is on the path").isTrue();
        Reader reader = new Reader(new BuiltInStandingData(), Limits.standard(), Clock.fixed(NOW, ZoneOffset.UTC), ocr);
        Tally all = new Tally();
        List<String> below = new ArrayList<>();
        for (Kind kind : kinds) {
            for (Layout layout : layouts) {
                Tally tally = new Tally();
                PaperGenerator generator = new PaperGenerator(seed);
                for (int i = 0; i < papers; i++) {
                    GeneratedPaper paper = generator.scanned(kind.id(), layout, 300);
                    compare(paper, reader.read(paper.bytes(), paper.fileName(), NOW), tally, all);
                }
                System.out.printf("%-22s %-10s scan %6.2f %%%n", kind.id(), layout, 100 * tally.shareOfAll());
                if (tally.shareOfAll() < FLOOR) {
                    below.add(kind.id() + " " + layout + ": " + tally.misses());
                }
            }
        }
        System.out.printf("%-33s scan %6.2f %%%n", "all", 100 * all.shareOfAll());
        assertThat(below).isEmpty();
        assertThat(all.shareOfAll()).as("%s", all.misses()).isGreaterThan(FLOOR_OF_ALL);
    }

    private static void compare(GeneratedPaper paper, Reading reading, Tally tally, Tally all) {
        for (int i = 0; i < paper.truth().size(); i++) {
            Fields fields =
                    i < reading.records().size() ? reading.records().get(i).fields() : Fields.none();
            for (Map.Entry<String, String> truth : paper.truth().get(i).entrySet()) {
                String read = fields.at(truth.getKey()).map(Field::value).orElse("");
                boolean right = GeneratedPaper.agrees(truth.getValue(), read);
                tally.count(truth.getKey(), right, paper.fileName());
                all.count(truth.getKey(), right, paper.fileName());
            }
        }
    }
}
