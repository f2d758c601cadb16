package uk.casebridge.reading.messages;

import java.io.StringReader;
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
 * Tells by its content whether a file is a message of another system and reads it if so. A letter that begins with an
 * angle bracket, or a web page, is none; and a file whose name promises something else is left to those who judge that.
 */
public final class Messages {

    private static final String XML = FileType.XML.mediaType();
    private static final String JSON = FileType.JSON.mediaType();

    private static final int HEAD = 4_096;

    private static final Pattern BEGINS_XML = Pattern.compile("(?s)\\s*<(\\?xml\\s|!--|!DOCTYPE\\s|[A-Za-z_]).*");
    private static final Pattern BEGINS_JSON = Pattern.compile("(?s)\\s*(\\{\\s*[\"}]|\\[\\s*[\\[{\"\\]\\d]).*");

    /** Roots of the formats we know; what they carry decides. */
    private static final Set<String> ROOTS =
            Set.of("DeliverRequest", "RouteData", SpiResults.PAYLOAD, "Envelope", LibraCourtList.PAYLOAD);

    private Messages() {}

    /** The media type of a file that is XML or JSON and no page of the web; empty for any other. */
    public static Optional<String> mediaType(byte[] bytes, String fileName) {
        return Source.of(bytes, fileName).map(Source::mediaType);
    }

    /**
     * Reads a message.
     *
     * @return what it says; empty if the file is not a message at all but a document
     * @throws PaperFailedException if it is a message that nobody here knows, is damaged, or is beyond a limit
     */
    public static Optional<Message> read(byte[] bytes, String fileName, Allowance allowance) {
        return read(bytes, fileName, allowance, MessageLimits.standard());
    }

    static Optional<Message> read(byte[] bytes, String fileName, Allowance allowance, MessageLimits limits) {
        return Source.of(bytes, fileName).map(source -> source.read(allowance, limits));
    }

    /** A file that is XML or JSON. */
    private record Source(MessageText text, String mediaType, String root, String fileName) {

        static Optional<Source> of(byte[] bytes, String fileName) {
            Optional<FileType> named = FileType.of(fileName);
            MessageText text = MessageText.of(bytes);
            String head = text.head(HEAD);
            if (BEGINS_XML.matcher(head).matches()) {
                Optional<String> root = XmlMessage.rootName(text.reader());
                boolean known = root.filter(ROOTS::contains).isPresent();
                boolean may = named.isEmpty() || named.get() == FileType.PLAIN_TEXT;
                return named.equals(Optional.of(FileType.XML)) || known && may
                        ? Optional.of(new Source(text, XML, root.orElse(""), fileName))
                        : Optional.empty();
            }
            boolean mayBeJson = named.isEmpty() || named.get() == FileType.JSON;
            return mayBeJson && BEGINS_JSON.matcher(head).matches()
                    ? Optional.of(new Source(text, JSON, "", fileName))
                    : Optional.empty();
        }

        Message read(Allowance allowance, MessageLimits limits) {
            return mediaType.equals(XML) ? xml(allowance, limits) : json(allowance, limits);
        }

        private Message xml(Allowance allowance, MessageLimits limits) {
            if (!root.isEmpty() && !ROOTS.contains(root)) {
                throw new PaperFailedException(FailureCode.MESSAGE_UNKNOWN, "XML of a root that is not known");
            }
            XmlTaker taker = new XmlTaker(fileName, allowance, limits);
            XmlMessage.read(text.reader(), allowance, limits, taker);
            return message(
                    taker.kind.orElseThrow(() -> new PaperFailedException(
                            FailureCode.MESSAGE_UNKNOWN, "XML that carries no message we know")),
                    taker.told,
                    taker.drafts,
                    taker.madeAt);
        }

        private Message json(Allowance allowance, MessageLimits limits) {
            Node root = JsonMessage.read(text.reader(), allowance, limits);
            CommonPlatformHearing hearing = CommonPlatformHearing.of(root)
                    .orElseThrow(() ->
                            new PaperFailedException(FailureCode.MESSAGE_UNKNOWN, "JSON of a shape that is not known"));
            List<Draft> drafts = hearing.records();
            checkRecords(drafts.size(), limits);
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

    /** Makes records of the sessions of SPI results and of court lists while they go by. */
    private static final class XmlTaker implements XmlMessage.Taker {
        private static final Set<String> TAKEN =
                Set.of(SpiResults.SESSION, SpiResults.PAYLOAD, LibraCourtList.SESSION, LibraCourtList.PAYLOAD);

        private final String fileName;
        private final Allowance allowance;
        private final MessageLimits limits;
        private final List<Draft> drafts = new ArrayList<>();
        private Optional<Kind> kind = Optional.empty();
        private Optional<Instant> madeAt = Optional.empty();
        private String told = "";

        XmlTaker(String fileName, Allowance allowance, MessageLimits limits) {
            this.fileName = fileName;
            this.allowance = allowance;
            this.limits = limits;
        }

        @Override
        public boolean takes(String name) {
            return TAKEN.contains(name);
        }

        @Override
        public boolean carriesMessage(String name) {
            return name.equals("DataStreamContent");
        }

        @Override
        public void take(List<Node> around, Node part) {
            if (isOf(SpiResults.PAYLOAD, around, part)) {
                told(SpiResults.kind(), SpiResults.PAYLOAD);
                madeAt = madeAt.or(() -> around.stream().findFirst().flatMap(SpiResults::madeAt));
                if (part.name().equals(SpiResults.SESSION)) {
                    SpiResults.records(part, drafts);
                }
            } else if (isOf(LibraCourtList.PAYLOAD, around, part)) {
                told(LibraCourtList.kind(), LibraCourtList.PAYLOAD);
                if (part.name().equals(LibraCourtList.SESSION)) {
                    LibraCourtList.records(document(around), part, fileName, drafts);
                }
            }
            checkRecords(drafts.size(), limits);
        }

        @Override
        public void takeMessage(List<Node> around, String text) {
            madeAt = madeAt.or(() -> around.stream().findFirst().flatMap(SpiResults::madeAt));
            XmlMessage.read(new StringReader(text.strip()), allowance, limits, this);
        }

        private void told(Kind by, String name) {
            kind = Optional.of(by);
            told = name;
        }

        private static boolean isOf(String payload, List<Node> around, Node part) {
            return part.name().equals(payload)
                    || around.stream().anyMatch(node -> node.name().equals(payload));
        }

        private static Node document(List<Node> around) {
            return around.stream()
                    .filter(node -> node.name().equals("document"))
                    .findFirst()
                    .orElseGet(() -> new Node("document"));
        }
    }

    private static void checkRecords(int records, MessageLimits limits) {
        if (records > limits.records()) {
            throw new PaperFailedException(
                    FailureCode.MESSAGE_TOO_MANY_RECORDS, "over " + limits.records() + " records");
        }
    }
}
