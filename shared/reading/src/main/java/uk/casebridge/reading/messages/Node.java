package uk.casebridge.reading.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A named part of a message: an element of XML or a member of JSON. Names are local ones, since senders mix up their
 * prefixes; the members of a JSON array each bear the array's name. What is looked for and not there is empty, never an
 * error.
 */
final class Node {

    private final String name;
    private final List<Node> children = new ArrayList<>();
    private @Nullable StringBuilder text;

    Node(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    void add(Node child) {
        children.add(child);
    }

    void remove(Node child) {
        children.remove(child);
    }

    void append(CharSequence more) {
        if (text == null) {
            text = new StringBuilder(more.length());
        }
        text.append(more);
    }

    int textLength() {
        return text == null ? 0 : text.length();
    }

    /** Its own text as it stands. */
    String ownText() {
        return text == null ? "" : text.toString();
    }

    /** The parts at a path of names parted by strokes, in order. */
    List<Node> all(String path) {
        List<Node> found = List.of(this);
        for (String step : path.split("/", -1)) {
            List<Node> next = new ArrayList<>();
            for (Node node : found) {
                for (Node child : node.children) {
                    if (child.name.equals(step)) {
                        next.add(child);
                    }
                }
            }
            found = next;
        }
        return found;
    }

    /** The parts of a name, or an empty one where there is none, so that what lies around it is not lost. */
    List<Node> allOrEmpty(String childName) {
        List<Node> found = all(childName);
        return found.isEmpty() ? List.of(new Node(childName)) : found;
    }

    /** The first part at a path. */
    Optional<Node> at(String path) {
        return all(path).stream().findFirst();
    }

    /** The first text at a path that is not blank, white space collapsed. */
    Optional<String> text(String path) {
        return all(path).stream()
                .map(Node::collapsed)
                .filter(one -> !one.isEmpty())
                .findFirst();
    }

    /** The first of several paths that has a text. */
    Optional<String> firstText(String... paths) {
        for (String path : paths) {
            Optional<String> text = text(path);
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    /** The texts at several paths that are not blank, in the order of the paths. */
    List<String> texts(String... paths) {
        List<String> texts = new ArrayList<>();
        for (String path : paths) {
            all(path).stream()
                    .map(Node::collapsed)
                    .filter(one -> !one.isEmpty())
                    .forEach(texts::add);
        }
        return texts;
    }

    /** Whether the first text at a path is {@code true}. */
    boolean says(String path) {
        return text(path).filter("true"::equalsIgnoreCase).isPresent();
    }

    private String collapsed() {
        return ownText().strip().replaceAll("\\s+", " ");
    }
}
