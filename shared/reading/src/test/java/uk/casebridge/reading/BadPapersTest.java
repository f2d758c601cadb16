package uk.casebridge.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.record.Reading;
import uk.casebridge.domain.standing.BuiltInStandingData;

/** What bad input gets: its own code each, and never an exception. */
final class BadPapersTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void shouldRefuseAnEmptyFile() {
        assertThat(read(new byte[0], "paper.pdf")).isEqualTo(FailureCode.EMPTY);
    }

    @Test
    void shouldRefuseAFileOverTheLimit() {
        assertThat(read(new byte[50 * 1024 * 1024 + 1], "paper.pdf")).isEqualTo(FailureCode.TOO_LARGE);
    }

    @Test
    void shouldRefuseWhatIsNoDocument() {
        byte[] noise = new byte[4096];
        new java.util.Random(1).nextBytes(noise);
        assertThat(read(noise, "paper.pdf")).isEqualTo(FailureCode.NOT_A_DOCUMENT);
        assertThat(read(noise, "paper")).isEqualTo(FailureCode.NOT_A_DOCUMENT);
    }

    @Test
    void shouldQuarantineContentThatIsNotWhatTheNameSays() throws IOException {
        assertThat(read(pdf("Hello"), "paper.docx")).isEqualTo(FailureCode.WRONG_TYPE);
        assertThat(read("Just a few words of text.".getBytes(StandardCharsets.UTF_8), "paper.pdf"))
                .isEqualTo(FailureCode.WRONG_TYPE);
    }

    @Test
    void shouldRefuseALockedPdf() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(out);
        }
        assertThat(read(out.toByteArray(), "paper.pdf")).isEqualTo(FailureCode.ENCRYPTED);
    }

    @Test
    void shouldRefuseATruncatedPdf() throws IOException {
        byte[] whole = pdf("Hello");
        assertThat(read(Arrays.copyOf(whole, whole.length / 2), "paper.pdf")).isEqualTo(FailureCode.TRUNCATED);
    }

    @Test
    void shouldRefuseATruncatedWordFile() throws IOException {
        byte[] whole = docx("<w:p><w:r><w:t>Hello</w:t></w:r></w:p>".repeat(200));
        assertThat(read(Arrays.copyOf(whole, whole.length / 2), "paper.docx")).isEqualTo(FailureCode.TRUNCATED);
    }

    @Test
    void shouldQuarantineAZipBomb() throws IOException {
        assertThat(read(docx("<w:p/>".repeat(6_000_000)), "paper.docx")).isEqualTo(FailureCode.TOO_EXPANSIVE);
    }

    @Test
    void shouldQuarantineAPdfWhoseStreamUnpacksToFarMore() throws IOException {
        byte[] blanks = new byte[12 * 1024 * 1024];
        Arrays.fill(blanks, (byte) ' ');
        Limits small = Limits.standard().withUnpackedBytes(10L * 1024 * 1024);
        byte[] bomb = pdfWithContent(blanks);
        assertThat(read(bomb, "paper.pdf", small)).isEqualTo(FailureCode.TOO_EXPANSIVE);
    }

    @Test
    void shouldQuarantineAPdfOfFiveThousandPages() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < 5_000; i++) {
                document.addPage(new PDPage());
            }
            document.save(out);
        }
        assertThat(read(out.toByteArray(), "paper.pdf")).isEqualTo(FailureCode.TOO_MANY_PAGES);
    }

    @Test
    void shouldQuarantineAPageThatDrawsFarTooManyCharacters() throws IOException {
        assertThat(read(pdf("x".repeat(200_000)), "paper.pdf")).isEqualTo(FailureCode.TOO_MANY_GLYPHS);
    }

    @Test
    void shouldQuarantineAPageOfEndlessDrawing() throws IOException {
        byte[] content = "0 0 m 1 1 l S\n".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII);
        assertThat(read(pdfWithContent(content), "paper.pdf")).isEqualTo(FailureCode.TOO_MANY_GLYPHS);
    }

    @Test
    void shouldQuarantineTooMuchText() {
        byte[] text = "word ".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        Limits few = Limits.standard().withCharacters(1_000);
        assertThat(read(text, "paper.txt", few)).isEqualTo(FailureCode.TOO_MUCH_TEXT);
    }

    @Test
    void shouldStopWhenTheTimeIsUp() throws IOException {
        Limits noTime = Limits.standard().withTime(Duration.ZERO);
        assertThat(read(pdf("Hello"), "paper.pdf", noTime)).isEqualTo(FailureCode.TOO_SLOW);
    }

    @Test
    void shouldSendAPictureWithoutTextToAPerson() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            var image = new java.awt.image.BufferedImage(20, 20, java.awt.image.BufferedImage.TYPE_INT_RGB);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(LosslessFactory.createFromImage(document, image), 100, 100);
            }
            document.save(out);
        }
        assertThat(read(out.toByteArray(), "paper.pdf")).isEqualTo(FailureCode.NO_TEXT);
    }

    @Test
    void shouldNeverGuessTheKindOfAnUnknownPaper() throws IOException {
        Reading reading = reader(Limits.standard()).read(pdf("A letter about something else"), "paper.pdf", NOW);
        assertThat(reading.failure().orElseThrow().code()).isEqualTo(FailureCode.UNCLASSIFIED);
        assertThat(reading.kind()).isEmpty();
        assertThat(reading.scores()).hasSize(3);
    }

    private static FailureCode read(byte[] bytes, String name) {
        return read(bytes, name, Limits.standard());
    }

    private static FailureCode read(byte[] bytes, String name, Limits limits) {
        return reader(limits).read(bytes, name, NOW).failure().orElseThrow().code();
    }

    private static Reader reader(Limits limits) {
        return new Reader(new BuiltInStandingData(), limits, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static byte[] pdf(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
                content.newLineAtOffset(50, 700);
                content.showText(text);
                content.endText();
            }
            document.save(out);
        }
        return out.toByteArray();
    }

    private static byte[] pdfWithContent(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            PDStream content = new PDStream(document);
            try (var stream = content.createOutputStream(org.apache.pdfbox.cos.COSName.FLATE_DECODE)) {
                stream.write(bytes);
            }
            page.setContents(content);
            document.addPage(page);
            document.save(out);
        }
        return out.toByteArray();
    }

    private static byte[] docx(String body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            put(
                    zip,
                    "[Content_Types].xml",
                    "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
            put(
                    zip,
                    "_rels/.rels",
                    "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                            + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
            put(
                    zip,
                    "word/document.xml",
                    "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                            + body
                            + "</w:body></w:document>");
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
