package uk.casebridge.reading.bundles;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.failure.PaperFailedException;
import uk.casebridge.domain.paper.Bundle;
import uk.casebridge.domain.paper.FileType;
import uk.casebridge.reading.words.Allowance;
import uk.casebridge.reading.words.Formats;
import uk.casebridge.reading.words.MailText;
import uk.casebridge.reading.words.PaperWords;

/** A mail with files attached: each of them a paper of its own, and its text one only if it is one. */
public final class Mails {

    /** A crest or a logo is smaller; a page that was photographed is larger. In bytes. */
    private static final int SMALL_PICTURE = 100 * 1024;

    /** What Outlook calls the pictures within its text. */
    private static final Pattern PICTURE_IN_TEXT = Pattern.compile("image\\d{1,4}\\.(?:png|jpe?g|gif)");

    private Mails() {}

    /**
     * What a mail is a bundle of; empty if nothing is attached to it, so that its text is all there is.
     *
     * @param bytes the mail as a file
     * @param mail its words, with what is attached
     * @param textIsPaper whether its text is a paper of a kind we know
     * @throws PaperFailedException if more is attached than is taken apart at once
     */
    public static Optional<Bundle> bundle(byte[] bytes, PaperWords mail, boolean textIsPaper, Allowance allowance) {
        List<PaperWords.Attachment> attached = mail.attachments();
        if (attached.stream().allMatch(Mails::isPictureInText)) {
            return Optional.empty();
        }
        List<Bundle.Part> parts = new ArrayList<>();
        if (mail.hasText()) {
            FileType type = textIsPaper
                            && MailText.of(bytes, mail.mediaType(), allowance).isHtml()
                    ? FileType.HTML
                    : FileType.PLAIN_TEXT;
            parts.add(new Bundle.Part(
                    1,
                    "Text of the e-mail." + type.endings().getFirst(),
                    type.mediaType(),
                    new Bundle.Body(),
                    textIsPaper ? Bundle.Use.PAPER : Bundle.Use.COVER_NOTE,
                    Optional.empty()));
        }
        for (int i = 0; i < attached.size(); i++) {
            PaperWords.Attachment attachment = attached.get(i);
            String type = Formats.detect(attachment.bytes(), attachment.name()).mediaType();
            parts.add(new Bundle.Part(
                    parts.size() + 1,
                    name(attachment, i + 1, type),
                    type,
                    new Bundle.Attachment(i + 1),
                    isPictureInText(attachment) ? Bundle.Use.PICTURE : Bundle.Use.PAPER,
                    Optional.empty()));
        }
        if (parts.size() > Bundle.MOST_PARTS) {
            throw new PaperFailedException(FailureCode.TOO_MANY_PARTS, parts.size() + " parts");
        }
        return Optional.of(Bundle.of(Bundle.Sort.MAIL, parts));
    }

    private static boolean isPictureInText(PaperWords.Attachment attachment) {
        String name = attachment.name().toLowerCase(Locale.ROOT);
        return attachment.bytes().length < SMALL_PICTURE
                && (attachment.inText() || PICTURE_IN_TEXT.matcher(name).matches())
                && Formats.detect(attachment.bytes(), name).mediaType().startsWith("image/");
    }

    /** The sender's name for it; where there is none, one that ends as its type does. */
    private static String name(PaperWords.Attachment attachment, int index, String type) {
        String name = attachment.name().strip();
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        if (!name.isEmpty() && FileType.of(name).isPresent()) {
            return name;
        }
        String stem = name.isEmpty() ? "Attachment " + index : name;
        for (FileType known : FileType.values()) {
            if (known.mediaType().equals(type)) {
                return stem + "." + known.endings().getFirst();
            }
        }
        return stem;
    }

    /** The bytes of a part of a mail that is a paper. */
    static byte[] part(byte[] bytes, PaperWords mail, Bundle.Part part, Allowance allowance) {
        return part.where() instanceof Bundle.Attachment(int index)
                ? mail.attachments().get(index - 1).bytes()
                : MailText.of(bytes, mail.mediaType(), allowance).bytes();
    }
}
