package uk.casebridge.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.field.PageBox;
import uk.casebridge.domain.record.Reading;
import uk.casebridge.domain.standing.BuiltInStandingData;
import uk.casebridge.reading.words.Word;
import uk.casebridge.testkit.GeneratedPaper;
import uk.casebridge.testkit.Layout;
import uk.casebridge.testkit.PaperGenerator;

/** Scans that come as pictures: PNG, JPEG and TIFF with many pages. */
class ScannedFilesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final List<Seen> seen = new ArrayList<>();

    /** A page that recognition was asked for. */
    private record Seen(int page, double dpi, int width) {}

    @ParameterizedTest
    @CsvSource({"png, image/png", "jpg, image/jpeg", "tif, image/tiff"})
    void shouldRecogniseTheTextOfAPicture(String ending, String mediaType) throws IOException {
        Reading reading = reader(words()).read(picture(ending, blank(827, 1169)), "scan." + ending, NOW);

        assertThat(reading.mediaType()).isEqualTo(mediaType);
        assertThat(reading.pages()).isEqualTo(1);
        assertThat(reading.failure().map(failure -> failure.code())).contains(FailureCode.UNCLASSIFIED);
        // Taken for A4, since nothing in the file says how fine it is.
        assertThat(seen)
                .singleElement()
                .satisfies(page -> assertThat(page.dpi()).isBetween(99.0, 101.0));
    }

    @Test
    void shouldRecogniseEveryPageOfATiff() throws IOException {
        byte[] tiff = tiff(List.of(blank(827, 1169), blank(827, 1169), blank(827, 1169)));

        Reading reading = reader(words()).read(tiff, "pile.tiff", NOW);

        assertThat(reading.pages()).isEqualTo(3);
        assertThat(seen).extracting(Seen::page).containsExactly(1, 2, 3);
    }

    @Test
    void shouldSayThatAPersonMustReadAPictureWhereNothingRecognisesText() throws IOException {
        Reading reading = reader(Ocr.none()).read(picture("png", blank(827, 1169)), "scan.png", NOW);

        assertThat(reading.failure().map(failure -> failure.code())).contains(FailureCode.NO_TEXT);
        assertThat(reading.pages()).isEqualTo(1);
    }

    @Test
    void shouldTakeAVeryFineScanInCoarser() throws IOException {
        reader(words()).read(picture("png", blank(6_000, 8_000)), "scan.png", NOW);

        assertThat(seen)
                .singleElement()
                .satisfies(page -> assertThat(page.width()).isEqualTo(3_000));
    }

    @Test
    void shouldNotUnpackAPictureThatClaimsToBeLargerThanAnyScan() throws IOException {
        byte[] bomb = claiming(picture("png", blank(10, 10)), 60_000, 60_000);

        assertThat(failure(bomb, "scan.png")).isEqualTo(FailureCode.TOO_EXPANSIVE);
        assertThat(seen).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"png", "jpg", "tif"})
    void shouldSayThatAPictureIsDamaged(String ending) throws IOException {
        byte[] whole = picture(ending, noise(400, 400));

        assertThat(failure(Arrays.copyOf(whole, 12), "scan." + ending)).isEqualTo(FailureCode.TRUNCATED);
    }

    @Test
    void shouldSayThatAPictureIsNotWhatItsNameSays() throws IOException {
        assertThat(failure(picture("png", blank(827, 1169)), "scan.pdf")).isEqualTo(FailureCode.WRONG_TYPE);
    }

    @Test
    void shouldDrawThePagesOfAScan(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("pile.tif"), tiff(List.of(blank(827, 1169), blank(1654, 2338))));
        PagePictures pictures = new PagePictures();

        assertThat(pictures.canDraw(file)).isTrue();
        assertThat(pictures.count(file)).isEqualTo(2);
        BufferedImage drawn = ImageIO.read(new java.io.ByteArrayInputStream(pictures.png(file, 2, 110)));
        assertThat(drawn.getWidth()).isBetween(900, 920);
    }

    @Test
    void shouldReadAScannedPaperFromATiffAsFromItsPdf() throws IOException {
        Ocr ocr = Tesseract.ifInstalled();
        assumeThat(ocr.isAvailable()).as("the program tesseract is on the path").isTrue();
        GeneratedPaper paper = new PaperGenerator(20261124)
                .next("education-certificate", Layout.TABLE, uk.casebridge.testkit.Medium.PDF);
        List<BufferedImage> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(paper.bytes())) {
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                pages.add(new PDFRenderer(document).renderImageWithDPI(i, 200, ImageType.GRAY));
            }
        }

        Reading reading = reader(ocr).read(tiff(pages), "certificate.tif", NOW);

        assertThat(reading.kind()).contains("education-certificate");
        Map<String, String> truth = paper.truth().getFirst();
        assertThat(reading.records().getFirst().fields().value("learner.name")).contains(truth.get("learner.name"));
    }

    private FailureCode failure(byte[] bytes, String name) {
        return reader(words()).read(bytes, name, NOW).failure().orElseThrow().code();
    }

    private static Reader reader(Ocr ocr) {
        return new Reader(new BuiltInStandingData(), Limits.standard(), Clock.fixed(NOW, ZoneOffset.UTC), ocr);
    }

    /** Recognises the same words on every page. */
    private Ocr words() {
        return new Ocr() {
            @Override
            public boolean isAvailable() {
                return true;
            }

            @Override
            public List<Word> words(BufferedImage picture, int page, double dpi) {
                seen.add(new Seen(page, dpi, picture.getWidth()));
                return List.of(new Word("Bonjour", new PageBox(page, 50, 50, 60, 12), 0.9, false));
            }
        };
    }

    private static BufferedImage blank(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    }

    private static BufferedImage noise(int width, int height) {
        BufferedImage noise = blank(width, height);
        for (int i = 0; i < width * height; i++) {
            noise.getRaster().setSample(i % width, i / width, 0, (i * 7919) % 251);
        }
        return noise;
    }

    private static byte[] picture(String format, BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    private static byte[] tiff(List<BufferedImage> pages) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (BufferedImage page : pages) {
                writer.writeToSequence(new IIOImage(page, null, null), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** A PNG whose header says another size, its check sum right. */
    private static byte[] claiming(byte[] png, int width, int height) {
        ByteBuffer file = ByteBuffer.wrap(png.clone());
        file.putInt(16, width);
        file.putInt(20, height);
        CRC32 sum = new CRC32();
        sum.update(file.array(), 12, 17);
        file.putInt(29, (int) sum.getValue());
        return file.array();
    }
}
