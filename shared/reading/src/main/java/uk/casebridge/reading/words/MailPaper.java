package uk.casebridge.reading.words;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.message.DefaultMessageWriter;
import org.apache.james.mime4j.stream.MimeConfig;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.failure.PaperFailedException;

/**
 * A mail as its text and the files attached to it. Tika hands out the text as one more attachment and looks into mails
 * within mails; here each file stays whole, in the order of the mail.
 */
final class MailPaper {

    private static final int MOST_ATTACHMENTS = 100;

    private final Allowance allowance;
    private final List<PaperWords.Attachment> attachments = new ArrayList<>();
    private Optional<MailText> text = Optional.empty();
    private Optional<Instant> sent = Optional.empty();

    private MailPaper(Allowance allowance) {
        this.allowance = allowance;
    }

    /**
     * Reads a mail.
     *
     * @throws PaperFailedException if it is damaged or beyond a limit
     */
    static PaperWords read(byte[] bytes, Allowance allowance) {
        MailPaper mail = parsed(bytes, allowance);
        List<PageOfWords> pages = List.of(new TextBlocks(allowance, true).page());
        if (mail.text.isPresent()) {
            MailText text = mail.text.get();
            pages = TikaWords.read(text.bytes(), text.isHtml() ? Formats.HTML : Formats.TEXT, allowance)
                    .pages();
        }
        return new PaperWords(Formats.MAIL, pages, mail.sent, mail.attachments);
    }

    /** The text of a mail, if it has one. */
    static Optional<MailText> text(byte[] bytes, Allowance allowance) {
        return parsed(bytes, allowance).text;
    }

    private static MailPaper parsed(byte[] bytes, Allowance allowance) {
        MailPaper mail = new MailPaper(allowance);
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
        try {
            Message message = builder.parseMessage(new ByteArrayInputStream(bytes));
            mail.sent = Optional.ofNullable(message.getDate()).map(Date::toInstant);
            mail.add(message);
            message.dispose();
        } catch (IOException e) {
            throw new PaperFailedException(
                    FailureCode.TRUNCATED, "mail: " + e.getClass().getSimpleName(), e);
        }
        return mail;
    }

    private void add(Entity entity) throws IOException {
        Body body = entity.getBody();
        if (body instanceof Multipart several) {
            for (Entity part : several.getBodyParts()) {
                add(part);
            }
        } else if (body instanceof TextBody words && isOwnText(entity)) {
            boolean html = Formats.HTML.equalsIgnoreCase(entity.getMimeType());
            // Of the same text told twice the one with tables is taken.
            if (text.isEmpty() || html && !text.get().isHtml()) {
                text = Optional.of(new MailText(decoded(words), html));
            }
        } else if (body != null) {
            attach(entity, body);
        }
    }

    private static boolean isOwnText(Entity entity) {
        String type = entity.getMimeType();
        return !"attachment".equalsIgnoreCase(entity.getDispositionType())
                && entity.getFilename() == null
                && (Formats.HTML.equalsIgnoreCase(type) || Formats.TEXT.equalsIgnoreCase(type));
    }

    private static String decoded(TextBody words) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        words.writeTo(bytes);
        Charset charset = words.getCharset();
        // Mail that does not say is most often in Latin, which takes every byte.
        return bytes.toString(
                charset == null || charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.ISO_8859_1 : charset);
    }

    private void attach(Entity entity, Body body) throws IOException {
        if (attachments.size() >= MOST_ATTACHMENTS) {
            throw new PaperFailedException(
                    FailureCode.TOO_MANY_PARTS, "more than " + MOST_ATTACHMENTS + " attachments");
        }
        allowance.checkTime();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String name = entity.getFilename() == null ? "" : entity.getFilename();
        if (body instanceof Message message) {
            new DefaultMessageWriter().writeMessage(message, bytes);
            name = name.isEmpty() ? "Attached e-mail " + (attachments.size() + 1) + ".eml" : name;
        } else if (body instanceof SingleBody single) {
            single.writeTo(bytes);
        }
        attachments.add(new PaperWords.Attachment(
                name, bytes.toByteArray(), "inline".equalsIgnoreCase(entity.getDispositionType())));
    }
}
