package uk.casebridge.reading.bundles;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.multipdf.Splitter;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import uk.casebridge.domain.paper.Bundle;
import uk.casebridge.reading.words.Allowance;

/** Pages of a PDF as a PDF of their own, which holds nothing of the other pages. */
final class PdfPages {

    private PdfPages() {}

    /** What was typed into a form is drawn onto the pages: a form belongs to the whole file and is lost with it. */
    static void settle(PDDocument pile) throws IOException {
        PDAcroForm form = pile.getDocumentCatalog().getAcroForm();
        if (form != null && !form.getFields().isEmpty()) {
            form.flatten(form.getFields(), form.getNeedAppearances());
        }
    }

    /** A range of pages, the same bytes each time. */
    static byte[] of(PDDocument pile, Bundle.Pages range, Allowance allowance) throws IOException {
        Splitter splitter = new Splitter();
        splitter.setStartPage(range.first());
        splitter.setEndPage(range.last());
        splitter.setSplitAtPage(range.last() - range.first() + 1);
        List<PDDocument> made = splitter.split(pile);
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDDocument pages = made.getFirst();
            for (PDPage page : pages.getPages()) {
                allowance.checkTime();
                keepOwnPictures(page);
            }
            // Else the id is drawn from the clock, and the same pages would make other bytes each time.
            pages.setDocumentId((long) range.first());
            pages.save(bytes);
            return bytes.toByteArray();
        } finally {
            for (PDDocument document : made) {
                document.close();
            }
        }
    }

    /** Pages often share one list of all pictures of a file; those the page does not draw are not its own. */
    private static void keepOwnPictures(PDPage page) throws IOException {
        PDResources resources = page.getResources();
        COSDictionary pictures =
                resources == null ? null : resources.getCOSObject().getCOSDictionary(COSName.XOBJECT);
        if (resources == null || pictures == null || pictures.size() < 2) {
            return;
        }
        Set<COSName> drawn = new HashSet<>();
        PDFStreamParser parser = new PDFStreamParser(page);
        Object before = null;
        for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
            if (token instanceof Operator operator
                    && operator.getName().equals("Do")
                    && before instanceof COSName name) {
                drawn.add(name);
            }
            before = token;
        }
        COSDictionary own = new COSDictionary();
        for (COSName name : drawn) {
            if (pictures.containsKey(name)) {
                own.setItem(name, pictures.getItem(name));
            }
        }
        COSDictionary copy = new COSDictionary(resources.getCOSObject());
        copy.setItem(COSName.XOBJECT, own);
        page.setResources(new PDResources(copy));
    }
}
