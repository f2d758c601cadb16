package uk.casebridge.local.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import uk.casebridge.local.template.Properties;
import uk.casebridge.local.template.References;
import uk.casebridge.local.template.Resolver;
import uk.casebridge.local.template.Resource;
import uk.casebridge.local.template.Template;
import uk.casebridge.local.template.TemplateException;

/**
 * Makes everything the templates declare. A resource is made when it is first referred to, so the order of the
 * templates does not matter, across stacks either.
 */
public final class Building implements References {
    private final Map<String, Template> templates = new LinkedHashMap<>();
    private final Map<String, Resolver> resolvers = new HashMap<>();
    private final Map<String, Family> families = new HashMap<>();
    private final Map<String, Made> made = new HashMap<>();
    private final Set<String> underWay = new LinkedHashSet<>();
    private final List<String> problems = new ArrayList<>();
    private final Map<String, String> ignored = new TreeMap<>();

    public Building(List<Template> templates, List<Family> families) {
        for (Template template : templates) {
            this.templates.put(template.stack(), template);
            resolvers.put(template.stack(), new Resolver(template, this));
        }
        families.forEach(family -> family.types().forEach(type -> this.families.put(type, family)));
    }

    /**
     * Makes everything.
     *
     * @throws TemplateException naming every resource type and property that is not known
     */
    public void make() {
        for (Template template : templates.values()) {
            for (Resource resource : template.resources().values()) {
                if (!families.containsKey(resource.type())
                        && NotLocal.reason(resource.type()).isEmpty()) {
                    problems.add(resource + ": the resource type is not known to the local house");
                }
            }
        }
        refuse();
        for (Template template : templates.values()) {
            template.resources().values().forEach(this::made);
        }
        refuse();
    }

    private void refuse() {
        if (!problems.isEmpty()) {
            throw new TemplateException(
                    "The local house cannot run this template:\n  " + String.join("\n  ", problems));
        }
    }

    /** What is not honoured locally, each with its reason: whole resource types, and properties as type and path. */
    public Map<String, String> ignored() {
        return Map.copyOf(ignored);
    }

    @Override
    public String ref(String stack, String id) {
        return made(resource(stack, id)).ref();
    }

    @Override
    public JsonNode attribute(String stack, String id, String attribute) {
        String value = made(resource(stack, id)).attributes().get(attribute);
        if (value == null) {
            throw new TemplateException(resource(stack, id) + ": the attribute " + attribute + " is not known");
        }
        return TextNode.valueOf(value);
    }

    @Override
    public JsonNode exported(String name) {
        for (Template template : templates.values()) {
            for (JsonNode output : template.section("Outputs")) {
                Resolver resolver = resolver(template.stack());
                JsonNode export = output.path("Export").path("Name");
                if (!export.isMissingNode() && resolver.resolve(export).asText().equals(name)) {
                    return resolver.resolve(output.path("Value"));
                }
            }
        }
        throw new TemplateException("No stack exports " + name);
    }

    private Resource resource(String stack, String id) {
        Resource resource = Optional.ofNullable(templates.get(stack))
                .map(template -> template.resources().get(id))
                .orElse(null);
        if (resource == null) {
            throw new TemplateException(stack + ": there is no resource " + id);
        }
        return resource;
    }

    private Resolver resolver(String stack) {
        Resolver resolver = resolvers.get(stack);
        if (resolver == null) {
            throw new TemplateException("There is no stack " + stack);
        }
        return resolver;
    }

    private Made made(Resource resource) {
        String name = resource.stack() + "/" + resource.id();
        Made there = made.get(name);
        if (there != null) {
            return there;
        }
        if (!underWay.add(name)) {
            throw new TemplateException("Resources refer to each other in a circle: " + underWay);
        }
        Made now = make(resource);
        underWay.remove(name);
        made.put(name, now);
        return now;
    }

    private Made make(Resource resource) {
        Optional<String> reason = NotLocal.reason(resource.type());
        if (reason.isPresent()) {
            ignored.put(resource.type(), reason.get());
            return NotLocal.stand(resource);
        }
        Resolver resolver = resolver(resource.stack());
        Family family = families.get(resource.type());
        if (family == null
                || resource.condition().isPresent()
                        && !resolver.holds(resource.condition().get())) {
            return new Made(resource.id(), Map.of());
        }
        Properties properties = new Properties(resource.properties(), resolver);
        Made now;
        try {
            now = family.make(resource, properties);
        } catch (TemplateException e) {
            throw String.valueOf(e.getMessage()).contains(" (AWS::")
                    ? e
                    : new TemplateException(resource + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            throw new TemplateException(resource + " cannot be made: " + e.getMessage(), e);
        }
        Map<String, String> reasons = family.ignored(resource.type());
        properties
                .unaccounted(reasons)
                .forEach(
                        path -> problems.add(resource + ": the property " + path + " is not known to the local house"));
        properties
                .ignoredHere(reasons)
                .forEach(path -> ignored.put(resource.type() + " " + path, reasons.getOrDefault(path, "")));
        return now;
    }
}
