package uk.casebridge.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A synthesised CloudFormation template, as the CDK wrote it. */
public final class Template {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String stack;
    private final Path folder;
    private final JsonNode root;
    private final Map<String, Resource> resources = new LinkedHashMap<>();

    private Template(String stack, Path folder, JsonNode root) {
        this.stack = stack;
        this.folder = folder;
        this.root = root;
        root.path("Resources").properties().forEach(entry -> {
            JsonNode node = entry.getValue();
            resources.put(
                    entry.getKey(),
                    new Resource(
                            stack,
                            entry.getKey(),
                            node.path("Type").asText(),
                            node.has("Properties") ? node.get("Properties") : JsonNodeFactory.instance.objectNode(),
                            node.path("Metadata"),
                            Optional.ofNullable(node.get("Condition")).map(JsonNode::asText)));
        });
    }

    /** Reads {@code <stack>.template.json}; assets are looked for beside it. */
    public static Template read(Path file) {
        try {
            Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("."));
            String name = String.valueOf(file.getFileName()).replaceFirst("(\\.template)?\\.json$", "");
            return new Template(name, folder, JSON.readTree(file.toFile()));
        } catch (IOException e) {
            throw new TemplateException("The template " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** A template from its text, for tests. */
    public static Template parse(String stack, Path folder, String json) {
        try {
            return new Template(stack, folder, JSON.readTree(json));
        } catch (IOException e) {
            throw new TemplateException("The template of " + stack + " is not JSON: " + e.getMessage(), e);
        }
    }

    public String stack() {
        return stack;
    }

    public Path folder() {
        return folder;
    }

    /** By logical id, in the order written. */
    public Map<String, Resource> resources() {
        return Collections.unmodifiableMap(resources);
    }

    /** A section such as {@code Parameters}; missing if the template has none. */
    public JsonNode section(String name) {
        return root.path(name);
    }
}
