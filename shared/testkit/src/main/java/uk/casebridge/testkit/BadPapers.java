package uk.casebridge.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import uk.casebridge.domain.failure.FailureCode;

/**
 * Files that must be refused or quarantined, each with the failure it must end in. They are made when asked for: some are
 * large. None holds anything that a virus scanner knows.
 */
public final class BadPapers {

    private static final int MEGABYTE = 1024 * 1024;

    private BadPapers() {}

    /**
     * A bad paper.
     *
     * @param fileName the name it comes under
     * @param expected the failure it must end in
     * @param content makes its bytes
     */
    public record BadPaper(String fileName, FailureCode expected, Supplier<byte[]> content) {

        public byte[] bytes() {
            return content.get();
        }

        @Override
        public String toString() {
            return fileName + " (" + expected.code() + ")";
        }
    }

    /** All of them. */
    public static List<BadPaper> all() {
        return List.of(
                empty(),
                notADocument(),
                contentNotWhatItsNameSays(),
                encryptedPdf(),
                truncatedPdf(),
                tooLarge(),
                manyPages(5000),
                glyphBomb(),
                zipBomb(),
                filesWithinFiles(60));
    }

    public static BadPaper empty() {
        return new BadPaper("empty.pdf", FailureCode.EMPTY, () -> new byte[0]);
    }

    /** Noise that is no format at all. */
    public static BadPaper notADocument() {
        return new BadPaper("noise.dat", FailureCode.NOT_A_DOCUMENT, () -> {
            byte[] noise = new byte[20_000];
            new Random(7).nextBytes(noise);
            return noise;
        });
    }

    /** A Word document that calls itself a PDF. */
    public static BadPaper contentNotWhatItsNameSays() {
        return new BadPaper(
                "word-inside.pdf",
                FailureCode.WRONG_TYPE,
                () -> new PaperGenerator(7)
                        .next("remand-warrant", Layout.TABLE, Medium.DOCX)
                        .bytes());
    }

    /** A PDF that asks for a password before it can be read. */
    public static BadPaper encryptedPdf() {
        return new BadPaper(
                "locked.pdf",
                FailureCode.ENCRYPTED,
                () -> saved(document -> {
                    page(document, "Nobody can read this without the password.");
                    StandardProtectionPolicy policy =
                            new StandardProtectionPolicy("owner's word", "reader's word", new AccessPermission());
                    policy.setEncryptionKeyLength(256);
                    document.protect(policy);
                }));
    }

    /** The first two thirds of a PDF: its catalogue never came. */
    public static BadPaper truncatedPdf() {
        return new BadPaper("cut-short.pdf", FailureCode.TRUNCATED, () -> {
            byte[] whole = new PaperGenerator(7)
                    .next("sending-notice", Layout.TABLE, Medium.PDF)
                    .bytes();
            return Arrays.copyOf(whole, whole.length * 2 / 3);
        });
    }

    /** A good PDF with 51 MB of padding after its end. */
    public static BadPaper tooLarge() {
        return new BadPaper("large.pdf", FailureCode.TOO_LARGE, () -> {
            byte[] paper = new PaperGenerator(7)
                    .next("remand-warrant", Layout.TABLE, Medium.PDF)
                    .bytes();
            byte[] padded = Arrays.copyOf(paper, 51 * MEGABYTE);
            Arrays.fill(padded, paper.length, padded.length, (byte) '\n');
            return padded;
        });
    }

    /** A PDF of so many pages with a line on each. */
    public static BadPaper manyPages(int pages) {
        return new BadPaper(
                "pages-" + pages + ".pdf",
                FailureCode.TOO_MANY_PAGES,
                () -> saved(document -> {
                    PDPage first = page(document, "Page after page.");
                    for (int i = 1; i < pages; i++) {
                        PDPage next = new PDPage(PDRectangle.A4);
                        next.setResources(first.getResources());
                        next.getCOSObject()
                                .setItem(COSName.CONTENTS, first.getCOSObject().getItem(COSName.CONTENTS));
                        document.addPage(next);
                    }
                }));
    }

