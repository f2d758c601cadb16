package uk.casebridge.reading.words;

import java.util.ArrayList;
import java.util.List;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.failure.PaperFailedException;
import uk.casebridge.reading.Ocr;

/** Tells what a file is by its content and makes words of it. */
public final class Formats {

    private Formats() {}

    /**
     * What a file is.
     *
     * @param mediaType by its content
     * @param fileName the name it came with
     */
    public record Detected(String mediaType, String fileName) {
        public static final Detected UNKNOWN = new Detected("application/octet-stream", "");
    }

    /** Tells what a file is. */
    public static Detected detect(byte[] bytes, String fileName) {
        return new Detected(
                new String(bytes, 0, Math.min(5, bytes.length), java.nio.charset.StandardCharsets.ISO_8859_1)
                                .equals("%PDF-")
                        ? PdfPaper.MEDIA_TYPE
                        : "application/octet-stream",
                fileName);
    }

    /** The words of a file and of the papers within it, its own first. */
    public static List<PaperWords> read(byte[] bytes, Detected detected, Allowance allowance, Ocr ocr) {
        if (!detected.mediaType().equals(PdfPaper.MEDIA_TYPE)) {
            throw new PaperFailedException(FailureCode.NOT_A_DOCUMENT, detected.mediaType());
        }
        List<PaperWords> parts = new ArrayList<>();
        parts.add(PdfPaper.read(bytes, allowance));
        return parts;
    }
}
