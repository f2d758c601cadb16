package uk.casebridge.reading;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
import uk.casebridge.reading.words.Pictures;

/** Pictures of the pages of a PDF or a scan, on which the place of a field is shown. */
public final class PagePictures {

    /** A page larger than this many pixels is drawn smaller: A4 at 300 dpi has 8.7 million. */
    private static final double MOST_PIXELS = 20_000_000;

    /** Where readers of PDF look for its mark: within the first 1,024 bytes (ISO 32000-1 annex H, note 13). */
    private static final int HEADER = 1024;

    private final Limits limits;

    public PagePictures(Limits limits) {
        this.limits = limits;
    }

    public PagePictures() {
        this(Limits.standard());
    }

    /** Whether a file begins as one does whose pages can be drawn. */
    public boolean canDraw(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(HEADER);
            return new String(head, StandardCharsets.ISO_8859_1).contains("%PDF-")
                    || Pictures.typeOf(head).isPresent();
        }
    }

    /**
     * How many pages a file has.
     *
     * @throws PaperFailedException if it cannot be opened
     * @throws IOException if the file cannot be read
     */
    public int count(Path file) throws IOException {
        if (isScan(file)) {
            try (Pictures pictures = Pictures.open(bytes(file))) {
                return pictures.count();
            }
        }
        try (PDDocument document = open(file)) {
            return document.getNumberOfPages();
        }
    }

    /**
     * One page as a PNG.
     *
     * @param page the page, from 1
     * @param dpi pixels per inch; fewer for a page so large that its picture would not fit the memory
     * @throws PaperFailedException if it cannot be opened
     * @throws IndexOutOfBoundsException if there is no such page
     * @throws IOException if the file cannot be read or the page not drawn
     */
    public byte[] png(Path file, int page, int dpi) throws IOException {
        if (isScan(file)) {
            try (Pictures pictures = Pictures.open(bytes(file))) {
                return png(drawn(pictures.page(page), dpi));
            }
        }
        try (PDDocument document = open(file)) {
            PDRectangle size = document.getPage(page - 1).getCropBox();
            double pixels = size.getWidth() / 72.0 * dpi * (size.getHeight() / 72.0 * dpi);
            double fitting = pixels > MOST_PIXELS ? dpi * Math.sqrt(MOST_PIXELS / pixels) : dpi;
            BufferedImage picture =
                    new PDFRenderer(document).renderImageWithDPI(page - 1, (float) fitting, ImageType.RGB);
            return png(picture);
        }
    }

    /** A scan at another resolution; never finer than it is. */
    private static BufferedImage drawn(Pictures.Page page, int dpi) {
        double scale = Math.min(1, dpi / page.dpi());
        int width = Math.max(1, (int) Math.round(page.picture().getWidth() * scale));
        int height = Math.max(1, (int) Math.round(page.picture().getHeight() * scale));
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(page.picture(), 0, 0, width, height, null);
        pen.dispose();
        return drawn;
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        if (!ImageIO.write(picture, "png", png)) {
            throw new IOException("This Java has no PNG writer");
        }
        return png.toByteArray();
    }

    private static boolean isScan(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Pictures.typeOf(in.readNBytes(8)).isPresent();
        }
    }

    private PDDocument open(Path file) throws IOException {
        return PdfPaper.open(bytes(file), Allowance.of(limits));
    }

    private byte[] bytes(Path file) throws IOException {
        if (Files.size(file) > limits.bytes()) {
            throw new PaperFailedException(FailureCode.TOO_LARGE, "over " + limits.bytes() + " bytes");
        }
        return Files.readAllBytes(file);
    }
}
