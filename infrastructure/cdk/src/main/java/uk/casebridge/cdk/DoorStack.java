package uk.casebridge.cdk;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpJwtAuthorizer;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.services.apigatewayv2.AddRoutesOptions;
import software.amazon.awscdk.services.apigatewayv2.CfnRoute;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.apigatewayv2.HttpNoneAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.HttpRoute;
import software.amazon.awscdk.services.apigatewayv2.HttpStage;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cognito.AccountRecovery;
import software.amazon.awscdk.services.cognito.AuthFlow;
import software.amazon.awscdk.services.cognito.CognitoDomainOptions;
import software.amazon.awscdk.services.cognito.FeaturePlan;
import software.amazon.awscdk.services.cognito.Mfa;
import software.amazon.awscdk.services.cognito.MfaSecondFactor;
import software.amazon.awscdk.services.cognito.OAuthFlows;
import software.amazon.awscdk.services.cognito.OAuthScope;
import software.amazon.awscdk.services.cognito.OAuthSettings;
import software.amazon.awscdk.services.cognito.PasswordPolicy;
import software.amazon.awscdk.services.cognito.ResourceServerScope;
import software.amazon.awscdk.services.cognito.SignInAliases;
import software.amazon.awscdk.services.cognito.StandardThreatProtectionMode;
import software.amazon.awscdk.services.cognito.UserPool;
import software.amazon.awscdk.services.cognito.UserPoolClient;
import software.amazon.awscdk.services.cognito.UserPoolClientIdentityProvider;
import software.amazon.awscdk.services.cognito.UserPoolDomain;
import software.amazon.awscdk.services.cognito.UserPoolDomainOptions;
import software.amazon.awscdk.services.cognito.UserPoolGroup;
import software.amazon.awscdk.services.cognito.UserPoolResourceServer;
import software.amazon.awscdk.services.cognito.UserPoolResourceServerOptions;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;
import uk.casebridge.domain.recipient.Recipient;

/** How people and agencies come in: the HTTP API, the sign-in, and the functions that answer. */
public final class DoorStack extends Stack {

    private final CoreStack core;
    private final UserPool people;
    private final UserPoolResourceServer server;
    private final Map<Routes.Scope, ResourceServerScope> scopes = new EnumMap<>(Routes.Scope.class);

    DoorStack(
            Construct scope,
            String id,
            StackProps props,
            CoreStack core,
            Deployables deployables,
            Deployment deployment) {
        super(scope, id, props);
        this.core = core;
        people = people();
        UserPoolDomain signIn = people.addDomain(
                "SignIn",
                UserPoolDomainOptions.builder()
                        .cognitoDomain(CognitoDomainOptions.builder()
                                .domainPrefix(deployment.signInDomain().orElse("casebridge-" + Aws.ACCOUNT_ID))
                                .build())
                        .build());
        server = server();
        HttpApi api = HttpApi.Builder.create(this, "Api")
                .apiName("casebridge")
                .description("Casebridge: the portal, the agencies' and the operators' API")
                .createDefaultStage(false)
                .build();
        stage(api);
        UserPoolClient portalClient = portalClient(api);
        Map<Recipient, UserPoolClient> agencyClients = new EnumMap<>(Recipient.class);
        for (Recipient recipient : Recipient.values()) {
            agencyClients.put(recipient, machine("Agency-" + recipient.id(), Routes.Scope.AGENCY));
        }
        UserPoolClient operatorClient = machine("Operator", Routes.Scope.OPERATOR);
        String issuer = "https://cognito-idp." + Aws.REGION + "." + Aws.URL_SUFFIX + "/" + people.getUserPoolId();

        Map<Room, RoomFunction> rooms = new EnumMap<>(Room.class);
        rooms.put(
                Room.PORTAL,
                portal(
                        deployables,
                        Map.of(
                                Setting.OIDC_ISSUER, issuer,
                                Setting.OIDC_CLIENT, portalClient.getUserPoolClientId(),
                                Setting.PORTAL_URL, api.getApiEndpoint())));
        rooms.put(
                Room.AGENCIES,
                agencies(
                        deployables,
                        agencyClients.entrySet().stream()
                                .map(client -> client.getValue().getUserPoolClientId() + "="
                                        + client.getKey().id())
                                .collect(Collectors.joining(","))));
        rooms.put(Room.OPERATOR, operator(deployables, operatorClient.getUserPoolClientId()));

        List<String> audience = new ArrayList<>();
        agencyClients.values().forEach(client -> audience.add(client.getUserPoolClientId()));
        audience.add(operatorClient.getUserPoolClientId());
        HttpJwtAuthorizer tokens = HttpJwtAuthorizer.Builder.create("Tokens", issuer)
                .jwtAudience(audience)
                .build();
        routes(api, rooms, tokens);
        watch(api);

        output("PortalUrl", "Where clerks begin", api.getApiEndpoint());
        output("SignInUrl", "The host of the sign-in pages and of the token endpoint", signIn.baseUrl());
        output("PeoplePool", "The user pool clerks are entered in", people.getUserPoolId());
    }

