package uk.casebridge.reading.words;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDButton;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTerminalField;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.failure.PaperFailedException;
import uk.casebridge.domain.field.PageBox;
import uk.casebridge.reading.Ocr;

/**
 * A PDF as words: the text of its pages, the values of its form fields and the notes typed onto it, with the files
 * that lie within it.
 */
public final class PdfPaper {

    public static final String MEDIA_TYPE = "application/pdf";

    /** The end-of-file mark stands within the last bytes of a whole file; some writers add a little after it. */
    private static final int LONGEST_MAKER = 200;

    private static final int TAIL = 4096;

    /** What a page of several pictures is drawn at: fine enough for print of ordinary size. */
    private static final double OCR_DPI = 300;

    /** A coarser scan is drawn larger before it is read. */
    private static final double LEAST_SCAN_DPI = 150;

    private static final double MOST_PIXELS = 20_000_000;

    private static final int MOST_ATTACHMENTS = 100;

    private static final Pattern XMP_CREATED =
            Pattern.compile("xmp:CreateDate\\s*(?:=\\s*[\"']|>)\\s*([0-9T:.+Z-]{10,40})");

    private PdfPaper() {}

    /**
     * Reads a PDF.
     *
     * @param ocr what recognises the text of pages that are pictures
     * @param unread where a page that could not be read is told, unless none could
     * @throws PaperFailedException if it is locked, damaged or beyond a limit
     */
    static PaperWords read(byte[] bytes, Allowance allowance, Ocr ocr, List<Failure> unread) {
        try (PDDocument document = open(bytes, allowance)) {
            List<PageOfWords> pages =
                    withRecognised(document, new PdfWords(allowance).read(document), allowance, ocr, unread);
            return new PaperWords(
                    MEDIA_TYPE,
                    withTyped(document, pages, allowance),
                    fileTime(document),
                    maker(document),
                    attachments(document, allowance),
                    "");
        } catch (IOException e) {
            throw new PaperFailedException(
                    FailureCode.TRUNCATED, "PDF: " + e.getClass().getSimpleName(), e);
        }
    }

    /**
     * Opens a PDF once its limits are checked; the caller closes it.
     *
     * @throws PaperFailedException if it is locked, damaged or beyond a limit
     */
    public static PDDocument open(byte[] bytes, Allowance allowance) throws IOException {
        checkWhole(bytes);
        PackedStreams.check(bytes, allowance);
        PDDocument document;
        try {
            document = Loader.loadPDF(new RandomAccessReadBuffer(bytes));
        } catch (InvalidPasswordException e) {
            throw new PaperFailedException(FailureCode.ENCRYPTED, "PDF with a password", e);
        }
        try {
            int pages = document.getNumberOfPages();
            if (pages == 0) {
                throw new PaperFailedException(FailureCode.TRUNCATED, "PDF without pages");
            }
            allowance.takePages(pages);
            return document;
        } catch (RuntimeException e) {
            document.close();
            throw e;
        }
    }

