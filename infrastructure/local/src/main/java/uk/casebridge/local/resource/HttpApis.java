package uk.casebridge.local.resource;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.casebridge.local.engine.HttpDoor;
import uk.casebridge.local.engine.RouteKey;
import uk.casebridge.local.function.LocalFunction;
import uk.casebridge.local.template.AddressBook;
import uk.casebridge.local.template.Properties;
import uk.casebridge.local.template.Resource;
import uk.casebridge.local.template.TemplateException;

/** The HTTP API with its routes, integrations, authorizers and stage. */
public final class HttpApis implements Family {
    private static final Map<String, Map<String, String>> IGNORED = Map.of(
            "AWS::ApiGatewayV2::Api", Map.of("Name", "only a name", "Description", "only words"),
            "AWS::ApiGatewayV2::Integration", Map.of("Description", "only words"),
            "AWS::ApiGatewayV2::Route", Map.of("OperationName", "only a name"),
            "AWS::ApiGatewayV2::Authorizer", Map.of("Name", "only a name"),
            "AWS::ApiGatewayV2::Stage",
                    Map.of(
                            "AccessLogSettings", "the local house writes no access log",
                            "AutoDeploy", "the template is all there is",
                            "DefaultRouteSettings", "nothing is throttled locally"));

    private final HttpDoor door;
    private final Functions functions;
    private final AddressBook addresses;
    private final Map<String, LocalFunction> integrations = new HashMap<>();
    private final Map<String, HttpDoor.Authorizer> authorizers = new HashMap<>();

    public HttpApis(HttpDoor door, Functions functions, AddressBook addresses) {
        this.door = door;
        this.functions = functions;
        this.addresses = addresses;
    }

    @Override
    public Set<String> types() {
        return IGNORED.keySet();
    }

    @Override
    public Map<String, String> ignored(String type) {
        return IGNORED.getOrDefault(type, Map.of());
    }

    @Override
    public Made make(Resource resource, Properties properties) {
        String id = resource.id();
        switch (resource.type()) {
            case "AWS::ApiGatewayV2::Api" -> {
                expect(properties, "ProtocolType", "HTTP");
                return new Made(id, Map.of("ApiEndpoint", door.address(), "ApiId", id));
            }
            case "AWS::ApiGatewayV2::Integration" -> {
                expect(properties, "IntegrationType", "AWS_PROXY");
                expect(properties, "PayloadFormatVersion", "2.0");
                integrations.put(id, functions.byArn(functionArn(properties.required("IntegrationUri"))));
            }
            case "AWS::ApiGatewayV2::Authorizer" -> authorizers.put(id, authorizer(properties));
            case "AWS::ApiGatewayV2::Route" -> door.add(route(properties));
            default -> expect(properties, "StageName", "$default");
        }
        properties.required("ApiId");
        return new Made(id, Map.of());
    }

    private HttpDoor.Authorizer authorizer(Properties properties) {
        expect(properties, "AuthorizerType", "JWT");
        if (!properties.texts("IdentitySource").contains("$request.header.Authorization")) {
            throw new TemplateException(
                    "an authorizer takes its token from the Authorization header, and nowhere else");
        }
        Properties jwt = properties.part("JwtConfiguration");
        return new HttpDoor.Authorizer(addresses.local(jwt.required("Issuer")), jwt.texts("Audience"));
    }

    private HttpDoor.Route route(Properties properties) {
        String target = properties.required("Target").replaceFirst("^integrations/", "");
        LocalFunction function = integrations.get(target);
        if (function == null) {
            throw new TemplateException("there is no integration " + target);
        }
        Optional<HttpDoor.Authorizer> authorizer =
                switch (properties.text("AuthorizationType").orElse("NONE")) {
                    case "NONE" -> Optional.empty();
                    case "JWT" ->
                        Optional.of(properties.required("AuthorizerId"))
                                .map(id -> Optional.ofNullable(authorizers.get(id))
                                        .orElseThrow(() -> new TemplateException("there is no authorizer " + id)));
                    default -> throw new TemplateException("an authorization other than NONE and JWT is not known");
                };
        return new HttpDoor.Route(
                new RouteKey(properties.required("RouteKey")),
                function,
                authorizer,
                properties.texts("AuthorizationScopes"));
    }

    private static String functionArn(String uri) {
        return uri.replaceFirst("^arn:aws:apigateway:.*:path/2015-03-31/functions/", "")
                .replaceFirst("/invocations$", "");
    }

    private static void expect(Properties properties, String name, String only) {
        String value = properties.required(name);
        if (!value.equals(only)) {
            throw new TemplateException("the property " + name + " is " + value + ", and only " + only + " is known");
        }
    }
}
