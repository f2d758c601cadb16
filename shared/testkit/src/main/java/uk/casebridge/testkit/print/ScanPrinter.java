package uk.casebridge.testkit.print;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.GregorianCalendar;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import uk.casebridge.testkit.Layout;
import uk.casebridge.testkit.author.Chance;
import uk.casebridge.testkit.draft.Draft;

/** Prints a draft and scans the print: pictures of pages, a little askew and grey, with specks, and no text. */
public final class ScanPrinter {

    private static final double MOST_SKEW_DEGREES = 0.6;

    private final Layout layout;
    private final int dpi;
    private final Chance chance;

    /**
     * A scanner.
     *
     * @param dpi its resolution; offices use 200 and 300
     */
    public ScanPrinter(Layout layout, int dpi, Chance chance) {
        this.layout = layout;
        this.dpi = dpi;
        this.chance = chance;
    }

    public byte[] print(Draft draft) {
        try (PDDocument printed = Loader.loadPDF(new PdfPrinter(layout).print(draft));
                PDDocument scanned = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            scanned.getDocumentInformation().setCreationDate(GregorianCalendar.from(draft.writtenAt()));
            scanned.setDocumentId(draft.writtenAt().toEpochSecond());
            PDFRenderer camera = new PDFRenderer(printed);
            for (int i = 0; i < printed.getNumberOfPages(); i++) {
                PDRectangle size = printed.getPage(i).getMediaBox();
                PDPage page = new PDPage(size);
                scanned.addPage(page);
                BufferedImage picture = worn(camera.renderImageWithDPI(i, dpi, ImageType.GRAY));
                try (PDPageContentStream ink = new PDPageContentStream(scanned, page)) {
                    ink.drawImage(
                            JPEGFactory.createFromImage(scanned, picture, 0.8f, dpi),
                            0,
                            0,
                            size.getWidth(),
                            size.getHeight());
                }
            }
            scanned.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A document in memory cannot fail", e);
        }
    }

    private BufferedImage worn(BufferedImage clean) {
        int width = clean.getWidth();
        int height = clean.getHeight();
        BufferedImage askew = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = askew.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        double skew = (chance.between(-100, 100) / 100.0) * MOST_SKEW_DEGREES;
        pen.rotate(Math.toRadians(skew), width / 2.0, height / 2.0);
        pen.drawImage(clean, 0, 0, null);
        pen.dispose();
        WritableRaster raster = askew.getRaster();
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            raster.getSamples(0, y, width, 1, 0, row);
            for (int x = 0; x < width; x++) {
                // Paper is not quite white, ink not quite black, and nothing is quite even.
                int shade = 18 + row[x] * 225 / 255 + (int) (chance.gaussian() * 6);
                row[x] = Math.clamp(shade, 0, 255);
            }
            raster.setSamples(0, y, width, 1, 0, row);
        }
        int specks = width * height / 60_000;
        for (int i = 0; i < specks; i++) {
            raster.setSample(chance.between(0, width - 1), chance.between(0, height - 1), 0, chance.between(40, 160));
        }
        return askew;
    }
}
