package uk.casebridge.local.resource;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import uk.casebridge.local.engine.SignInClient;
import uk.casebridge.local.engine.SignInEngine;
import uk.casebridge.local.template.AddressBook;
import uk.casebridge.local.template.Properties;
import uk.casebridge.local.template.Resolver;
import uk.casebridge.local.template.Resource;

/** The Cognito user pool and its clients. */
public final class SignIns implements Family {
    private static final String PEOPLE = "the people of the local house are its own, and have no passwords";
    private static final Map<String, Map<String, String>> IGNORED = Map.of(
            "AWS::Cognito::UserPool",
                    Map.ofEntries(
                            Map.entry("AccountRecoverySetting", PEOPLE),
                            Map.entry("AdminCreateUserConfig", PEOPLE),
                            Map.entry("AliasAttributes", PEOPLE),
                            Map.entry("AutoVerifiedAttributes", PEOPLE),
                            Map.entry("DeletionProtection", PEOPLE),
                            Map.entry("EmailVerificationMessage", PEOPLE),
                            Map.entry("EmailVerificationSubject", PEOPLE),
                            Map.entry("EnabledMfas", PEOPLE),
                            Map.entry("MfaConfiguration", PEOPLE),
                            Map.entry("Policies", PEOPLE),
                            Map.entry("Schema", PEOPLE),
                            Map.entry("SmsVerificationMessage", PEOPLE),
                            Map.entry("UserPoolAddOns", PEOPLE),
                            Map.entry("UserPoolName", PEOPLE),
                            Map.entry("UserPoolTier", PEOPLE),
                            Map.entry("UsernameAttributes", PEOPLE),
                            Map.entry("UsernameConfiguration", PEOPLE),
                            Map.entry("UserAttributeUpdateSettings", PEOPLE),
                            Map.entry("VerificationMessageTemplate", PEOPLE)),
            "AWS::Cognito::UserPoolClient",
                    Map.of(
                            "AllowedOAuthFlowsUserPoolClient",
                            "every client here uses OAuth",
                            "EnableTokenRevocation",
                            "tokens are gone with the house",
                            "ExplicitAuthFlows",
                            PEOPLE,
                            "PreventUserExistenceErrors",
                            PEOPLE,
                            "ReadAttributes",
                            PEOPLE,
                            "RefreshTokenValidity",
                            "the local house gives no refresh tokens",
                            "TokenValidityUnits.RefreshToken",
                            "the local house gives no refresh tokens",
                            "SupportedIdentityProviders",
                            PEOPLE),
            "AWS::Cognito::UserPoolResourceServer",
                    Map.of("Name", "only a name", "Scopes", "a client's own scopes say what it may ask for"),
            "AWS::Cognito::UserPoolGroup", Map.of("Description", PEOPLE, "GroupName", PEOPLE, "Precedence", PEOPLE),
            "AWS::Cognito::UserPoolDomain", Map.of("ManagedLoginVersion", "the sign-in page is the local house's own"));

    private final SignInEngine engine;
    private final AddressBook addresses;
    private final SecureRandom random = new SecureRandom();

    public SignIns(SignInEngine engine, AddressBook addresses) {
        this.engine = engine;
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
        return switch (resource.type()) {
            case "AWS::Cognito::UserPool" -> {
                String id = Resolver.REGION + "_" + resource.id();
                yield new Made(
                        id,
                        Map.of(
                                "Arn",
                                Names.arn("cognito-idp", "userpool/" + id),
                                "UserPoolId",
                                id,
                                "ProviderName",
                                "cognito-idp." + Resolver.REGION + ".amazonaws.com/" + id,
                                "ProviderURL",
                                engine.address() + "/" + id));
            }
            case "AWS::Cognito::UserPoolClient" -> client(properties);
            default -> {
                properties.required("UserPoolId");
                yield new Made(
                        properties
                                .text("Identifier")
                                .or(() -> properties.text("Domain"))
                                .orElse(resource.id()),
                        Map.of());
            }
        };
    }

    private Made client(Properties properties) {
        properties.required("UserPoolId");
        String name = properties.required("ClientName");
        Properties units = properties.part("TokenValidityUnits");
        SignInClient client = new SignInClient(
                name + "-" + random(40),
                properties.flag("GenerateSecret") ? random(160) : "",
                name,
                properties.texts("AllowedOAuthFlows"),
                properties.texts("AllowedOAuthScopes"),
                properties.texts("CallbackURLs").stream().map(addresses::local).toList(),
                properties.texts("LogoutURLs").stream().map(addresses::local).toList(),
                life(
                        properties.number("AccessTokenValidity"),
                        units.text("AccessToken").orElse("hours")),
                life(properties.number("IdTokenValidity"), units.text("IdToken").orElse("hours")));
        engine.register(client);
        return new Made(client.id(), Map.of("ClientId", client.id(), "ClientSecret", client.secret(), "Name", name));
    }

    private static Duration life(OptionalInt value, String unit) {
        return value.isEmpty()
                ? Duration.ofHours(1)
                : Duration.of(value.getAsInt(), ChronoUnit.valueOf(unit.toUpperCase(Locale.ROOT)));
    }

    private String random(int bits) {
        return new BigInteger(bits, random).toString(36);
    }
}
