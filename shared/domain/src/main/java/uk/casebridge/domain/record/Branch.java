package uk.casebridge.domain.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;

/** Fields as the tree that their paths describe: a value, named children, numbered members. Read only once made. */
final class Branch {

    private static final Branch BARE = new Branch();
    private static final Pattern STEP = Pattern.compile("\\[(\\d{1,9})]|\\.?((?:(?!\\[\\d{1,9}])[^.])+)");

    private Optional<String> value = Optional.empty();
    private final Map<String, Branch> children = new LinkedHashMap<>();
    private final SortedMap<Integer, Branch> members = new TreeMap<>();

    private Branch() {}

    static Branch of(Fields fields) {
        Branch root = new Branch();
        for (Field field : fields.all()) {
            Branch at = root;
            Matcher step = STEP.matcher(field.path());
            while (step.find()) {
                String name = step.group(2);
                at = name == null
                        ? at.members.computeIfAbsent(Integer.valueOf(step.group(1)), number -> new Branch())
                        : at.children.computeIfAbsent(name, child -> new Branch());
            }
            at.value = Optional.of(field.value());
        }
        return root;
    }

    Optional<String> value() {
        return value;
    }

    Map<String, Branch> children() {
        return children;
    }

    SortedMap<Integer, Branch> members() {
        return members;
    }

    Branch child(String name) {
        return children.getOrDefault(name, BARE);
    }

    Branch member(int number) {
        return members.getOrDefault(number, BARE);
    }

    /** All values below by path, with what the paths begin with. */
    Map<String, String> leaves(String beginning) {
        Map<String, String> leaves = new LinkedHashMap<>();
        collect(beginning, leaves);
        return leaves;
    }

    private void collect(String path, Map<String, String> into) {
        value.ifPresent(text -> into.put(path, text));
        children.forEach((name, child) -> child.collect(path + "." + name, into));
        members.forEach((number, member) -> member.collect(path + "[" + number + "]", into));
    }

    /** The same text for the same content, whatever the order of lists and names. */
    String canonical() {
        List<String> parts = new ArrayList<>();
        value.ifPresent(text -> parts.add("=" + quoted(text)));
        new TreeMap<>(children).forEach((name, child) -> parts.add(quoted(name) + child.canonical()));
        parts.add(members.values().stream().map(Branch::canonical).sorted().collect(Collectors.joining(",", "[", "]")));
        return parts.stream().collect(Collectors.joining(";", "{", "}"));
    }

    private static String quoted(String text) {
        return text.length() + ":" + text;
    }
}
