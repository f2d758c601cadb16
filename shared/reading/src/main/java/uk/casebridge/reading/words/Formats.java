package uk.casebridge.reading.words;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.failure.PaperFailedException;
import uk.casebridge.reading.Ocr;

/** Tells what a file is by its content and makes words of it and of the files within it. */
public final class Formats {

    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    static final String ODT = "application/vnd.oasis.opendocument.text";
    static final String RTF = "application/rtf";
    static final String HTML = "text/html";
    static final String XHTML = "application/xhtml+xml";
    static final String MAIL = "message/rfc822";
    static final String OUTLOOK = "application/vnd.ms-outlook";
    static final String WORD = "application/msword";
    static final String TEXT = "text/plain";
    private static final String ZIP = "application/zip";
    private static final String UNKNOWN = "application/octet-stream";
    private static final String LOCKED_OFFICE = "application/x-tika-ooxml-protected";

    private static final Set<String> READ = Set.of(
            PdfPaper.MEDIA_TYPE,
            DOCX,
            ODT,
            RTF,
            HTML,
            XHTML,
            MAIL,
            OUTLOOK,
            WORD,
            TEXT,
            Pictures.PNG,
            Pictures.JPEG,
            Pictures.TIFF);

    /** What content a name promises. Word has always saved other formats under its old ending, so that one is broad. */
    private static final Map<String, Set<String>> PROMISED = Map.ofEntries(
            Map.entry("pdf", Set.of(PdfPaper.MEDIA_TYPE)),
            Map.entry("docx", Set.of(DOCX)),
            Map.entry("odt", Set.of(ODT)),
            Map.entry("rtf", Set.of(RTF)),
            Map.entry("doc", Set.of(WORD, RTF)),
            Map.entry("html", Set.of(HTML, XHTML, TEXT)),
            Map.entry("htm", Set.of(HTML, XHTML, TEXT)),
            Map.entry("eml", Set.of(MAIL, TEXT)),
            Map.entry("msg", Set.of(OUTLOOK)),
            Map.entry("zip", Set.of(ZIP)),
            Map.entry("png", Set.of(Pictures.PNG)),
            Map.entry("jpg", Set.of(Pictures.JPEG)),
            Map.entry("jpeg", Set.of(Pictures.JPEG)),
            Map.entry("tif", Set.of(Pictures.TIFF)),
            Map.entry("tiff", Set.of(Pictures.TIFF)),
            Map.entry("txt", Set.of(TEXT, HTML, MAIL)),
            Map.entry("text", Set.of(TEXT, HTML, MAIL)),
            // What is XML or JSON was read as a message before it could come here.
            Map.entry("xml", Set.of()),
            Map.entry("json", Set.of()));

    /** A mark at the very beginning is usual; readers of PDF look this far for it. */
    private static final int PDF_MARK_WITHIN = 1024;

    /** These end the paper whichever part of it they come from. */
    private static final Set<FailureCode> FOR_THE_WHOLE = Set.of(
            FailureCode.TOO_DEEP,
            FailureCode.TOO_SLOW,
            FailureCode.TOO_MUCH_MEMORY,
            FailureCode.TOO_MUCH_TEXT,
            FailureCode.TOO_MANY_PAGES,
            FailureCode.TOO_EXPANSIVE,
            FailureCode.TOO_MANY_GLYPHS,
            FailureCode.UNEXPECTED);

    private Formats() {}

    /**
     * What a file is.
     *
     * @param mediaType by its content
     * @param fileName the name it came with
     */
    public record Detected(String mediaType, String fileName) {
        public static final Detected NOTHING = new Detected(UNKNOWN, "");

        String ending() {
            int dot = fileName.lastIndexOf('.');
            return dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The words of a paper.
     *
     * @param papers its own and those of the files within it, its own first
     * @param unread why some part of it could not be read, though others could
     */
    public record Parts(List<PaperWords> papers, List<Failure> unread) {
        public Parts {
            papers = List.copyOf(papers);
            unread = List.copyOf(unread);
        }

        /** How many pages there are in all. */
        public int pages() {
            return papers.stream().mapToInt(paper -> paper.pages().size()).sum();
        }
    }

    /** Tells what a file is, by its content first; its name only decides between kinds of text. */
    public static Detected detect(byte[] bytes, String fileName) {
        String head = new String(bytes, 0, Math.min(PDF_MARK_WITHIN, bytes.length), StandardCharsets.ISO_8859_1);
        if (head.contains("%PDF-")) {
            return new Detected(PdfPaper.MEDIA_TYPE, fileName);
        }
        Optional<String> picture = Pictures.typeOf(bytes);
        if (picture.isPresent()) {
            return new Detected(picture.get(), fileName);
        }
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, nameForDetection(fileName));
        try (TikaInputStream stream = TikaInputStream.get(bytes, metadata)) {
            String type =
                    ByContent.DETECTOR.detect(stream, metadata).getBaseType().toString();
            return new Detected(type.equals("text/rtf") ? RTF : type, fileName);
        } catch (IOException e) {
            // Content that a detector trips over is of no type we know.
            return new Detected(UNKNOWN, fileName);
        }
    }

