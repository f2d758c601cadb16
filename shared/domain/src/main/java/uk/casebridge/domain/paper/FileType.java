package uk.casebridge.domain.paper;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The types of file a paper can come as, told by the ending of its name. That is only what the sender says it is: an
 * upload form is bound to it, and what the content truly is, the gate finds out.
 */
public enum FileType {
    PDF("application/pdf", "pdf"),
    WORD("application/msword", "doc"),
    WORD_XML("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    OPEN_DOCUMENT("application/vnd.oasis.opendocument.text", "odt"),
    RICH_TEXT("application/rtf", "rtf"),
    HTML("text/html", "html", "htm"),
    MAIL("message/rfc822", "eml"),
    OUTLOOK_MAIL("application/vnd.ms-outlook", "msg"),
    PLAIN_TEXT("text/plain", "txt"),
    XML("application/xml", "xml"),
    JSON("application/json", "json"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    TIFF("image/tiff", "tif", "tiff"),
    /** Taken as a bulk-scan envelope only; what is in it decides. */
    ZIP("application/zip", "zip");

    /** The media type of a file whose name says nothing we know. */
    public static final String UNKNOWN = "application/octet-stream";

    private final String mediaType;
    private final List<String> endings;

    FileType(String mediaType, String... endings) {
        this.mediaType = mediaType;
        this.endings = List.of(endings);
    }

    public String mediaType() {
        return mediaType;
    }

    /** The endings of names, lower case, without the dot. */
    public List<String> endings() {
        return endings;
    }

    /** The type a file's name says it is; empty if the ending is none of these. */
    public static Optional<FileType> of(String fileName) {
        String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return fileName.indexOf('.') < 0
                ? Optional.empty()
                : Arrays.stream(values())
                        .filter(type -> type.endings.contains(ending))
                        .findFirst();
    }

    /** The media type a file's name says it has. */
    public static String mediaTypeOf(String fileName) {
        return of(fileName).map(FileType::mediaType).orElse(UNKNOWN);
    }
}
