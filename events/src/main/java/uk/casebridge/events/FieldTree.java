package uk.casebridge.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fields of a record, nested in JSON and addressed by path: names joined by dots, lists counted from 1, as in
 * {@code offences[1].results[2].text}. Immutable; every value is text in its canonical form.
 */
public final class FieldTree {

    private static final FieldTree EMPTY = new FieldTree(Map.of());
    private static final int LONGEST_LIST = 10_000;
    private static final Pattern STEP = Pattern.compile("([A-Za-z][A-Za-z0-9]*)(?:\\[([1-9][0-9]{0,4})\\])?");

    private final Map<String, String> byPath;

    private FieldTree(Map<String, String> byPath) {
        this.byPath = byPath;
    }

    public static FieldTree empty() {
        return EMPTY;
    }

    /**
     * From values by path, in order. A member of a list of which nothing is there stays as an empty object, so that a
     * path means the same here as in findings and changes.
     *
     * @throws IllegalArgumentException if a path is not one, or is both a value and a parent of values, or a list is
     *     longer than 10,000
     */
    public static FieldTree of(Map<String, String> byPath) {
        return ofJson(nest(byPath));
    }

    /** The values by path, in order. */
    public Map<String, String> byPath() {
        return new LinkedHashMap<>(byPath);
    }

    /** The value at a path. */
    public Optional<String> text(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** How many members a list has. */
    public int size(String list) {
        Pattern member = Pattern.compile(Pattern.quote(list) + "\\[(\\d+)\\].*");
        return byPath.keySet().stream()
                .map(member::matcher)
                .filter(Matcher::matches)
                .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
                .max()
                .orElse(0);
    }

    ObjectNode toJson() {
        return nest(byPath);
    }

    static FieldTree ofJson(JsonNode root) {
        Map<String, String> byPath = new LinkedHashMap<>();
        flatten("", root, byPath);
        return new FieldTree(byPath);
    }

    private static void flatten(String path, JsonNode node, Map<String, String> into) {
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> flatten(
                            path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), into));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(path + "[" + (i + 1) + "]", node.get(i), into);
            }
        } else {
            into.put(path, node.asText());
        }
    }

    private static ObjectNode nest(Map<String, String> byPath) {
        Branch root = new Branch();
        byPath.forEach((path, value) -> root.put(path, value));
        return (ObjectNode) root.toJson();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldTree tree
                && new ArrayList<>(byPath.entrySet()).equals(new ArrayList<>(tree.byPath.entrySet()));
    }

    @Override
    public int hashCode() {
        return byPath.hashCode();
    }

    @Override
    public String toString() {
        // Paths only: values are personal and must not reach a log by way of a message.
        return "FieldTree" + byPath.keySet();
    }

    /** A node while the tree grows: a value, or named children, or numbered ones. */
    private static final class Branch {
        private Optional<String> value = Optional.empty();
        private final Map<String, Branch> named = new LinkedHashMap<>();
        private final NavigableMap<Integer, Branch> numbered = new TreeMap<>();

        void put(String path, String text) {
            Branch at = this;
            for (String step : path.split("\\.", -1)) {
                Matcher matcher = STEP.matcher(step);
                if (!matcher.matches()) {
                    throw new IllegalArgumentException("Not the path of a field: " + path);
                }
                at = at.named.computeIfAbsent(matcher.group(1), name -> new Branch());
                if (matcher.group(2) != null) {
                    at = at.member(Integer.parseInt(matcher.group(2)));
                }
            }
            at.value = Optional.of(text);
        }

        private Branch member(int number) {
            if (number > LONGEST_LIST) {
                throw new IllegalArgumentException("A list of more than " + LONGEST_LIST + " members");
            }
            return numbered.computeIfAbsent(number, key -> new Branch());
        }

        JsonNode toJson() {
            List<Boolean> shapes = List.of(value.isPresent(), !named.isEmpty(), !numbered.isEmpty());
            if (shapes.stream().filter(shape -> shape).count() > 1) {
                throw new IllegalArgumentException("A field cannot be a value, an object and a list at once");
            }
            if (value.isPresent()) {
                return JsonNodeFactory.instance.textNode(value.get());
            }
            if (!numbered.isEmpty()) {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                for (int number = 1; number <= numbered.lastKey(); number++) {
                    Branch member = numbered.getOrDefault(number, new Branch());
                    array.add(member.toJson());
                }
                return array;
            }
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            named.forEach((name, child) -> object.set(name, child.toJson()));
            return object;
        }
    }
}
