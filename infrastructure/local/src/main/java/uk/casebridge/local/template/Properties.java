package uk.casebridge.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * The properties of a resource, which remembers what was read of them: what nobody read and nobody ignores with a
 * reason is {@linkplain #unaccounted an error}. Values are resolved when they are read, not before, since an ignored
 * property may refer to what the house never makes.
 */
public final class Properties {
    private final String path;
    private final JsonNode node;
    private final Resolver resolver;
    private final Set<String> read = new HashSet<>();
    private final List<Properties> parts = new ArrayList<>();

    public Properties(JsonNode node, Resolver resolver) {
        this("", node, resolver);
    }

    private Properties(String path, JsonNode node, Resolver resolver) {
        this.path = path;
        this.node = node;
        this.resolver = resolver;
    }

    /** A whole property, resolved; missing if it is not there. */
    public JsonNode json(String name) {
        read.add(name);
        return node.has(name) ? resolver.resolve(node.get(name)) : MissingNode.getInstance();
    }

    public Optional<String> text(String name) {
        JsonNode value = json(name);
        return value.isMissingNode() ? Optional.empty() : Optional.of(value.asText());
    }

    public String required(String name) {
        return text(name).orElseThrow(() -> new TemplateException("the property " + path + name + " is missing"));
    }

    public OptionalInt number(String name) {
        JsonNode value = json(name);
        return value.isMissingNode() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(value.asText()));
    }

    public boolean flag(String name) {
        return Boolean.parseBoolean(json(name).asText());
    }

    public List<String> texts(String name) {
        List<String> values = new ArrayList<>();
        json(name).forEach(value -> values.add(value.asText()));
        return values;
    }

    /** A property that has properties of its own; empty if it is not there. */
    public Properties part(String name) {
        read.add(name);
        return child(name, node.has(name) ? unwrapped(node.get(name)) : MissingNode.getInstance());
    }

    /** A list of things that have properties of their own. */
    public List<Properties> parts(String name) {
        read.add(name);
        List<Properties> list = new ArrayList<>();
        if (node.has(name)) {
            unwrapped(node.get(name)).forEach(element -> list.add(child(name, unwrapped(element))));
        }
        return list;
    }

    public boolean has(String name) {
        return node.has(name);
    }

    private JsonNode unwrapped(JsonNode value) {
        return Resolver.isFunction(value) ? resolver.resolve(value) : value;
    }

    private Properties child(String name, JsonNode value) {
        Properties part = new Properties(path + name + ".", value, resolver);
        parts.add(part);
        return part;
    }

    /** The properties that were neither read nor are ignored, as dotted paths. */
    public Set<String> unaccounted(Map<String, String> ignored) {
        Set<String> left = new TreeSet<>();
        node.fieldNames().forEachRemaining(name -> {
            if (!read.contains(name) && !ignored.containsKey(path + name)) {
                left.add(path + name);
            }
        });
        parts.forEach(part -> left.addAll(part.unaccounted(ignored)));
        return left;
    }

    /** The properties that are there and ignored, as dotted paths. */
    public Set<String> ignoredHere(Map<String, String> ignored) {
        Set<String> here = new TreeSet<>();
        node.fieldNames().forEachRemaining(name -> {
            if (!read.contains(name) && ignored.containsKey(path + name)) {
                here.add(path + name);
            }
        });
        parts.forEach(part -> here.addAll(part.ignoredHere(ignored)));
        return here;
    }
}
