package uk.casebridge.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.junit.jupiter.api.Test;

class BadPapersTest {

    @Test
    void shouldLockAPdfWithAPassword() {
        assertThatThrownBy(
                        () -> Loader.loadPDF(BadPapers.encryptedPdf().bytes()).close())
                .isInstanceOf(InvalidPasswordException.class);
    }

    @Test
    void shouldCutAPdfShort() {
        assertThatThrownBy(
                        () -> Loader.loadPDF(BadPapers.truncatedPdf().bytes()).close())
                .isInstanceOf(IOException.class);
    }

    @Test
    void shouldMakeAPdfOfAsManyPagesAsAsked() throws IOException {
        try (PDDocument document = Loader.loadPDF(BadPapers.manyPages(5000).bytes())) {
            assertThat(document.getNumberOfPages()).isEqualTo(5000);
        }
    }

    @Test
    void shouldHideManyGlyphsInASmallFile() {
        assertThat(BadPapers.glyphBomb().bytes()).hasSizeLessThan(200_000);
    }

    @Test
    void shouldBeLargerThanAllowed() {
        assertThat(BadPapers.tooLarge().bytes().length).isGreaterThan(50 * 1024 * 1024);
    }

    @Test
    void shouldNestAsDeepAsAsked() throws IOException {
        byte[] inner = BadPapers.filesWithinFiles(20).bytes();
        for (int i = 0; i < 20; i++) {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(inner))) {
                assertThat(zip.getNextEntry()).isNotNull();
                inner = zip.readAllBytes();
            }
        }
        assertThat(inner).asString().startsWith("A note");
    }
}
