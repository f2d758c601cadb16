package uk.casebridge.reading.messages;

import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.reading.words.Allowance;

/** Makes records of the sessions of SPI results and of court lists while they go by. */
final class XmlSessions implements XmlMessage.Taker {
    private static final Set<String> TAKEN =
            Set.of(SpiResults.SESSION, SpiResults.PAYLOAD, LibraCourtList.SESSION, LibraCourtList.PAYLOAD);

    private final String fileName;
    private final Allowance allowance;
    private final MessageLimits limits;
    private final List<Draft> drafts = new ArrayList<>();
    private Optional<Kind> kind = Optional.empty();
    private Optional<Instant> madeAt = Optional.empty();
    private String told = "";

    XmlSessions(String fileName, Allowance allowance, MessageLimits limits) {
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
        limits.checkRecords(drafts.size());
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

    /** The kind of what was taken; empty if no message we know went by. */
    Optional<Kind> kind() {
        return kind;
    }

    /** The name of the format that told the kind. */
    String told() {
        return told;
    }

    /** What was taken, in the order of the message. */
    List<Draft> drafts() {
        return kind.filter(LibraCourtList.kind()::equals).isPresent() ? LibraCourtList.onceEach(drafts) : drafts;
    }

    /** When the whole was made, where its envelope says so. */
    Optional<Instant> madeAt() {
        return madeAt;
    }
}
