package uk.casebridge.testkit.print;

import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/**
 * The fonts of a layout.
 *
 * @param plain for values and sentences
 * @param bold for headings and labels
 * @param size in points
 */
record Typeface(PDFont plain, PDFont bold, float size) {

    static Typeface sans(float size) {
        return new Typeface(
                new PDType1Font(Standard14Fonts.FontName.HELVETICA),
                new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD),
                size);
    }

    static Typeface serif(float size) {
        return new Typeface(
                new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN),
                new PDType1Font(Standard14Fonts.FontName.TIMES_BOLD),
                size);
    }

    float leading() {
        return size * 1.3f;
    }
}