    private UserPool people() {
        UserPool pool = UserPool.Builder.create(this, "People")
                .selfSignUpEnabled(false)
                .signInAliases(
                        SignInAliases.builder().username(true).email(true).build())
                .signInCaseSensitive(false)
                .mfa(Mfa.REQUIRED)
                .mfaSecondFactor(MfaSecondFactor.builder().otp(true).sms(false).build())
                .passwordPolicy(PasswordPolicy.builder()
                        .minLength(14)
                        .requireLowercase(true)
                        .requireUppercase(true)
                        .requireDigits(true)
                        .requireSymbols(true)
                        .tempPasswordValidity(Duration.days(3))
                        .build())
                .accountRecovery(AccountRecovery.EMAIL_ONLY)
                .featurePlan(FeaturePlan.PLUS)
                .standardThreatProtectionMode(StandardThreatProtectionMode.FULL_FUNCTION)
                .deletionProtection(true)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        UserPoolGroup.Builder.create(this, "Clerks")
                .userPool(pool)
                .groupName("clerk")
                .description("May use the portal; a second group, court-<code>, says for which court house")
                .build();
        UserPoolGroup.Builder.create(this, "Reviewers")
                .userPool(pool)
                .groupName("reviewer")
                .description("May decide at the review desk, for the court houses of their court-<code> groups")
                .build();
        return pool;
    }

    private UserPoolResourceServer server() {
        for (Routes.Scope scope : Routes.Scope.values()) {
            scopes.put(
                    scope,
                    ResourceServerScope.Builder.create()
                            .scopeName(scope.id())
                            .scopeDescription(scope.description())
                            .build());
        }
        return people.addResourceServer(
                "Casebridge",
                UserPoolResourceServerOptions.builder()
                        .identifier("casebridge")
                        .userPoolResourceServerName("Casebridge")
                        .scopes(List.copyOf(scopes.values()))
                        .build());
    }

    private UserPoolClient portalClient(HttpApi api) {
        return UserPoolClient.Builder.create(this, "PortalClient")
                .userPool(people)
                .userPoolClientName("casebridge-portal")
                // A code with a proof key needs no secret, and one in a function's settings is no secret.
                .generateSecret(false)
                .oAuth(OAuthSettings.builder()
                        .flows(OAuthFlows.builder().authorizationCodeGrant(true).build())
                        .scopes(List.of(OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE))
                        .callbackUrls(List.of(api.getApiEndpoint() + "/signed-in"))
                        .logoutUrls(List.of(api.getApiEndpoint() + "/"))
                        .build())
                .authFlows(AuthFlow.builder().build())
                .supportedIdentityProviders(List.of(UserPoolClientIdentityProvider.COGNITO))
                .preventUserExistenceErrors(true)
                .enableTokenRevocation(true)
                .accessTokenValidity(Duration.minutes(60))
                .idTokenValidity(Duration.minutes(60))
                .refreshTokenValidity(Duration.hours(10))
                .build();
    }

    private UserPoolClient machine(String id, Routes.Scope scope) {
        return UserPoolClient.Builder.create(this, "Client-" + id)
                .userPool(people)
                .userPoolClientName("casebridge-" + id.toLowerCase(Locale.ROOT))
                .generateSecret(true)
                .oAuth(OAuthSettings.builder()
                        .flows(OAuthFlows.builder().clientCredentials(true).build())
                        .scopes(List.of(OAuthScope.resourceServer(server, Objects.requireNonNull(scopes.get(scope)))))
                        .build())
                // Each token costs as much as reading ten papers, so a client keeps one for an hour.
                .accessTokenValidity(Duration.minutes(60))
                .enableTokenRevocation(true)
                .build();
    }

