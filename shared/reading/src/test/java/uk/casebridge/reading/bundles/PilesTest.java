package uk.casebridge.reading.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.domain.paper.Bundle;
import uk.casebridge.domain.record.Reading;
import uk.casebridge.domain.standing.BuiltInStandingData;
import uk.casebridge.reading.Corpus;
import uk.casebridge.reading.Limits;
import uk.casebridge.reading.Ocr;
import uk.casebridge.reading.Reader;
import uk.casebridge.reading.fields.Recogniser;
import uk.casebridge.reading.words.Allowance;
import uk.casebridge.reading.words.Formats;
import uk.casebridge.reading.words.PageOfWords;
import uk.casebridge.testkit.GeneratedPaper;
import uk.casebridge.testkit.Layout;
import uk.casebridge.testkit.Medium;
import uk.casebridge.testkit.PaperGenerator;
import uk.casebridge.testkit.PileGenerator;
import uk.casebridge.testkit.PileGenerator.GeneratedPile;

/** Piles of papers in one PDF. */
class PilesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final int PILES = 60;

    private final Reader reader =
            new Reader(new BuiltInStandingData(), Limits.standard(), Clock.fixed(NOW, ZoneOffset.UTC));

    @TempDir
    private Path folder;

    @Test
    void shouldSplitGeneratedPilesRightAndLoseNoPage() {
        PileGenerator generator = new PileGenerator(20261124);
        int right = 0;
        int doubtful = 0;
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < PILES; i++) {
            GeneratedPile pile = generator.next();
            Reading reading = reader.read(pile.bytes(), "pile.pdf", NOW);
            List<PileGenerator.Part> found =
                    reading.bundle().map(PilesTest::parts).orElse(List.of());
            if (reading.bundle().isPresent()) {
                assertWhole(reading.bundle().get(), pile.pages());
            }
            if (reading.failure().isPresent()) {
                doubtful++;
            } else if (found.equals(pile.parts())) {
                right++;
                continue;
            }
            wrong.add(pile.papers().stream().map(GeneratedPaper::kind).toList() + " " + pile.parts() + " as " + found
                    + reading.failure());
        }

        System.out.printf(
                "Piles split right: %d of %d (%.1f %%), sent to a person: %d%n",
                right, PILES, 100.0 * right / PILES, doubtful);
        assertThat(right / (double) PILES).as(String.join("\n", wrong)).isGreaterThanOrEqualTo(0.98);
    }

    /** Without page numbers less is certain; what is cut wrong without a word must stay rare, and no page is lost. */
    @Test
    void shouldAskAPersonRatherThanCutWrongWhereNoPageIsNumbered() {
        PileGenerator generator = new PileGenerator(7);
        Recogniser recogniser = new Recogniser(KindCatalogue.all());
        int right = 0;
        int asked = 0;
        for (int i = 0; i < PILES; i++) {
            GeneratedPile pile = generator.next();
            List<PageOfWords> pages = unnumbered(pile.bytes());
            Optional<Piles.Split> split = Piles.split(pages, "pile.pdf", true, recogniser);
            split.ifPresent(it -> assertWhole(it.bundle(), pile.pages()));
            if (split.flatMap(Piles.Split::doubt).isPresent()) {
                asked++;
            } else if (split.map(Piles.Split::bundle)
                    .map(PilesTest::parts)
                    .orElse(List.of())
                    .equals(pile.parts())) {
                right++;
            }
        }

        System.out.printf(
                "Piles without page numbers split right: %d of %d, sent to a person: %d, wrong: %d%n",
                right, PILES, asked, PILES - right - asked);
        assertThat(right + asked).isGreaterThanOrEqualTo(PILES - 1);
        assertThat(right / (double) PILES).isGreaterThanOrEqualTo(0.9);
    }

    private static List<PageOfWords> unnumbered(byte[] pdf) {
        return Formats.read(pdf, Formats.detect(pdf, "pile.pdf"), Allowance.of(Limits.standard()), Ocr.none())
                .papers()
                .getFirst()
                .pages()
                .stream()
                .map(page -> new PageOfWords(
                        page.number(),
                        page.width(),
                        page.height(),
                        page.words().stream()
                                .filter(word -> word.box().y() < 0.93 * page.height())
                                .toList()))
                .toList();
    }

    @Test
    void shouldReadEachPaperOfAPileAsIfItHadComeAlone() throws IOException {
        PaperGenerator papers = new PaperGenerator(11);
        List<GeneratedPaper> chosen = List.of(
                papers.next("remand-warrant", Layout.TABLE, Medium.PDF),
                papers.withDefendants("prison-court-register", 3, Layout.TWO_COLUMN, Medium.PDF),
                papers.next("sending-notice", Layout.LETTER, Medium.PDF));
        GeneratedPile pile = new PileGenerator(3).of(chosen);

        List<byte[]> parts = parts(pile.bytes());

        assertThat(parts).hasSize(3);
        for (int i = 0; i < 3; i++) {
            Reading alone = reader.read(chosen.get(i).bytes(), "paper.pdf", NOW);
            Reading part = reader.read(parts.get(i), "paper.pdf", NOW);
            assertThat(part.kind()).isEqualTo(alone.kind());
            assertThat(part.pages()).isEqualTo(alone.pages());
            assertThat(part.records())
                    .extracting(Reading.ReadRecord::fields, Reading.ReadRecord::findings)
                    .isEqualTo(alone.records().stream()
                            .map(record -> tuple(record.fields(), record.findings()))
                            .toList());
        }
    }

    @Test
    void shouldLeaveNothingOfOnePaperInAnother() throws IOException {
        PaperGenerator papers = new PaperGenerator(12);
        GeneratedPaper one = papers.next("remand-warrant", Layout.TABLE, Medium.PDF);
        GeneratedPaper other = papers.next("custodial-warrant", Layout.LETTER, Medium.PDF);
        String name = other.truth().getFirst().get("defendant.name");

        byte[] part =
                parts(new PileGenerator(1).of(List.of(one, other)).bytes()).getFirst();

        try (PDDocument document = Loader.loadPDF(part)) {
            assertThat(new PDFTextStripper().getText(document)).doesNotContain(name);
            assertThat(document.getDocument().getXrefTable()).isNotEmpty();
        }
        assertThat(new String(part, StandardCharsets.ISO_8859_1)).doesNotContain(name);
        assertThat(part.length).isLessThan(one.bytes().length * 2);
    }

    @Test
    void shouldGiveTheSameBytesEachTime() throws IOException {
        GeneratedPile pile = new PileGenerator(4).next();

        assertThat(parts(pile.bytes())).usingRecursiveComparison().isEqualTo(parts(pile.bytes()));
    }

    @Test
    void shouldNeverSplitAGeneratedPaper() {
        PaperGenerator papers = new PaperGenerator(21);
        for (Layout layout : Layout.values()) {
            for (String kind : List.of("sending-notice", "prison-court-register", "custodial-warrant")) {
                for (int defendants : new int[] {1, 2, 5}) {
                    GeneratedPaper paper = papers.withDefendants(kind, defendants, layout, Medium.PDF);

                    assertThat(reader.read(paper.bytes(), paper.fileName(), NOW).bundle())
                            .as(kind + " " + layout + " of " + defendants)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void shouldNeverSplitAFileOfTheCorpus() throws IOException {
        Optional<Path> corpus = Corpus.folder("");
        Assumptions.assumeTrue(corpus.isPresent(), "The corpus is not at ../shared/corpus");
        List<Path> pdfs;
        try (Stream<Path> all = Files.walk(corpus.orElseThrow())) {
            pdfs = all.filter(file -> file.toString().endsWith(".pdf")).toList();
        }
        assertThat(pdfs).isNotEmpty();
        for (Path pdf : pdfs) {
            assertThat(reader.read(pdf, pdf.getFileName().toString(), NOW).bundle())
                    .as(pdf.getFileName().toString())
                    .isEmpty();
        }
    }

    @Test
    void shouldSplitAPileOfTheRegistersOfTheCorpus() throws IOException {
        Optional<Path> corpus = Corpus.folder("prison-court-registers");
        Assumptions.assumeTrue(corpus.isPresent(), "The corpus is not at ../shared/corpus");
        List<Path> registers;
        try (Stream<Path> all = Files.walk(corpus.orElseThrow())) {
            registers = all.filter(file -> file.toString().endsWith(".pdf"))
                    .sorted()
                    .toList();
        }
        List<Integer> pages = new ArrayList<>();
        byte[] pile = merged(registers, pages);

        Reading reading = reader.read(pile, "registers.pdf", NOW);

        assertThat(reading.failure()).isEmpty();
        assertThat(reading.bundle().orElseThrow().parts())
                .extracting(part -> ((Bundle.Pages) part.where()).last() - ((Bundle.Pages) part.where()).first() + 1)
                .isEqualTo(pages);
    }

    @Test
    void shouldLeaveAPileWithAMissingPageToAPersonAndProposeTheRanges() throws IOException {
        PaperGenerator papers = new PaperGenerator(31);
        GeneratedPaper first = papers.withDefendants("prison-court-register", 4, Layout.TABLE, Medium.PDF);
        GeneratedPaper second = papers.withDefendants("prison-court-register", 4, Layout.TABLE, Medium.PDF);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument pile = Loader.loadPDF(first.bytes());
                PDDocument rest = Loader.loadPDF(second.bytes())) {
            assertThat(rest.getNumberOfPages()).isGreaterThan(2);
            // The first two pages of the second paper were lost on the way.
            rest.removePage(0);
            rest.removePage(0);
            new PDFMergerUtility().appendDocument(pile, rest);
            if (pile.getNumberOfPages() > 5) {
                pile.removePage(0);
            }
            pile.save(bytes);
        }

        Reading reading = reader.read(bytes.toByteArray(), "pile.pdf", NOW);

        assertThat(reading.failure()).map(Failure::code).contains(FailureCode.PILE_IN_DOUBT);
        assertThat(reading.failure().orElseThrow().detail())
                .contains("Proposed: page")
                .contains("In doubt: page");
        assertThat(reading.records()).isEmpty();
    }

    private static List<PileGenerator.Part> parts(Bundle bundle) {
        return bundle.parts().stream()
                .map(part -> new PileGenerator.Part((Bundle.Pages) part.where(), part.use()))
                .toList();
    }

    /** Every page stands in one part, in order. */
    private static void assertWhole(Bundle bundle, int pages) {
        int next = 1;
        for (Bundle.Part part : bundle.parts()) {
            Bundle.Pages where = (Bundle.Pages) part.where();
            assertThat(where.first()).isEqualTo(next);
            next = where.last() + 1;
        }
        assertThat(next).isEqualTo(pages + 1);
    }

    private List<byte[]> parts(byte[] pile) throws IOException {
        Reading reading = reader.read(pile, "pile.pdf", NOW);
        assertThat(reading.failure()).isEmpty();
        Bundle bundle = reading.bundle().orElseThrow();
        Path file = Files.write(folder.resolve("pile"), pile);
        Path into = Files.createTempDirectory(folder, "parts");
        assertThat(reader.takeApart(file, bundle, into)).isEmpty();
        return bundle.parts().stream()
                .filter(part -> part.use() == Bundle.Use.PAPER)
                .map(part -> read(into.resolve(Integer.toString(part.number()))))
                .toList();
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] merged(List<Path> files, List<Integer> pages) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument pile = new PDDocument()) {
            for (Path file : files) {
                try (PDDocument one = Loader.loadPDF(file.toFile())) {
                    pages.add(one.getNumberOfPages());
                    new PDFMergerUtility().appendDocument(pile, one);
                }
            }
            pile.save(bytes);
        }
        return bytes.toByteArray();
    }
}
