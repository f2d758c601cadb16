package uk.casebridge.reading.words;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.w3c.dom.NodeList;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.failure.PaperFailedException;
import uk.casebridge.reading.Ocr;

/** A file of pictures, one a page: PNG, JPEG, or TIFF with many. */
public final class Pictures implements AutoCloseable {

    static final String PNG = "image/png";
    static final String JPEG = "image/jpeg";
    static final String TIFF = "image/tiff";

    private static final Set<String> TYPES = Set.of(PNG, JPEG, TIFF);

    /** How each kind of picture begins: eight bytes at most tell it. */
    private static final Map<String, String> BEGINNINGS = Map.of(
            "\u0089PNG", PNG,
            "\u00ff\u00d8\u00ff", JPEG,
            "II*\0", TIFF,
            "MM\0*", TIFF);

    /** A page with more is taken in coarser: A4 at 300 dpi has 8.7 million. */
    private static final double MOST_PIXELS = 20_000_000;

    /** No scanner makes more; a file that claims to is made to harm. */
    private static final double MOST_PIXELS_CLAIMED = 400_000_000;

    /** What the resolution in a file is believed between; screens and cameras write 72 and 96 without a meaning. */
    private static final double LEAST_DPI = 100;

    private static final double MOST_DPI = 1_200;

    /** The long side of A4 in inches, which a page of unknown resolution is taken to be. */
    private static final double LONG_SIDE = 11.69;

    private static final double MILLIMETRES_AN_INCH = 25.4;

    /** A smaller picture is a logo or a signature, not a page. */
    private static final int LEAST_PAGE_PIXELS = 700;

    private final ImageInputStream stream;
    private final ImageReader reader;

    private Pictures(ImageInputStream stream, ImageReader reader) {
        this.stream = stream;
        this.reader = reader;
    }

    /** One page. */
    public record Page(BufferedImage picture, double dpi) {

        public double widthInPoints() {
            return picture.getWidth() * 72 / dpi;
        }

        public double heightInPoints() {
            return picture.getHeight() * 72 / dpi;
        }
    }

    /** Whether a media type is one of these. */
    static boolean are(String mediaType) {
        return TYPES.contains(mediaType);
    }

    /** The media type of a picture by how it begins; empty if it begins like none of these. */
    public static Optional<String> typeOf(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(8, bytes.length), java.nio.charset.StandardCharsets.ISO_8859_1);
        return BEGINNINGS.entrySet().stream()
                .filter(beginning -> start.startsWith(beginning.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /**
     * Opens a file of pictures.
     *
     * @throws PaperFailedException if nothing in it can be opened
     */
    public static Pictures open(byte[] bytes) {
        try {
            ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes));
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new PaperFailedException(FailureCode.NOT_A_DOCUMENT, "no reader knows this picture");
            }
            ImageReader reader = readers.next();
            reader.setInput(stream);
            return new Pictures(stream, reader);
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    /** How many pages there are. */
    public int count() {
        try {
            return reader.getNumImages(true);
        } catch (IOException | RuntimeException e) {
            throw damaged(e);
        }
    }

    /**
     * One page, no finer than memory allows.
     *
     * @param number the page, from 1
     * @throws PaperFailedException if it is damaged, or claims to be larger than any scan
     */
    public Page page(int number) {
        try {
            double pixels = (double) reader.getWidth(number - 1) * reader.getHeight(number - 1);
            if (pixels > MOST_PIXELS_CLAIMED) {
                throw new PaperFailedException(
                        FailureCode.TOO_EXPANSIVE, "page " + number + " has " + Math.round(pixels) + " pixels");
            }
            int every = Math.max(1, (int) Math.ceil(Math.sqrt(pixels / MOST_PIXELS)));
            ImageReadParam coarser = reader.getDefaultReadParam();
            coarser.setSourceSubsampling(every, every, 0, 0);
            double dpi = dpi(number - 1) / every;
            return new Page(reader.read(number - 1, coarser), dpi);
        } catch (PaperFailedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // A damaged picture ends its reader in any way it likes.
            throw damaged(e);
        }
    }

    /**
     * Recognises the words of every page.
     *
     * @param unread where pages are told that nobody can read here
     * @throws PaperFailedException if it is damaged or beyond a limit
     */
    static PaperWords read(byte[] bytes, String type, Allowance allowance, Ocr ocr, List<Failure> unread) {
        try (Pictures pictures = open(bytes)) {
            int count = pictures.count();
            if (count == 0) {
                throw new PaperFailedException(FailureCode.TRUNCATED, "a picture without a page");
            }
            allowance.takePages(count);
            List<PageOfWords> pages = new ArrayList<>(count);
            for (int number = 1; number <= count; number++) {
                allowance.checkTime();
                Page page = pictures.page(number);
                List<Word> words = List.of();
                if (ocr.isAvailable()) {
                    words = ocr.words(page.picture(), number, page.dpi());
                    allowance.takeCharacters(words.stream()
                            .mapToInt(word -> word.text().length())
                            .sum());
                } else {
                    unread.add(new Failure(FailureCode.NO_TEXT, "page " + number + " is a picture"));
                }
                pages.add(new PageOfWords(number, page.widthInPoints(), page.heightInPoints(), words));
            }
            return new PaperWords(type, pages, Optional.empty(), List.of());
        }
    }

    /** Whether a picture within another file is large enough to be a page of print. */
    static boolean mayBeAPage(byte[] bytes) {
        try (Pictures pictures = open(bytes)) {
            return Math.max(pictures.reader.getWidth(0), pictures.reader.getHeight(0)) >= LEAST_PAGE_PIXELS;
        } catch (IOException | RuntimeException e) {
            // What cannot be opened is told as unread when it is read.
            return true;
        }
    }

    private double dpi(int index) throws IOException {
        double longest = Math.max(reader.getWidth(index), reader.getHeight(index));
        return stated(reader.getImageMetadata(index))
                .filter(dpi -> dpi >= LEAST_DPI && dpi <= MOST_DPI)
                .orElse(longest / LONG_SIDE);
    }

    /** The resolution a file states, by the width of one pixel in millimetres. */
    private static Optional<Double> stated(IIOMetadata metadata) {
        if (!metadata.isStandardMetadataFormatSupported()) {
            return Optional.empty();
        }
        IIOMetadataNode tree = (IIOMetadataNode) metadata.getAsTree(IIOMetadataFormatImpl.standardMetadataFormatName);
        NodeList sizes = tree.getElementsByTagName("HorizontalPixelSize");
        if (sizes.getLength() == 0) {
            return Optional.empty();
        }
        double millimetres = Double.parseDouble(((IIOMetadataNode) sizes.item(0)).getAttribute("value"));
        return millimetres > 0 ? Optional.of(MILLIMETRES_AN_INCH / millimetres) : Optional.empty();
    }

    private static PaperFailedException damaged(Exception e) {
        return new PaperFailedException(
                FailureCode.TRUNCATED, "picture: " + e.getClass().getSimpleName(), e);
    }

    @Override
    public void close() {
        reader.dispose();
        try {
            stream.close();
        } catch (IOException e) {
            throw damaged(e);
        }
    }
}
