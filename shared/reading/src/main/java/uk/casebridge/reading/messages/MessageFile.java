package uk.casebridge.reading.messages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.failure.PaperFailedException;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.paper.FileType;
import uk.casebridge.domain.record.SourceTime;
import uk.casebridge.reading.words.Allowance;

/**
 * A file that is a message of another system by its content. A letter that begins with an angle bracket, or a web page, is
 * none; and a file whose name promises something else is left to those who judge that.
 */
public final class MessageFile {

    private static final String XML = FileType.XML.mediaType();
    private static final String JSON = FileType.JSON.mediaType();

    private static final int HEAD = 4_096;

    private static final Pattern BEGINS_XML = Pattern.compile("(?s)\\s*<(\\?xml\\s|!--|!DOCTYPE\\s|[A-Za-z_]).*");
    private static final Pattern BEGINS_JSON = Pattern.compile("(?s)\\s*(\\{\\s*[\"}]|\\[\\s*[\\[{\"\\]\\d]).*");

    /** Roots of the formats we know; what they carry decides. */
    private static final Set<String> ROOTS =
            Set.of("DeliverRequest", "RouteData", SpiResults.PAYLOAD, "Envelope", LibraCourtList.PAYLOAD);

    private final MessageText text;
    private final String mediaType;
    private final String root;
    private final String fileName;

    private MessageFile(MessageText text, String mediaType, String root, String fileName) {
        this.text = text;
        this.mediaType = mediaType;
        this.root = root;
        this.fileName = fileName;
    }

    /** The message that a file is; empty if it is none but a document. */
    public static Optional<MessageFile> of(byte[] bytes, String fileName) {
        if (!MessageText.mayBegin(bytes)) {
            return Optional.empty();
        }
        Optional<FileType> named = FileType.of(fileName);
        MessageText text = MessageText.of(bytes);
        String head = text.head(HEAD);
        if (BEGINS_XML.matcher(head).matches()) {
            Optional<String> root = XmlMessage.rootName(text.reader());
            boolean known = root.filter(ROOTS::contains).isPresent();
            boolean may = named.isEmpty() || named.get() == FileType.PLAIN_TEXT;
            return named.equals(Optional.of(FileType.XML)) || known && may
                    ? Optional.of(new MessageFile(text, XML, root.orElse(""), fileName))
                    : Optional.empty();
        }
        boolean mayBeJson = named.isEmpty() || named.get() == FileType.JSON;
        return mayBeJson && BEGINS_JSON.matcher(head).matches()
                ? Optional.of(new MessageFile(text, JSON, "", fileName))
                : Optional.empty();
    }

    /** What its content is. */
    public String mediaType() {
        return mediaType;
    }

    /**
     * Reads it.
     *
     * @throws PaperFailedException if nobody here knows such a message, it is damaged, or it is beyond a limit
     */
    public Message read(Allowance allowance) {
        return read(allowance, MessageLimits.standard());
    }

    Message read(Allowance allowance, MessageLimits limits) {
        return mediaType.equals(XML) ? xml(allowance, limits) : json(allowance, limits);
    }

    private Message xml(Allowance allowance, MessageLimits limits) {
        if (!root.isEmpty() && !ROOTS.contains(root)) {
            throw new PaperFailedException(FailureCode.MESSAGE_UNKNOWN, "XML of a root that is not known");
        }
        XmlSessions sessions = new XmlSessions(fileName, allowance, limits);
        XmlMessage.read(text.reader(), allowance, limits, sessions);
        return message(
                sessions.kind()
                        .orElseThrow(() -> new PaperFailedException(
                                FailureCode.MESSAGE_UNKNOWN, "XML that carries no message we know")),
                sessions.told(),
                sessions.drafts(),
                sessions.madeAt());
    }

    private Message json(Allowance allowance, MessageLimits limits) {
        Node root = JsonMessage.read(text.reader(), allowance, limits);
        CommonPlatformHearing hearing = CommonPlatformHearing.of(root)
                .orElseThrow(() ->
                        new PaperFailedException(FailureCode.MESSAGE_UNKNOWN, "JSON of a shape that is not known"));
        List<Draft> drafts = hearing.records();
        limits.checkRecords(drafts.size());
        return message(CommonPlatformHearing.kind(), CommonPlatformHearing.TOLD, drafts, hearing.sharedAt());
    }

    private Message message(Kind kind, String told, List<Draft> drafts, Optional<Instant> madeAt) {
        List<Message.Record> records = new ArrayList<>();
        for (Draft draft : drafts) {
            if (text.isOfOtherEncoding()) {
                draft.put(Doubts.otherEncoding());
            }
            Optional<Finding> tooEarly = Doubts.madeBeforeHearing(draft, madeAt);
            tooEarly.ifPresent(draft::put);
            // A time that cannot be right must not make a newer message look like the older one.
            records.add(draft.finished(tooEarly.isPresent() ? SourceTime.unknown() : Message.time(madeAt)));
        }
        return new Message(mediaType, kind, told, records);
    }
}
