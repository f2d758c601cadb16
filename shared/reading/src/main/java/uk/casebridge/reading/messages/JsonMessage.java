package uk.casebridge.reading.messages;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.failure.PaperFailedException;
import uk.casebridge.reading.words.Allowance;

/**
 * Reads a JSON message token by token. The parts of a hearing stand in the order of their names, its cases before what
 * kind of hearing it was, so that the whole is held; the limits bound it.
 */
final class JsonMessage {

    private final Allowance allowance;
    private final MessageLimits limits;
    private int parts;

    private JsonMessage(Allowance allowance, MessageLimits limits) {
        this.allowance = allowance;
        this.limits = limits;
    }

    /**
     * The whole of a message: a part without a name that holds its members. Of an array it is the only member, or else
     * what holds them all.
     *
     * @throws PaperFailedException if it is not JSON or beyond a limit
     */
    static Node read(Reader characters, Allowance allowance, MessageLimits limits) {
        JsonFactory factory = JsonFactory.builder()
                .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                .streamReadConstraints(StreamReadConstraints.builder()
                        // Ours come first, each with its code; these only bound what a single token may cost.
                        .maxNestingDepth(4 * limits.depth())
                        .maxStringLength(4 * limits.valueCharacters())
                        .maxNumberLength(1_000)
                        .maxNameLength(1_000)
                        .build())
                .build();
        try (JsonParser json = factory.createParser(characters)) {
            return new JsonMessage(allowance, limits).read(json);
        } catch (StreamConstraintsException e) {
            throw new PaperFailedException(FailureCode.MESSAGE_VALUE_TOO_LONG, "a token beyond every limit", e);
        } catch (JsonParseException e) {
            throw new PaperFailedException(
                    FailureCode.TRUNCATED, "no JSON at line " + e.getLocation().getLineNr(), e);
        } catch (IOException e) {
            throw new PaperFailedException(FailureCode.TRUNCATED, "JSON that ends early", e);
        }
    }

    private Node read(JsonParser json) throws IOException {
        Node root = new Node("");
        JsonToken first = json.nextToken();
        if (first == null) {
            return root;
        }
        part(json, first, "", root, 0);
        if (json.nextToken() != null) {
            throw new PaperFailedException(FailureCode.TRUNCATED, "more after the end of the JSON");
        }
        List<Node> whole = root.all("");
        return whole.size() == 1 ? whole.getFirst() : root;
    }

    /** An object is one part of its name; an array none itself, but each of its members one. */
    private void part(JsonParser json, JsonToken token, String name, Node parent, int depth) throws IOException {
        allowance.step();
        switch (token) {
            case START_OBJECT -> {
                Node node = begin(name, parent, depth);
                for (JsonToken next = json.nextToken(); next != JsonToken.END_OBJECT; next = json.nextToken()) {
                    String member = json.currentName();
                    part(json, present(json.nextToken()), member, node, depth + 1);
                }
            }
            case START_ARRAY -> {
                checkDepth(depth);
                for (JsonToken next = present(json.nextToken());
                        next != JsonToken.END_ARRAY;
                        next = present(json.nextToken())) {
                    part(json, next, name, parent, depth + 1);
                }
            }
            case VALUE_NULL -> {
                // Nothing was said.
            }
            default -> value(json.getText(), begin(name, parent, depth));
        }
    }

    private static JsonToken present(@Nullable JsonToken token) {
        if (token == null) {
            throw new PaperFailedException(FailureCode.TRUNCATED, "JSON that ends early");
        }
        return token;
    }

    private Node begin(String name, Node parent, int depth) {
        checkDepth(depth);
        if (++parts > limits.parts()) {
            throw new PaperFailedException(FailureCode.MESSAGE_TOO_MANY_PARTS, "over " + limits.parts() + " parts");
        }
        Node node = new Node(name);
        parent.add(node);
        return node;
    }

    private void checkDepth(int depth) {
        if (depth >= limits.depth()) {
            throw new PaperFailedException(FailureCode.MESSAGE_TOO_DEEP, "over " + limits.depth() + " deep");
        }
    }

    private void value(String text, Node node) {
        allowance.takeCharacters(text.length());
        if (text.length() > limits.valueCharacters()) {
            throw new PaperFailedException(
                    FailureCode.MESSAGE_VALUE_TOO_LONG, "over " + limits.valueCharacters() + " characters");
        }
        StringBuilder allowed = new StringBuilder(text.length());
        text.chars().forEach(c -> allowed.append(MessageText.allowed((char) c)));
        node.append(allowed);
    }
}
