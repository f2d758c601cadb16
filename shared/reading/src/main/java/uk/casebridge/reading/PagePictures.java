package uk.casebridge.reading;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.failure.PaperFailedException;
import uk.casebridge.reading.words.Allowance;
import uk.casebridge.reading.words.PdfPaper;

/** Pictures of the pages of a PDF, on which the place of a field is shown. */
public final class PagePictures {

    /** A page larger than this many pixels is drawn smaller: A4 at 300 dpi has 8.7 million. */
    private static final double MOST_PIXELS = 20_000_000;

    private final Limits limits;

    public PagePictures(Limits limits) {
        this.limits = limits;
    }

    public PagePictures() {
        this(Limits.standard());
    }

    /**
     * How many pages a PDF has.
     *
     * @throws PaperFailedException if it is not a PDF that can be opened
     * @throws IOException if the file cannot be read
     */
    public int count(Path file) throws IOException {
        try (PDDocument document = open(file)) {
            return document.getNumberOfPages();
        }
    }

    /**
     * One page as a PNG.
     *
     * @param page the page, from 1
     * @param dpi pixels per inch; fewer for a page so large that its picture would not fit the memory
     * @throws PaperFailedException if it is not a PDF that can be opened
     * @throws IndexOutOfBoundsException if there is no such page
     * @throws IOException if the file cannot be read or the page not drawn
     */
    public byte[] png(Path file, int page, int dpi) throws IOException {
        try (PDDocument document = open(file)) {
            PDRectangle size = document.getPage(page - 1).getCropBox();
            double pixels = size.getWidth() / 72.0 * dpi * (size.getHeight() / 72.0 * dpi);
            double fitting = pixels > MOST_PIXELS ? dpi * Math.sqrt(MOST_PIXELS / pixels) : dpi;
            BufferedImage picture =
                    new PDFRenderer(document).renderImageWithDPI(page - 1, (float) fitting, ImageType.RGB);
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            if (!ImageIO.write(picture, "png", png)) {
                throw new IOException("This Java has no PNG writer");
            }
            return png.toByteArray();
        }
    }

    private PDDocument open(Path file) throws IOException {
        if (Files.size(file) > limits.bytes()) {
            throw new PaperFailedException(FailureCode.TOO_LARGE, "over " + limits.bytes() + " bytes");
        }
        return PdfPaper.open(Files.readAllBytes(file), Allowance.of(limits));
    }
}