    private void stage(HttpApi api) {
        HttpStage stage = HttpStage.Builder.create(this, "Stage")
                .httpApi(api)
                .stageName("$default")
                .autoDeploy(true)
                .throttle(ThrottleSettings.builder()
                        .rateLimit(100)
                        .burstLimit(200)
                        .build())
                .build();
        LogGroup log = LogGroup.Builder.create(this, "AccessLog")
                .retention(RetentionDays.THIRTEEN_MONTHS)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        CfnStage resource = Resources.under(stage, CfnStage.class);
        // Who and what, never the query or the body: those may hold names.
        resource.setAccessLogSettings(CfnStage.AccessLogSettingsProperty.builder()
                .destinationArn(log.getLogGroupArn())
                .format(
                        "{\"requestId\":\"$context.requestId\",\"time\":\"$context.requestTime\","
                                + "\"ip\":\"$context.identity.sourceIp\",\"route\":\"$context.routeKey\","
                                + "\"status\":\"$context.status\",\"client\":\"$context.authorizer.claims.client_id\","
                                + "\"bytes\":\"$context.responseLength\",\"milliseconds\":\"$context.responseLatency\","
                                + "\"error\":\"$context.error.message\",\"integrationError\":\"$context.integrationErrorMessage\"}")
                .build());
    }

    private RoomFunction portal(Deployables deployables, Map<Setting, String> settings) {
        RoomFunction room = core.room(this, Room.PORTAL, deployables, settings);
        core.receivesUploads(room);
        core.fetchesOriginals(room);
        core.fetchesEvidence(room);
        core.wakesExtract(room);
        room.watch(core.alarms(), Alarms.Concern.OPERATIONS);
        return room;
    }

    private RoomFunction agencies(Deployables deployables, String clients) {
        RoomFunction room = core.room(this, Room.AGENCIES, deployables, Map.of(Setting.AGENCY_CLIENTS, clients));
        core.fetchesOriginals(room);
        core.fetchesEvidence(room);
        room.watch(core.alarms(), Alarms.Concern.CUSTODY);
        return room;
    }

    private RoomFunction operator(Deployables deployables, String clients) {
        RoomFunction room = core.room(this, Room.OPERATOR, deployables, Map.of(Setting.OPERATOR_CLIENTS, clients));
        core.receivesUploads(room);
        core.fetchesEvidence(room);
        core.sendsToRecipients(room, "Recipients");
        core.redrivesDeadLetters(room);
        core.importsStandingData(room);
        core.wakesRooms(room);
        room.watch(core.alarms(), Alarms.Concern.OPERATIONS);
        return room;
    }

    private void routes(HttpApi api, Map<Room, RoomFunction> rooms, HttpJwtAuthorizer tokens) {
        Map<Room, HttpLambdaIntegration> integrations = new EnumMap<>(Room.class);
        rooms.forEach(
                (room, function) -> integrations.put(room, new HttpLambdaIntegration(room.title(), function.called())));
        for (Routes.Route route : Routes.ALL) {
            AddRoutesOptions.Builder options = AddRoutesOptions.builder()
                    .path(route.path())
                    .methods(List.of(HttpMethod.valueOf(route.method())))
                    .integration(integrations.get(route.room()));
            route.scope()
                    .ifPresentOrElse(
                            scope -> options.authorizer(tokens).authorizationScopes(List.of(scope.full())),
                            () -> options.authorizer(new HttpNoneAuthorizer()));
            for (HttpRoute made : api.addRoutes(options.build())) {
                if (route.scope().isEmpty()) {
                    Explained.publicRoute(Resources.under(made, CfnRoute.class));
                }
            }
        }
    }

    private void watch(HttpApi api) {
        core.alarms()
                .ring(
                        this,
                        "DoorErrors",
                        api.metricServerError(MetricOptions.builder()
                                .statistic("Sum")
                                .period(Duration.minutes(5))
                                .build()),
                        Alarms.Limit.atLeast(1),
                        Alarms.Concern.OPERATIONS,
                        "The API answered a request with an error of its own.",
                        Runbook.DOOR_ERRORS);
    }

    private void output(String id, String description, String value) {
        CfnOutput.Builder.create(this, id).description(description).value(value).build();
    }
}
