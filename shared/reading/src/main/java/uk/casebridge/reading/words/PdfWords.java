package uk.casebridge.reading.words;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.WeakHashMap;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.failure.PaperFailedException;
import uk.casebridge.domain.field.PageBox;

/**
 * Takes the words off the pages of a PDF in the order they are drawn. Only text that runs the way most of its page
 * does is taken: a stamp or watermark set askew is not.
 */
final class PdfWords extends PDFTextStripper {

    /** How many drawing steps a page may take for each character it may draw. */
    private static final int STEPS_PER_GLYPH = 20;

    /** The share of the font's size that lies above the base line. */
    private static final double ASCENT = 0.8;

    /** A gap wider than this share of the font's size ends a word whatever the font says of its space. */
    private static final double WIDEST_GAP_WITHIN_WORD = 0.2;

    private static final double NARROWEST_SPACE = 0.1;

    private final Allowance allowance;
    private final List<PageOfWords> pages = new ArrayList<>();
    private final Map<PDFont, Boolean> boldFonts = new WeakHashMap<>();

    private final List<Glyph> glyphs = new ArrayList<>();
    private int glyphsOnPage;
    private long stepsOnPage;

    PdfWords(Allowance allowance) {
        this.allowance = allowance;
        setSuppressDuplicateOverlappingText(false);
        setSortByPosition(false);
    }

    List<PageOfWords> read(PDDocument document) throws IOException {
        writeText(document, Writer.nullWriter());
        return withEmpty(document);
    }

    /** Pages on which nothing at all is drawn are passed over while text is taken; they are pages all the same. */
    private List<PageOfWords> withEmpty(PDDocument document) {
        List<PageOfWords> all = new ArrayList<>();
        Iterator<PageOfWords> read = pages.iterator();
        PageOfWords next = read.hasNext() ? read.next() : null;
        for (int number = 1; number <= document.getNumberOfPages(); number++) {
            if (next != null && next.number() == number) {
                all.add(next);
                next = read.hasNext() ? read.next() : null;
            } else {
                all.add(page(document.getPage(number - 1), number, List.of()));
            }
        }
        return all;
    }

    private static PageOfWords page(PDPage page, int number, List<Word> words) {
        boolean onItsSide = page.getRotation() % 180 != 0;
        double width =
                onItsSide ? page.getCropBox().getHeight() : page.getCropBox().getWidth();
        double height =
                onItsSide ? page.getCropBox().getWidth() : page.getCropBox().getHeight();
        return new PageOfWords(number, width, height, words);
    }

    @Override
    protected void startPage(PDPage page) {
        glyphs.clear();
        glyphsOnPage = 0;
        stepsOnPage = 0;
        allowance.checkTime();
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        allowance.step();
        if (++stepsOnPage > (long) STEPS_PER_GLYPH * allowance.limits().glyphsOnPage()) {
            throw new PaperFailedException(
                    FailureCode.TOO_MANY_GLYPHS,
                    "page " + getCurrentPageNo() + " takes over " + stepsOnPage + " steps");
        }
        super.processOperator(operator, operands);
    }

    @Override
    protected void processTextPosition(TextPosition glyph) {
        if (++glyphsOnPage > allowance.limits().glyphsOnPage()) {
            throw new PaperFailedException(
                    FailureCode.TOO_MANY_GLYPHS,
                    "page " + getCurrentPageNo() + " draws over "
                            + allowance.limits().glyphsOnPage() + " characters");
        }
        String text = glyph.getUnicode();
        if (text == null || text.isEmpty()) {
            return;
        }
        glyphs.add(new Glyph(
                text,
                glyph.getXDirAdj(),
                glyph.getYDirAdj(),
                glyph.getWidthDirAdj(),
                Math.max(1, glyph.getYScale()),
                glyph.getWidthOfSpace(),
                (int) glyph.getDir(),
                isBold(glyph.getFont())));
    }

    @Override
    protected void writePage() {
        // Nothing is written: the page's words are made when it ends.
    }

