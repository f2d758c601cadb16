package uk.casebridge.reading.words;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.failure.PaperFailedException;

/**
 * The text of a mail as a file of its own, without what is attached: HTML where there is that, since tables live there.
 *
 * @param text the text
 * @param isHtml whether it is HTML and not plain
 */
public record MailText(String text, boolean isHtml) {

    /**
     * The text of a mail.
     *
     * @throws PaperFailedException if it has none, or is damaged
     */
    public static MailText of(byte[] mail, String mediaType, Allowance allowance) {
        return (Formats.isOutlook(mediaType) ? outlook(mail) : MailPaper.text(mail, allowance))
                .orElseThrow(() -> new PaperFailedException(FailureCode.TRUNCATED, "mail without a text"));
    }

    /** The file: in UTF-8, and an HTML file says so. */
    public byte[] bytes() {
        String whole = isHtml ? "<!DOCTYPE html>\n<meta charset=\"utf-8\">\n" + text : text;
        return whole.getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<MailText> outlook(byte[] mail) {
        try (MAPIMessage message = new MAPIMessage(new ByteArrayInputStream(mail))) {
            message.setReturnNullOnMissingChunk(true);
            String html = message.getHtmlBody();
            if (html != null && !html.isBlank()) {
                return Optional.of(new MailText(html, true));
            }
            return Optional.ofNullable(message.getTextBody())
                    .filter(text -> !text.isBlank())
                    .map(text -> new MailText(text, false));
        } catch (ChunkNotFoundException | IOException e) {
            throw new PaperFailedException(
                    FailureCode.TRUNCATED, "Outlook message: " + e.getClass().getSimpleName(), e);
        }
    }
}
