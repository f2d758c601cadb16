package uk.casebridge.reading.messages;

import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.failure.PaperFailedException;
import uk.casebridge.reading.words.Allowance;

/**
 * Reads an XML message from its beginning to its end, once. Each part that a record is made of is handed over when it is
 * whole and then forgotten, so that a list of any length needs no more memory than one session of it. Nothing outside the
 * message is ever fetched: a document type is refused whatever it says.
 */
final class XmlMessage {

    /** What becomes of the parts of a message. */
    interface Taker {

        /** Whether elements of a name are handed over whole. */
        boolean takes(String name);

        /** Whether elements of a name carry another message as their text. */
        boolean carriesMessage(String name);

        /**
         * An element that was asked for.
         *
         * @param around what lies around it as far as it was read, the root first
         */
        void take(List<Node> around, Node part);

        /** The text of an element that carries another message. */
        void takeMessage(List<Node> around, String text);
    }

    private final Allowance allowance;
    private final MessageLimits limits;
    private final Taker taker;
    private final Deque<Node> open = new ArrayDeque<>();
    private int parts;

    private XmlMessage(Allowance allowance, MessageLimits limits, Taker taker) {
        this.allowance = allowance;
        this.limits = limits;
        this.taker = taker;
    }

    /** The local name of the root element; empty if these are not the characters of XML. */
    static Optional<String> rootName(Reader characters) {
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(characters);
            try {
                while (xml.hasNext()) {
                    if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                        return Optional.of(xml.getLocalName());
                    }
                }
                return Optional.empty();
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            // Whether it matters that this is not XML, the one who asks knows: it may be a letter that begins with "<".
            return Optional.empty();
        }
    }

    /**
     * Reads a message.
     *
     * @throws PaperFailedException if it is not well-formed, has a document type or is beyond a limit
     */
    static void read(Reader characters, Allowance allowance, MessageLimits limits, Taker taker) {
        XmlMessage message = new XmlMessage(allowance, limits, taker);
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(characters);
            try {
                while (xml.hasNext()) {
                    message.event(xml.next(), xml);
                }
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw new PaperFailedException(
                    FailureCode.TRUNCATED,
                    "not well-formed"
                            + (e.getLocation() == null
                                    ? ""
                                    : " at line " + e.getLocation().getLineNumber()),
                    e);
        }
    }

    private static XMLInputFactory factory() {
        // The Java platform's own, whatever else is on the class path: its switches are known.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("Nothing outside the message is read");
        });
        return factory;
    }

    private void event(int event, XMLStreamReader xml) {
        allowance.step();
        switch (event) {
            case XMLStreamConstants.DTD ->
                throw new PaperFailedException(FailureCode.MESSAGE_DRAWS_ON_OTHERS, "has a document type");
            case XMLStreamConstants.START_ELEMENT -> begin(xml.getLocalName());
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                text(xml.getText());
            case XMLStreamConstants.END_ELEMENT -> end();
            default -> {
                // Comments and processing instructions say nothing of a case.
            }
        }
    }

    private void begin(String name) {
        if (open.size() >= limits.depth()) {
            throw new PaperFailedException(FailureCode.MESSAGE_TOO_DEEP, "over " + limits.depth() + " deep");
        }
        if (++parts > limits.parts()) {
            throw new PaperFailedException(FailureCode.MESSAGE_TOO_MANY_PARTS, "over " + limits.parts() + " parts");
        }
        Node node = new Node(name);
        if (!open.isEmpty()) {
            open.getLast().add(node);
        }
        open.addLast(node);
    }

    private void text(String text) {
        if (open.isEmpty()) {
            return;
        }
        allowance.takeCharacters(text.length());
        Node node = open.getLast();
        if (node.textLength() + text.length() > limits.valueCharacters() && !taker.carriesMessage(node.name())) {
            throw new PaperFailedException(
                    FailureCode.MESSAGE_VALUE_TOO_LONG, "over " + limits.valueCharacters() + " characters");
        }
        node.append(text);
    }

    private void end() {
        Node node = open.removeLast();
        if (taker.takes(node.name())) {
            taker.take(new ArrayList<>(open), node);
            forget(node);
        } else if (taker.carriesMessage(node.name())) {
            taker.takeMessage(new ArrayList<>(open), node.ownText());
            forget(node);
        }
    }

    private void forget(Node node) {
        if (!open.isEmpty()) {
            open.getLast().remove(node);
        }
    }
}
