package uk.casebridge.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.casebridge.cdk.Synthesis.Resource;
import uk.casebridge.domain.recipient.Recipient;

class DoorTemplateTest {

    private final Synthesis synthesis = Synthesis.get();

    @Test
    void shouldGuardEveryRouteThatIsNotOnThePublicList() {
        List<String> unguarded = synthesis
                .resources("AWS::ApiGatewayV2::Route")
                .map(Resource::properties)
                .filter(route -> !route.path("AuthorizationType").asText().equals("JWT")
                        || !route.has("AuthorizerId")
                        || route.path("AuthorizationScopes").isEmpty())
                .map(route -> route.path("RouteKey").asText())
                .toList();

        assertThat(unguarded).containsExactlyInAnyOrderElementsOf(Routes.PUBLIC);
    }

    @Test
    void shouldNeverLeaveAnApiRouteToThePublic() {
        assertThat(Routes.PUBLIC).noneMatch(route -> route.contains("/api/"));
    }

    @Test
    void shouldAskEachRouteForItsScope() {
        Map<String, String> scopes = new TreeMap<>();
        synthesis
                .resources("AWS::ApiGatewayV2::Route")
                .map(Resource::properties)
                .forEach(route -> scopes.put(
                        route.path("RouteKey").asText(),
                        route.at("/AuthorizationScopes/0").asText()));

        assertThat(scopes)
                .isEqualTo(new TreeMap<>(Map.of(
                        "GET /", "",
                        "GET /{proxy+}", "",
                        "POST /{proxy+}", "",
                        "GET /api/agencies/deliveries", "casebridge/agency",
                        "GET /api/agencies/deliveries/{id}", "casebridge/agency",
                        "GET /api/agencies/deliveries/{id}/document", "casebridge/agency",
                        "POST /api/agencies/deliveries/{id}/receipts", "casebridge/agency",
                        "ANY /api/operator/{proxy+}", "casebridge/operator")));
    }

    @Test
    void shouldTakeTokensOfTheMachineClientsAlone() {
        JsonNode authorizer = only("AWS::ApiGatewayV2::Authorizer");

        assertThat(authorizer.path("AuthorizerType").asText()).isEqualTo("JWT");
        assertThat(authorizer
                        .at("/JwtConfiguration/Audience")
                        .valueStream()
                        .map(client -> client.path("Ref").asText()))
                .hasSize(Recipient.values().length + 1)
                .allMatch(client -> client.startsWith("Client"));
        assertThat(authorizer.at("/JwtConfiguration/Issuer").toString()).contains("https://cognito-idp.", "People");
    }

    @Test
    void shouldGiveEachRecipientAClientOfItsOwn() {
        Map<String, JsonNode> clients = synthesis
                .resources("AWS::Cognito::UserPoolClient")
                .map(Resource::properties)
                .filter(client -> client.at("/AllowedOAuthFlows/0").asText().equals("client_credentials"))
                .collect(Collectors.toMap(client -> client.path("ClientName").asText(), client -> client));

        assertThat(clients.keySet())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of(Recipient.values()).map(recipient -> "casebridge-agency-" + recipient.id()),
                                Stream.of("casebridge-operator"))
                        .toList());
        assertThat(clients).allSatisfy((name, client) -> {
            assertThat(client.path("GenerateSecret").asBoolean()).isTrue();
            assertThat(client.path("AllowedOAuthFlows")).hasSize(1);
            assertThat(client.path("AllowedOAuthScopes")).hasSize(1);
            assertThat(client.path("AllowedOAuthScopes").toString())
                    .contains(name.equals("casebridge-operator") ? "/operator" : "/agency");
        });
    }

    @Test
    void shouldSignClerksInByCodeWithoutASecret() {
        JsonNode portal = synthesis
                .resources("AWS::Cognito::UserPoolClient")
                .map(Resource::properties)
                .filter(client -> client.path("ClientName").asText().equals("casebridge-portal"))
                .findFirst()
                .orElseThrow();

        assertThat(portal.path("AllowedOAuthFlows").valueStream().map(JsonNode::asText))
                .containsExactly("code");
        assertThat(portal.path("GenerateSecret").asBoolean(true)).isFalse();
        assertThat(portal.path("CallbackURLs").toString()).contains("ApiEndpoint", "/signed-in");
    }

    @Test
    void shouldAskClerksForASecondFactorAndALongPassword() {
        JsonNode pool = only("AWS::Cognito::UserPool");

        assertThat(pool.path("MfaConfiguration").asText()).isEqualTo("ON");
        assertThat(pool.at("/Policies/PasswordPolicy/MinimumLength").asInt()).isGreaterThanOrEqualTo(14);
        assertThat(pool.at("/AdminCreateUserConfig/AllowAdminCreateUserOnly").asBoolean())
                .isTrue();
    }

    @Test
    void shouldThrottleTheDoor() {
        JsonNode settings = only("AWS::ApiGatewayV2::Stage").path("DefaultRouteSettings");

        assertThat(settings.path("ThrottlingRateLimit").asInt()).isPositive();
        assertThat(settings.path("ThrottlingBurstLimit").asInt()).isPositive();
    }

    @Test
    void shouldLogWhoCameAndNothingTheyAskedFor() {
        String format =
                only("AWS::ApiGatewayV2::Stage").at("/AccessLogSettings/Format").asText();

        assertThat(format)
                .contains("$context.requestId", "$context.routeKey", "$context.status")
                .doesNotContain("$context.path", "querystring", "$request");
    }

    @Test
    void shouldCallTheFunctionsPeopleWaitForByAPublishedVersion() {
        assertThat(synthesis
                        .resources("AWS::ApiGatewayV2::Integration")
                        .map(integration -> integration
                                .properties()
                                .at("/IntegrationUri/Ref")
                                .asText()))
                .hasSize(3)
                .allMatch(target -> synthesis
                        .door()
                        .at("/Resources/" + target + "/Type")
                        .asText()
                        .equals("AWS::Lambda::Alias"));
        assertThat(Synthesis.resources(synthesis.door())
                        .filter(resource -> resource.type().equals("AWS::Lambda::Function")))
                .allMatch(function ->
                        function.properties().at("/SnapStart/ApplyOn").asText().equals("PublishedVersions"));
    }

    private JsonNode only(String type) {
        List<Resource> found = synthesis.resources(type).toList();
        assertThat(found).hasSize(1);
        return found.getFirst().properties();
    }
}
