package uk.casebridge.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Resolves the intrinsic functions of one template, as
 * <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html">the
 * CloudFormation reference</a> defines them. A function it does not know is an error naming it.
 */
public final class Resolver {
    /** The account everything local belongs to; ElasticMQ and DynamoDB Local use the same. */
    public static final String ACCOUNT = "000000000000";

    public static final String REGION = "eu-west-2";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]*)}");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Template template;
    private final References references;

    public Resolver(Template template, References references) {
        this.template = template;
        this.references = references;
    }

    /** The node with every intrinsic function replaced by its value; missing where it is {@code AWS::NoValue}. */
    public JsonNode resolve(JsonNode node) {
        if (node.isArray()) {
            ArrayNode resolved = NODES.arrayNode();
            for (JsonNode element : node) {
                JsonNode value = resolve(element);
                if (!value.isMissingNode()) {
                    resolved.add(value);
                }
            }
            return resolved;
        }
        if (!node.isObject()) {
            return node;
        }
        if (isFunction(node)) {
            Map.Entry<String, JsonNode> call = node.properties().iterator().next();
            return call(call.getKey(), call.getValue());
        }
        ObjectNode resolved = NODES.objectNode();
        node.properties().forEach(entry -> {
            JsonNode value = resolve(entry.getValue());
            if (!value.isMissingNode()) {
                resolved.set(entry.getKey(), value);
            }
        });
        return resolved;
    }

    public static boolean isFunction(JsonNode node) {
        if (!node.isObject() || node.size() != 1) {
            return false;
        }
        String name = node.fieldNames().next();
        return name.equals("Ref") || name.equals("Condition") || name.startsWith("Fn::");
    }

    /** Whether a condition of the template holds. */
    public boolean holds(String condition) {
        JsonNode expression = template.section("Conditions").path(condition);
        if (expression.isMissingNode()) {
            throw new TemplateException(template.stack() + ": no condition " + condition);
        }
        return truth(expression);
    }

    private JsonNode call(String function, JsonNode argument) {
        return switch (function) {
            case "Ref" -> ref(argument.asText());
            case "Fn::GetAtt" -> attribute(argument);
            case "Fn::Join" ->
                TextNode.valueOf(strings(argument.path(1)).stream()
                        .collect(Collectors.joining(argument.path(0).asText())));
            case "Fn::Sub" -> substitute(argument);
            case "Fn::Select" -> select(argument);
            case "Fn::Split" -> {
                ArrayNode parts = NODES.arrayNode();
                for (String part : resolve(argument.path(1))
                        .asText()
                        .split(Pattern.quote(argument.path(0).asText()), -1)) {
                    parts.add(part);
                }
                yield parts;
            }
            case "Fn::ImportValue" -> references.exported(resolve(argument).asText());
            case "Fn::If" -> resolve(argument.path(holds(argument.path(0).asText()) ? 1 : 2));
            case "Fn::FindInMap" -> findInMap(argument);
            case "Fn::Base64" ->
                TextNode.valueOf(java.util.Base64.getEncoder()
                        .encodeToString(resolve(argument).asText().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            case "Fn::GetAZs" ->
                NODES.arrayNode().add(REGION + "a").add(REGION + "b").add(REGION + "c");
            case "Fn::Equals", "Fn::Not", "Fn::And", "Fn::Or", "Condition" ->
                NODES.booleanNode(truth(NODES.objectNode().set(function, argument)));
            default ->
                throw new TemplateException(
                        template.stack() + ": the intrinsic function " + function + " is not known");
        };
    }

    private JsonNode ref(String name) {
        return switch (name) {
            case "AWS::Region" -> TextNode.valueOf(REGION);
            case "AWS::AccountId" -> TextNode.valueOf(ACCOUNT);
            case "AWS::Partition" -> TextNode.valueOf("aws");
            case "AWS::URLSuffix" -> TextNode.valueOf("amazonaws.com");
            case "AWS::StackName" -> TextNode.valueOf(template.stack());
            case "AWS::StackId" ->
                TextNode.valueOf(
                        "arn:aws:cloudformation:" + REGION + ":" + ACCOUNT + ":stack/" + template.stack() + "/local");
            case "AWS::NoValue" -> MissingNode.getInstance();
            case "AWS::NotificationARNs" -> NODES.arrayNode();
            default -> {
                if (template.resources().containsKey(name)) {
                    yield TextNode.valueOf(references.ref(template.stack(), name));
                }
                JsonNode parameter = template.section("Parameters").path(name);
                if (parameter.isMissingNode() || !parameter.has("Default")) {
                    throw new TemplateException(
                            template.stack() + ": Ref " + name + " is no resource and no parameter with a default");
                }
                yield parameter.get("Default");
            }
        };
    }

    private JsonNode attribute(JsonNode argument) {
        if (argument.isArray()) {
            return references.attribute(
                    template.stack(),
                    argument.path(0).asText(),
                    resolve(argument.path(1)).asText());
        }
        String dotted = argument.asText();
        int dot = dotted.indexOf('.');
        return references.attribute(template.stack(), dotted.substring(0, dot), dotted.substring(dot + 1));
    }

    private JsonNode substitute(JsonNode argument) {
        String text = argument.isArray() ? argument.path(0).asText() : argument.asText();
        JsonNode given = argument.isArray() ? argument.path(1) : MissingNode.getInstance();
        Matcher matcher = PLACEHOLDER.matcher(text);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(2);
            String value;
            if (!matcher.group(1).isEmpty()) {
                value = "${" + name + "}";
            } else if (given.has(name)) {
                value = resolve(given.get(name)).asText();
            } else if (name.contains(".")) {
                value = attribute(TextNode.valueOf(name)).asText();
            } else {
                value = ref(name).asText();
            }
            matcher.appendReplacement(out, Matcher.quoteReplacement(value));
        }
        matcher.appendTail(out);
        return TextNode.valueOf(out.toString());
    }

    private JsonNode select(JsonNode argument) {
        int index = Integer.parseInt(resolve(argument.path(0)).asText());
        JsonNode list = resolve(argument.path(1));
        if (!list.has(index)) {
            throw new TemplateException(template.stack() + ": Fn::Select " + index + " of " + list.size() + " values");
        }
        return list.get(index);
    }

    private JsonNode findInMap(JsonNode argument) {
        JsonNode found = template.section("Mappings")
                .path(argument.path(0).asText())
                .path(resolve(argument.path(1)).asText())
                .path(resolve(argument.path(2)).asText());
        if (found.isMissingNode()) {
            throw new TemplateException(template.stack() + ": Fn::FindInMap finds nothing for " + argument);
        }
        return found;
    }

    private boolean truth(JsonNode expression) {
        if (!isFunction(expression)) {
            return expression.asBoolean();
        }
        Map.Entry<String, JsonNode> call = expression.properties().iterator().next();
        JsonNode argument = call.getValue();
        return switch (call.getKey()) {
            case "Fn::Equals" ->
                resolve(argument.path(0))
                        .asText()
                        .equals(resolve(argument.path(1)).asText());
            case "Fn::Not" -> !truth(argument.path(0));
            case "Fn::And" ->
                StreamSupport.stream(argument.spliterator(), false).allMatch(this::truth);
            case "Fn::Or" -> StreamSupport.stream(argument.spliterator(), false).anyMatch(this::truth);
            case "Condition" -> holds(argument.asText());
            default -> resolve(expression).asBoolean();
        };
    }

    private List<String> strings(JsonNode list) {
        JsonNode resolved = resolve(list);
        List<String> values = new ArrayList<>();
        resolved.forEach(value -> values.add(value.asText()));
        return values;
    }
}
