package uk.casebridge.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFreeText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.field.PageBox;
import uk.casebridge.domain.record.Reading;
import uk.casebridge.domain.standing.BuiltInStandingData;

/** What was typed into a PDF after it was made: form fields and notes that print stand beside their labels. */
final class TypedIntoPdfTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final PDFont FONT = new PDType1Font(Standard14Fonts.FontName.HELVETICA);

    @Test
    void shouldReadFormFieldsBesideTheirLabels() throws IOException {
        assertThat(fields().value("defendant.name")).contains("Ada Example");
    }

    @Test
    void shouldReadNotesThatPrint() throws IOException {
        assertThat(fields().value("prison.name")).contains("HMP Thameside");
    }

    @Test
    void shouldNotReadNotesThatDoNotPrint() throws IOException {
        assertThat(fields().all()).extracting(Field::raw).noneMatch(raw -> raw.contains("never"));
    }

    @Test
    void shouldSayWhereInTheFormAValueStands() throws IOException {
        PageBox place = fields().at("defendant.name").flatMap(Field::place).orElseThrow();
        assertThat(place.page()).isEqualTo(1);
        assertThat(place.x()).isBetween(200.0, 215.0);
        assertThat(place.y()).isBetween(842 - 718.0, 842 - 695.0);
    }

    private static Fields fields() throws IOException {
        Reading reading = new Reader(new BuiltInStandingData(), Limits.standard(), Clock.fixed(NOW, ZoneOffset.UTC))
                .read(form(), "paper.pdf", NOW);
        assertThat(reading.failure()).isEmpty();
        return reading.records().getFirst().fields();
    }

    private static byte[] form() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                print(content, 780, "Remand warrant");
                print(content, 760, "The defendant is remanded in custody.");
                print(content, 702, "Defendant");
                print(content, 672, "Prison");
            }
            PDAcroForm form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            PDResources resources = new PDResources();
            resources.put(COSName.HELV, FONT);
            form.setDefaultResources(resources);
            form.setDefaultAppearance("/Helv 10 Tf 0 g");
            PDTextField name = new PDTextField(form);
            name.setPartialName("name");
            form.getFields().add(name);
            PDAnnotationWidget widget = name.getWidgets().getFirst();
            widget.setRectangle(new PDRectangle(200, 698, 200, 18));
            widget.setPage(page);
            page.getAnnotations().add(widget);
            name.setValue("Ada Example");
            PDAnnotationFreeText note = new PDAnnotationFreeText();
            note.setContents("HMP Thameside");
            add(page, note, 668);
            PDAnnotationText sticky = new PDAnnotationText();
            sticky.setContents("never printed");
            add(page, sticky, 640);
            document.save(out);
        }
        return out.toByteArray();
    }

    private static void add(PDPage page, PDAnnotation annotation, float y) throws IOException {
        annotation.setRectangle(new PDRectangle(200, y, 200, 18));
        page.getAnnotations().add(annotation);
    }

    private static void print(PDPageContentStream content, float y, String text) throws IOException {
        content.beginText();
        content.setFont(FONT, 10);
        content.newLineAtOffset(50, y);
        content.showText(text);
        content.endText();
    }
}