    /** One page that draws twenty million letters on top of each other, in some twenty kilobytes. */
    public static BadPaper glyphBomb() {
        return new BadPaper(
                "glyphs.pdf",
                FailureCode.TOO_MANY_GLYPHS,
                () -> saved(document -> {
                    PDPage page = new PDPage(PDRectangle.A4);
                    PDResources resources = new PDResources();
                    COSName font = resources.add(new PDType1Font(Standard14Fonts.FontName.HELVETICA));
                    page.setResources(resources);
                    PDStream stream = new PDStream(document);
                    byte[] line =
                            ("1 0 0 1 72 700 Tm (" + "m".repeat(10_000) + ") Tj\n").getBytes(StandardCharsets.US_ASCII);
                    try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                        out.write(("BT /" + font.getName() + " 9 Tf\n").getBytes(StandardCharsets.US_ASCII));
                        for (int i = 0; i < 2_000; i++) {
                            out.write(line);
                        }
                        out.write("ET\n".getBytes(StandardCharsets.US_ASCII));
                    }
                    page.setContents(stream);
                    document.addPage(page);
                }));
    }

    /** A Word document of a few megabytes at most whose text unpacks to 300 MB. */
    public static BadPaper zipBomb() {
        return new BadPaper("unpacks.docx", FailureCode.TOO_EXPANSIVE, () -> {
            try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    ZipOutputStream zip = new ZipOutputStream(bytes)) {
                zip.setLevel(Deflater.BEST_SPEED);
                put(zip, "[Content_Types].xml", """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default \
                        Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override \
                        PartName="/word/document.xml" \
                        ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>\
                        </Types>""");
                put(zip, "_rels/.rels", """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship \
                        Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
                        Target="word/document.xml"/></Relationships>""");
                zip.putNextEntry(new ZipEntry("word/document.xml"));
                zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document"
                                + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>")
                        .getBytes(StandardCharsets.UTF_8));
                byte[] words = ("<w:p><w:r><w:t>" + "again and ".repeat(100_000) + "</w:t></w:r></w:p>")
                        .getBytes(StandardCharsets.UTF_8);
                for (int i = 0; i < 300; i++) {
                    zip.write(words);
                }
                zip.write("</w:body></w:document>".getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
                zip.finish();
                return bytes.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException("A file in memory cannot fail", e);
            }
        });
    }

    /** Archives within archives, so many deep, with a note in the innermost. */
    public static BadPaper filesWithinFiles(int depth) {
        return new BadPaper("nested.zip", FailureCode.TOO_DEEP, () -> {
            byte[] inner = "A note at the bottom.".getBytes(StandardCharsets.UTF_8);
            String name = "note.txt";
            for (int i = 0; i < depth; i++) {
                try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                        ZipOutputStream zip = new ZipOutputStream(bytes)) {
                    zip.putNextEntry(new ZipEntry(name));
                    zip.write(inner);
                    zip.closeEntry();
                    zip.finish();
                    inner = bytes.toByteArray();
                    name = "inner.zip";
                } catch (IOException e) {
                    throw new UncheckedIOException("A file in memory cannot fail", e);
                }
            }
            return inner;
        });
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static PDPage page(PDDocument document, String words) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream ink = new PDPageContentStream(document, page)) {
            ink.beginText();
            ink.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
            ink.newLineAtOffset(72, 700);
            ink.showText(words);
            ink.endText();
        }
        return page;
    }

    @FunctionalInterface
    private interface Filling {
        void fill(PDDocument document) throws IOException;
    }

    private static byte[] saved(Filling filling) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.setDocumentId(7L);
            filling.fill(document);
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A document in memory cannot fail", e);
        }
    }
}
