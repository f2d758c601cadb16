package uk.casebridge.portal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID Connect provider found by its issuer's discovery document, such as a Cognito user pool: authorisation code
 * flow with PKCE as a public client. The ID token's signature, issuer, audience, nonce and expiry are checked against
 * the provider's published keys.
 */
final class OidcProvider implements IdentityProvider {

    private static final int TIMEOUT = (int) Duration.ofSeconds(5).toMillis();
    private static final int LARGEST_KEY_SET = 200_000;

    private final Issuer issuer;
    private final ClientID client;
    private final URI back;
    private @Nullable Found found;

    /** What the discovery document says, and the validator with its cache of keys. */
    private record Found(OIDCProviderMetadata provider, IDTokenValidator validator) {}

    /** @param back the page of ours that a sign-in comes back to */
    OidcProvider(URI issuer, String client, URI back) {
        this.issuer = new Issuer(issuer);
        this.client = new ClientID(client);
        this.back = back;
    }

    @Override
    public URI signInPage(SignInAttempt attempt) {
        return new AuthenticationRequest.Builder(
                        new ResponseType(ResponseType.Value.CODE), new Scope("openid"), client, back)
                .endpointURI(found().provider().getAuthorizationEndpointURI())
                .state(new State(attempt.state()))
                .nonce(new Nonce(attempt.nonce()))
                .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    @Override
    public Identity redeem(String code, SignInAttempt attempt) throws SignInFailedException {
        Found at = found();
        try {
            HTTPRequest request = new TokenRequest.Builder(
                            at.provider().getTokenEndpointURI(),
                            client,
                            new AuthorizationCodeGrant(
                                    new AuthorizationCode(code), back, new CodeVerifier(attempt.verifier())))
                    .build()
                    .toHTTPRequest();
            request.setConnectTimeout(TIMEOUT);
            request.setReadTimeout(TIMEOUT);
            HTTPResponse response = request.send();
            if (!response.indicatesSuccess()) {
                throw new SignInFailedException("The token endpoint answered " + response.getStatusCode());
            }
            OIDCTokenResponse tokens = (OIDCTokenResponse) OIDCTokenResponseParser.parse(response);
            return identity(at.validator().validate(tokens.getOIDCTokens().getIDToken(), new Nonce(attempt.nonce())));
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw new SignInFailedException("The token does not hold: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("The identity provider is away", e);
        }
    }

    @Override
    public Optional<URI> signOutPage(URI to) {
        // The standard names the parameter post_logout_redirect_uri, Cognito logout_uri; each ignores the other's.
        return Optional.ofNullable(found().provider().getEndSessionEndpointURI())
                .map(page -> URI.create(page
                        + (page.getQuery() == null ? "?" : "&")
                        + "client_id="
                        + encoded(client.getValue())
                        + "&post_logout_redirect_uri="
                        + encoded(to.toString())
                        + "&logout_uri="
                        + encoded(to.toString())));
    }

    private Identity identity(IDTokenClaimsSet token) throws SignInFailedException {
        String use = token.getStringClaim("token_use");
        if (use != null && !use.equals("id")) {
            throw new SignInFailedException("The token is not an ID token");
        }
        List<String> groups = token.getStringListClaim("cognito:groups");
        String user = Stream.of("cognito:username", "preferred_username", "email")
                .flatMap(claim -> Stream.ofNullable(token.getStringClaim(claim)))
                .findFirst()
                .orElse(token.getSubject().getValue());
        return new Identity(user, groups == null ? List.of() : groups);
    }

    /** Found at the first use, so that a function starts even while the provider is away. */
    private synchronized Found found() {
        Found known = found;
        if (known != null) {
            return known;
        }
        try {
            OIDCProviderMetadata provider = OIDCProviderMetadata.resolve(issuer, TIMEOUT, TIMEOUT);
            Found now = new Found(
                    provider,
                    new IDTokenValidator(
                            issuer,
                            client,
                            JWSAlgorithm.RS256,
                            provider.getJWKSetURI().toURL(),
                            new DefaultResourceRetriever(TIMEOUT, TIMEOUT, LARGEST_KEY_SET)));
            found = now;
            return now;
        } catch (GeneralException e) {
            throw new IllegalStateException("The identity provider's discovery document is not usable", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The identity provider is away", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
