package uk.casebridge.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What takes more than a moment to make. */
class LargePapersIT {

    @Test
    void shouldPutFiveHundredDefendantsOnOnePaper() throws IOException {
        GeneratedPaper paper = new PaperGenerator(19).withDefendants("sending-notice", 500, Layout.LETTER, Medium.PDF);
        assertThat(paper.truth().getFirst()).containsKey("defendants[500].name");
        try (PDDocument document = Loader.loadPDF(paper.bytes())) {
            assertThat(document.getNumberOfPages()).isBetween(100, 600);
        }
    }

    @Test
    void shouldScanWithoutText() throws IOException {
        GeneratedPaper paper = new PaperGenerator(20).next("education-certificate", Layout.TABLE, Medium.SCAN);
        try (PDDocument document = Loader.loadPDF(paper.bytes())) {
            assertThat(new PDFTextStripper().getText(document)).isBlank();
        }
    }

    @Test
    void shouldUnpackToFarMoreThanItsSize() {
        assertThat(BadPapers.zipBomb().bytes()).hasSizeBetween(1_000, 3_000_000);
    }
}