    /** Loaded when the first paper comes that is no PDF: the detectors take a while to find. */
    private static final class ByContent {
        static final Detector DETECTOR = new DefaultDetector();
    }

    private static String nameForDetection(String fileName) {
        String ending = new Detected(UNKNOWN, fileName).ending();
        return Set.of("txt", "text", "eml", "html", "htm").contains(ending) ? "paper." + ending : "paper";
    }

    /**
     * The words of a file and of the papers within it.
     *
     * @throws PaperFailedException if it is not a document we read or not what its name says, or beyond a limit
     */
    public static Parts read(byte[] bytes, Detected detected, Allowance allowance, Ocr ocr) {
        List<PaperWords> papers = new ArrayList<>();
        List<Failure> unread = new ArrayList<>();
        String type = checkedType(bytes, detected);
        read(bytes, type, "", 1, allowance, ocr, papers, unread);
        return new Parts(papers, unread);
    }

    private static void read(
            byte[] bytes,
            String type,
            String name,
            int depth,
            Allowance allowance,
            Ocr ocr,
            List<PaperWords> papers,
            List<Failure> unread) {
        if (depth > allowance.limits().depth()) {
            throw new PaperFailedException(
                    FailureCode.TOO_DEEP,
                    "files within files over " + allowance.limits().depth() + " deep");
        }
        PaperWords paper = words(bytes, type, allowance, ocr, unread);
        papers.add(paper.within(name));
        if (isMail(type)) {
            // What is attached to a mail is no part of it but papers of their own.
            return;
        }
        for (PaperWords.Attachment attachment : paper.attachments()) {
            Detected within = detect(attachment.bytes(), attachment.name());
            if (!READ.contains(within.mediaType())
                    || Pictures.are(within.mediaType()) && !Pictures.mayBeAPage(attachment.bytes())) {
                continue;
            }
            try {
                read(
                        attachment.bytes(),
                        checkedType(attachment.bytes(), within),
                        attachment.name(),
                        depth + 1,
                        allowance,
                        ocr,
                        papers,
                        unread);
            } catch (PaperFailedException e) {
                if (FOR_THE_WHOLE.contains(e.failure().code())) {
                    throw e;
                }
                unread.add(e.failure());
            }
        }
    }

    private static PaperWords words(byte[] bytes, String type, Allowance allowance, Ocr ocr, List<Failure> unread) {
        if (type.equals(PdfPaper.MEDIA_TYPE)) {
            return PdfPaper.read(bytes, allowance, ocr, unread);
        }
        return Pictures.are(type)
                ? Pictures.read(bytes, type, allowance, ocr, unread)
                : type.equals(MAIL) ? MailPaper.read(bytes, allowance) : TikaWords.read(bytes, type, allowance);
    }

    private static String checkedType(byte[] bytes, Detected detected) {
        String type = detected.mediaType();
        Optional<Set<String>> promised = Optional.ofNullable(PROMISED.get(detected.ending()));
        if (type.equals(LOCKED_OFFICE)) {
            throw new PaperFailedException(FailureCode.ENCRYPTED, type);
        }
        if (isZip(bytes) && !READ.contains(type) && promised.isPresent() && !ZipGuard.isWhole(bytes)) {
            throw new PaperFailedException(FailureCode.TRUNCATED, "packed file without its end");
        }
        if (!READ.contains(type)) {
            boolean pretends = promised.isPresent() && !type.equals(UNKNOWN);
            throw new PaperFailedException(
                    pretends ? FailureCode.WRONG_TYPE : FailureCode.NOT_A_DOCUMENT, "content is " + type);
        }
        if (promised.isPresent() && !promised.get().contains(type)) {
            throw new PaperFailedException(
                    FailureCode.WRONG_TYPE, "content is " + type + ", name says " + detected.ending());
        }
        return switch (detected.ending()) {
            case "eml" -> MAIL;
            case "html", "htm" -> HTML;
            case "txt", "text" -> TEXT;
            default -> type;
        };
    }

    /** Whether a file is a zip that no document format is known by. */
    public static boolean isPlainZip(byte[] bytes, Detected detected) {
        return isZip(bytes)
                && (detected.ending().equals("zip") || detected.mediaType().equals(ZIP))
                && Optional.ofNullable(PROMISED.get(detected.ending()))
                        .map(promised -> promised.contains(ZIP))
                        .orElse(true);
    }

    /** Whether files attached to one of this type are papers of their own. */
    public static boolean isMail(String mediaType) {
        return mediaType.equals(MAIL) || isOutlook(mediaType);
    }

    public static boolean isOutlook(String mediaType) {
        return mediaType.equals(OUTLOOK);
    }

    private static boolean isZip(byte[] bytes) {
        return bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
    }
}