    private static void checkWhole(byte[] bytes) {
        int from = Math.max(0, bytes.length - TAIL);
        String tail = new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1);
        if (!tail.contains("%%EOF")) {
            throw new PaperFailedException(FailureCode.TRUNCATED, "PDF without its end, " + bytes.length + " bytes");
        }
    }

    private static List<PageOfWords> withRecognised(
            PDDocument document, List<PageOfWords> pages, Allowance allowance, Ocr ocr, List<Failure> unread)
            throws IOException {
        List<PageOfWords> all = new ArrayList<>(pages.size());
        PDFRenderer renderer = new PDFRenderer(document);
        for (PageOfWords page : pages) {
            PDPage source = document.getPage(page.number() - 1);
            if (!page.words().isEmpty() || !hasPicture(source)) {
                all.add(page);
            } else if (!ocr.isAvailable()) {
                unread.add(new Failure(FailureCode.NO_TEXT, "page " + page.number() + " is a picture"));
                all.add(page);
            } else {
                allowance.checkTime();
                List<Word> words = recognised(page, source, renderer, allowance, ocr);
                allowance.takeCharacters(
                        words.stream().mapToInt(word -> word.text().length()).sum());
                all.add(new PageOfWords(page.number(), page.width(), page.height(), words));
            }
        }
        return all;
    }

    private static List<Word> recognised(
            PageOfWords page, PDPage source, PDFRenderer renderer, Allowance allowance, Ocr ocr) throws IOException {
        Optional<OnlyPicture.Placed> scan = OnlyPicture.of(source, allowance)
                .filter(it -> it.dpi() >= LEAST_SCAN_DPI
                        && (double) it.picture().getWidth() * it.picture().getHeight() <= MOST_PIXELS);
        if (scan.isPresent()) {
            OnlyPicture.Placed placed = scan.get();
            return ocr.words(placed.picture().getImage(), page.number(), placed.dpi()).stream()
                    .map(word -> word.movedBy(placed.left(), placed.top()))
                    .toList();
        }
        double dpi = Math.min(OCR_DPI, 72 * Math.sqrt(MOST_PIXELS / (page.width() * page.height())));
        return ocr.words(
                renderer.renderImageWithDPI(page.number() - 1, (float) dpi, ImageType.GRAY), page.number(), dpi);
    }

    private static boolean hasPicture(PDPage page) {
        return page.getResources() != null
                && page.getResources().getXObjectNames().iterator().hasNext();
    }

    private static Optional<Instant> fileTime(PDDocument document) throws IOException {
        Calendar created = document.getDocumentInformation().getCreationDate();
        if (created != null) {
            return Optional.of(created.toInstant());
        }
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        if (metadata == null) {
            return Optional.empty();
        }
        try (InputStream stream = metadata.exportXMPMetadata()) {
            String xmp = new String(stream.readNBytes(1 << 20), StandardCharsets.UTF_8);
            Matcher matcher = XMP_CREATED.matcher(xmp);
            return matcher.find() ? instant(matcher.group(1)) : Optional.empty();
        }
    }

    /** The program that wrote the file, else the one it was written with; nothing of who did. */
    private static Optional<String> maker(PDDocument document) {
        return Optional.ofNullable(document.getDocumentInformation().getProducer())
                .or(() -> Optional.ofNullable(document.getDocumentInformation().getCreator()))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> name.length() > LONGEST_MAKER ? name.substring(0, LONGEST_MAKER) : name);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            // A creation date nobody can read is none; it is weak evidence at best.
            return Optional.empty();
        }
    }

    private static List<PageOfWords> withTyped(PDDocument document, List<PageOfWords> pages, Allowance allowance)
            throws IOException {
        Map<COSDictionary, String> values = formValues(document, allowance);
        List<PageOfWords> all = new ArrayList<>(pages.size());
        for (PageOfWords page : pages) {
            PDPage source = document.getPage(page.number() - 1);
            List<Word> typed = new ArrayList<>();
            if (source.getCOSObject().containsKey(COSName.ANNOTS)) {
                for (PDAnnotation annotation : source.getAnnotations()) {
                    allowance.step();
                    String text = annotation instanceof PDAnnotationWidget
                            ? values.getOrDefault(annotation.getCOSObject(), "")
                            : noteText(annotation);
                    if (!text.isBlank() && annotation.getRectangle() != null && !annotation.isHidden()) {
                        allowance.takeCharacters(text.length());
                        typed.addAll(SyntheticWords.within(
                                text, page.number(), shown(annotation.getRectangle(), source, page)));
                    }
                }
            }
            if (typed.isEmpty()) {
                all.add(page);
            } else {
                List<Word> words = new ArrayList<>(page.words());
                words.addAll(typed);
                all.add(new PageOfWords(page.number(), page.width(), page.height(), words));
            }
        }
        return all;
    }

    private static String noteText(PDAnnotation annotation) {
        // Only notes that print: a sticky note's text is not on the paper.
        String text = "FreeText".equals(annotation.getSubtype()) ? annotation.getContents() : null;
        return text == null ? "" : text;
    }

    private static Map<COSDictionary, String> formValues(PDDocument document, Allowance allowance) throws IOException {
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        Map<COSDictionary, String> values = new HashMap<>();
        if (form == null) {
            return values;
        }
        for (PDField field : form.getFieldTree()) {
            allowance.step();
            if (!(field instanceof PDTerminalField terminal) || field instanceof PDSignatureField) {
                continue;
            }
            String value = value(terminal);
            if (!value.isBlank()) {
                for (PDAnnotationWidget widget : terminal.getWidgets()) {
                    values.put(widget.getCOSObject(), value);
                }
            }
        }
        return values;
    }

    private static String value(PDTerminalField field) {
        String value = field.getValueAsString();
        if (field instanceof PDButton) {
            // A box not ticked prints nothing; a ticked one prints its mark.
            return value.isEmpty() || "Off".equals(value) ? "" : "Yes";
        }
        return value;
    }

    private static PageBox shown(PDRectangle box, PDPage page, PageOfWords shown) {
        PDRectangle crop = page.getCropBox();
        double left = box.getLowerLeftX() - crop.getLowerLeftX();
        double right = box.getUpperRightX() - crop.getLowerLeftX();
        double low = box.getLowerLeftY() - crop.getLowerLeftY();
        double high = box.getUpperRightY() - crop.getLowerLeftY();
        Rectangle2D.Double turned = switch (Math.floorMod(page.getRotation(), 360)) {
            case 90 -> new Rectangle2D.Double(low, left, high - low, right - left);
            case 180 -> new Rectangle2D.Double(shown.width() - right, low, right - left, high - low);
            case 270 -> new Rectangle2D.Double(shown.width() - high, shown.height() - right, high - low, right - left);
            default -> new Rectangle2D.Double(left, shown.height() - high, right - left, high - low);
        };
        return new PageBox(shown.number(), turned.x, turned.y, Math.max(0, turned.width), Math.max(0, turned.height));
    }

    private static List<PaperWords.Attachment> attachments(PDDocument document, Allowance allowance)
            throws IOException {
        List<PaperWords.Attachment> attachments = new ArrayList<>();
        PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
        PDEmbeddedFilesNameTreeNode tree = names == null ? null : names.getEmbeddedFiles();
        if (tree != null) {
            collect(tree, attachments, allowance, 0);
        }
        for (PDPage page : document.getPages()) {
            if (!page.getCOSObject().containsKey(COSName.ANNOTS)) {
                continue;
            }
            for (PDAnnotation annotation : page.getAnnotations()) {
                if (annotation instanceof PDAnnotationFileAttachment file
                        && file.getFile() instanceof PDComplexFileSpecification specification) {
                    add(specification, attachments, allowance);
                }
            }
        }
        return attachments;
    }

    private static void collect(
            PDNameTreeNode<PDComplexFileSpecification> node,
            List<PaperWords.Attachment> attachments,
            Allowance allowance,
            int depth)
            throws IOException {
        if (depth > 32) {
            throw new PaperFailedException(FailureCode.TOO_DEEP, "names of attachments nested over 32 deep");
        }
        Map<String, PDComplexFileSpecification> names = node.getNames();
        if (names != null) {
            for (PDComplexFileSpecification specification : names.values()) {
                add(specification, attachments, allowance);
            }
        }
        List<PDNameTreeNode<PDComplexFileSpecification>> kids = node.getKids();
        if (kids != null) {
            for (PDNameTreeNode<PDComplexFileSpecification> kid : kids) {
                collect(kid, attachments, allowance, depth + 1);
            }
        }
    }

    private static void add(
            PDComplexFileSpecification specification, List<PaperWords.Attachment> attachments, Allowance allowance)
            throws IOException {
        PDEmbeddedFile file = specification.getEmbeddedFile() == null
                ? specification.getEmbeddedFileUnicode()
                : specification.getEmbeddedFile();
        if (file == null) {
            return;
        }
        if (attachments.size() >= MOST_ATTACHMENTS) {
            throw new PaperFailedException(FailureCode.TOO_DEEP, "more than " + MOST_ATTACHMENTS + " attachments");
        }
        allowance.checkTime();
        try (InputStream stream = file.createInputStream()) {
            long most = allowance.limits().bytes();
            byte[] bytes = stream.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, most + 1));
            if (bytes.length > most) {
                throw new PaperFailedException(
                        FailureCode.TOO_EXPANSIVE, "an attachment unpacks to over " + most + " bytes");
            }
            String name = specification.getFilename();
            attachments.add(new PaperWords.Attachment(name == null ? "" : name, bytes, false));
        }
    }
}
