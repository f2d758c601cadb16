package uk.casebridge.reading.words;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A whole paper as words.
 *
 * @param mediaType what its content is
 * @param pages its pages, the first first
 * @param fileTime the creation time that stands inside the file
 * @param maker the program that made the file, as the file names it
 * @param attachments the files within it, which may be papers themselves
 * @param nameWithin its name as a file within another; empty for the paper itself and for the body of a mail
 */
public record PaperWords(
        String mediaType,
        List<PageOfWords> pages,
        Optional<Instant> fileTime,
        Optional<String> maker,
        List<Attachment> attachments,
        String nameWithin) {

    public PaperWords {
        pages = List.copyOf(pages);
        attachments = List.copyOf(attachments);
    }

    PaperWords(String mediaType, List<PageOfWords> pages, Optional<Instant> fileTime, List<Attachment> attachments) {
        this(mediaType, pages, fileTime, Optional.empty(), attachments, "");
    }

    PaperWords within(String name) {
        return new PaperWords(mediaType, pages, fileTime, maker, attachments, name);
    }

    /** Whether there is any word on any page. */
    public boolean hasText() {
        return pages.stream().anyMatch(page -> !page.words().isEmpty());
    }

    /**
     * A file within a file.
     *
     * @param name its name, which may be empty
     * @param bytes its content
     * @param inText whether it is shown within the text it comes with rather than beside it
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Attachment(String name, byte[] bytes, boolean inText) {}
}
