package uk.casebridge.local.engine;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.nav.security.mock.oauth2.token.KeyProvider;

/**
 * Tokens of the shape Cognito's have: an access token names its client in {@code client_id} and has no audience, an id
 * token has the client as its audience; both say in {@code token_use} what they are. Source: "Understanding user pool
 * JSON web tokens" in the Amazon Cognito developer guide.
 */
public final class Tokens {
    private final KeyProvider keys;
    private final Clock clock;

    Tokens(KeyProvider keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** An access token for a client that signed in for itself. */
    String clientAccess(String issuer, String client, List<String> scopes, Duration life) {
        return sign(
                issuer,
                claims(issuer, client, "access", life)
                        .claim("client_id", client)
                        .claim("scope", String.join(" ", scopes))
                        .claim("version", 2)
                        .build());
    }

    /** An access token for a person. */
    String personAccess(String issuer, String client, Person person, List<String> scopes, Duration life) {
        return sign(
                issuer,
                claims(issuer, person.subject(), "access", life)
                        .claim("cognito:groups", person.groups())
                        .claim("client_id", client)
                        .claim("scope", String.join(" ", scopes))
                        .claim("username", person.name())
                        .claim("version", 2)
                        .build());
    }

    /** An id token for a person. */
    String personId(String issuer, String client, Person person, Optional<String> nonce, Duration life) {
        JWTClaimsSet.Builder claims = claims(issuer, person.subject(), "id", life)
                .audience(client)
                .claim("cognito:groups", person.groups())
                .claim("cognito:username", person.name())
                .claim("email", person.email())
                .claim("email_verified", true);
        nonce.ifPresent(value -> claims.claim("nonce", value));
        return sign(issuer, claims.build());
    }

    /** The claims of a token of this issuer whose signature is good and which has not expired; else empty. */
    public Optional<JWTClaimsSet> verified(String issuer, String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            boolean good = JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())
                    && jwt.verify(new RSASSAVerifier(key(issuer).toRSAKey()))
                    && issuer.equals(claims.getIssuer())
                    && claims.getExpirationTime() != null
                    && claims.getExpirationTime().toInstant().isAfter(clock.instant());
            return good ? Optional.of(claims) : Optional.empty();
        } catch (ParseException | JOSEException notOurs) {
            return Optional.empty();
        }
    }

    private JWTClaimsSet.Builder claims(String issuer, String subject, String use, Duration life) {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(subject)
                .claim("token_use", use)
                .claim("auth_time", now.getEpochSecond())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)))
                .jwtID(UUID.randomUUID().toString());
    }

    private String sign(String issuer, JWTClaimsSet claims) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key(issuer).getKeyID())
                            .build(),
                    claims);
            jwt.sign(new RSASSASigner(key(issuer).toRSAKey()));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("A token cannot be signed", e);
        }
    }

    /** The key under which the server publishes this issuer's: its last path segment. */
    private com.nimbusds.jose.jwk.JWK key(String issuer) {
        return keys.signingKey(issuer.substring(issuer.lastIndexOf('/') + 1));
    }
}
