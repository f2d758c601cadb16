package uk.casebridge.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.casebridge.domain.failure.PaperFailedException;

/** Pictures of pages. */
final class PagePicturesTest {

    @TempDir
    Path folder;

    @Test
    void shouldDrawAPageInTheSizeAskedFor() throws IOException {
        PagePictures pictures = new PagePictures();
        Path paper = paper(new PDRectangle(144, 72));
        assertThat(pictures.count(paper)).isEqualTo(2);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(pictures.png(paper, 2, 100)));
        assertThat(picture.getWidth()).isEqualTo(200);
        assertThat(picture.getHeight()).isEqualTo(100);
        assertThat(picture.getRGB(100, 50) & 0xFFFFFF).as("the black square").isZero();
        assertThat(picture.getRGB(5, 5) & 0xFFFFFF).as("the white around it").isEqualTo(0xFFFFFF);
    }

    @Test
    void shouldDrawAHugePageSmallerThanAskedFor() throws IOException {
        byte[] png = new PagePictures().png(paper(new PDRectangle(14_400, 14_400)), 1, 150);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        assertThat((long) picture.getWidth() * picture.getHeight()).isBetween(19_000_000L, 20_100_000L);
    }

    @Test
    void shouldRefuseAPageThatIsNotThere() throws IOException {
        Path paper = paper(new PDRectangle(72, 72));
        assertThatThrownBy(() -> new PagePictures().png(paper, 3, 72)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void shouldRefuseWhatIsNoPdf() throws IOException {
        Path other = Files.writeString(folder.resolve("paper.txt"), "no PDF");
        assertThatThrownBy(() -> new PagePictures().count(other)).isInstanceOf(PaperFailedException.class);
    }

    /** Two pages, a black square in the middle of each. */
    private Path paper(PDRectangle size) throws IOException {
        Path file = folder.resolve("paper.pdf");
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < 2; i++) {
                PDPage page = new PDPage(size);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.addRect(size.getWidth() / 2 - 10, size.getHeight() / 2 - 10, 20, 20);
                    content.fill();
                }
            }
            document.save(file.toFile());
        }
        return file;
    }
}