    @Override
    protected void endPage(PDPage page) {
        allowance.takeCharacters(glyphs.size());
        pages.add(page(page, getCurrentPageNo(), words(getCurrentPageNo())));
    }

    private boolean isBold(PDFont font) {
        return boldFonts.computeIfAbsent(font, PdfWords::looksBold);
    }

    private static boolean looksBold(PDFont font) {
        String name = font.getName();
        if (name != null) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.contains("bold") || lower.contains("black") || lower.contains("heavy")) {
                return true;
            }
        }
        PDFontDescriptor descriptor = font.getFontDescriptor();
        return descriptor != null && (descriptor.isForceBold() || descriptor.getFontWeight() >= 600);
    }

    private List<Word> words(int page) {
        int direction = mainDirection();
        List<Word> words = new ArrayList<>();
        Run run = new Run(page);
        Glyph before = null;
        for (Glyph glyph : glyphs) {
            if (glyph.direction != direction) {
                continue;
            }
            if (glyph.text.isBlank()) {
                run.endInto(words);
                before = null;
                continue;
            }
            if (before != null) {
                if (glyph.overprints(before)) {
                    continue;
                }
                if (!glyph.continues(before)) {
                    run.endInto(words);
                }
            }
            run.add(glyph);
            before = glyph;
        }
        run.endInto(words);
        return Overprints.dropped(words);
    }

    private int mainDirection() {
        int[] byQuarter = new int[4];
        for (Glyph glyph : glyphs) {
            if (glyph.direction % 90 == 0) {
                byQuarter[Math.floorMod(glyph.direction / 90, 4)]++;
            }
        }
        int most = 0;
        for (int quarter = 1; quarter < 4; quarter++) {
            if (byQuarter[quarter] > byQuarter[most]) {
                most = quarter;
            }
        }
        return most * 90;
    }

    private record Glyph(
            String text,
            double x,
            double baseline,
            double width,
            double size,
            double space,
            int direction,
            boolean bold) {

        boolean continues(Glyph before) {
            double gap = x - (before.x + before.width);
            double spaceWidth = space > 0 ? space : size * 0.25;
            double widest = Math.clamp(spaceWidth * 0.5, size * NARROWEST_SPACE, size * WIDEST_GAP_WITHIN_WORD);
            return Math.abs(baseline - before.baseline) < size * 0.3 && gap < widest && gap > -size * 0.6;
        }

        /** Bold by printing twice: the same character again, a hair away. */
        boolean overprints(Glyph before) {
            return text.equals(before.text)
                    && Math.abs(x - before.x) < Math.max(0.15 * width, 0.03 * size)
                    && Math.abs(baseline - before.baseline) < size * 0.1;
        }
    }

    private static final class Run {
        private final int page;
        private final StringBuilder text = new StringBuilder();
        private double left;
        private double right;
        private double top;
        private double bottom;
        private int bold;
        private int count;

        Run(int page) {
            this.page = page;
        }

        void add(Glyph glyph) {
            double glyphTop = glyph.baseline - glyph.size * ASCENT;
            double glyphBottom = glyphTop + glyph.size;
            if (count == 0) {
                left = glyph.x;
                right = glyph.x + glyph.width;
                top = glyphTop;
                bottom = glyphBottom;
            } else {
                left = Math.min(left, glyph.x);
                right = Math.max(right, glyph.x + glyph.width);
                top = Math.min(top, glyphTop);
                bottom = Math.max(bottom, glyphBottom);
            }
            text.append(glyph.text);
            count++;
            if (glyph.bold) {
                bold++;
            }
        }

        void endInto(List<Word> words) {
            if (count > 0) {
                String characters = Characters.plain(text);
                if (!characters.isEmpty()) {
                    words.add(new Word(
                            characters,
                            new PageBox(page, left, top, Math.max(0, right - left), Math.max(0, bottom - top)),
                            Characters.confidence(characters),
                            bold * 2 > count));
                }
                text.setLength(0);
                count = 0;
                bold = 0;
            }
        }
    }
}
