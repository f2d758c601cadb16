package uk.casebridge.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.domain.paper.Bundle;
import uk.casebridge.testkit.author.Chance;

/** Puts generated papers on a pile: two to six of them in one PDF, now and then with an empty page or a sheet between. */
public final class PileGenerator {

    private final Chance chance;
    private final PaperGenerator papers;
    private final List<String> kinds =
            KindCatalogue.all().stream().map(Kind::id).toList();

    public PileGenerator(long seed) {
        this.chance = new Chance(seed);
        this.papers = new PaperGenerator(seed);
    }

    /**
     * A pile.
     *
     * @param bytes the PDF
     * @param parts what a perfect reader finds in it, page by page: each with its pages and its use
     * @param papers the papers, in the order of the parts that are papers
     */
    public record GeneratedPile(byte[] bytes, List<Part> parts, List<GeneratedPaper> papers) {
        public GeneratedPile {
            parts = List.copyOf(parts);
            papers = List.copyOf(papers);
        }

        public int pages() {
            return parts.getLast().where().last();
        }
    }

    /** One part of a pile. */
    public record Part(Bundle.Pages where, Bundle.Use use) {}

    /** The next pile, of kinds and layouts by chance. */
    public GeneratedPile next() {
        List<GeneratedPaper> chosen = new ArrayList<>();
        int count = chance.between(2, 6);
        for (int i = 0; i < count; i++) {
            chosen.add(papers.next(
                    kinds.get(chance.between(0, kinds.size() - 1)),
                    Layout.values()[chance.between(0, Layout.values().length - 1)],
                    Medium.PDF));
        }
        return of(chosen);
    }

    /** A pile of these papers. */
    public GeneratedPile of(List<GeneratedPaper> chosen) {
        PDFMergerUtility merger = new PDFMergerUtility();
        List<Part> parts = new ArrayList<>();
        try (PDDocument pile = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            for (GeneratedPaper paper : chosen) {
                if (!parts.isEmpty() && chance.percent(25)) {
                    between(pile, parts);
                }
                int first = pile.getNumberOfPages() + 1;
                try (PDDocument one = Loader.loadPDF(paper.bytes())) {
                    merger.appendDocument(pile, one);
                }
                parts.add(new Part(new Bundle.Pages(first, pile.getNumberOfPages()), Bundle.Use.PAPER));
            }
            pile.setDocumentId((long) chosen.size());
            pile.save(bytes);
            return new GeneratedPile(bytes.toByteArray(), parts, chosen);
        } catch (IOException e) {
            throw new UncheckedIOException("A file in memory cannot fail", e);
        }
    }

    private void between(PDDocument pile, List<Part> parts) throws IOException {
        boolean blank = chance.percent(50);
        PDPage page = new PDPage(PDRectangle.A4);
        pile.addPage(page);
        if (!blank) {
            try (PDPageContentStream ink = new PDPageContentStream(pile, page)) {
                ink.beginText();
                ink.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD), 28);
                ink.newLineAtOffset(120, 420);
                ink.showText("DOCUMENT SEPARATOR");
                ink.endText();
            }
        }
        int number = pile.getNumberOfPages();
        parts.add(new Part(new Bundle.Pages(number, number), blank ? Bundle.Use.BLANK : Bundle.Use.SEPARATOR));
    }
}
