package uk.casebridge.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What tokens the portal takes from a provider, tried on a real one on loopback. */
class OidcProviderIT {

    private static final URI BACK = URI.create("http://127.0.0.1:1/signed-in");

    private final MockOAuth2Server server = new MockOAuth2Server();

    @BeforeEach
    void start() throws Exception {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void stop() {
        server.shutdown();
    }

    @Test
    void shouldTakeTheUserAndTheGroupsFromAGoodToken() throws Exception {
        next(3600, Map.of("cognito:username", "clerk.bexley", "cognito:groups", List.of("clerk", "court-B01BH00")));

        Identity identity = signIn(attempt("nonce-1"), attempt("nonce-1"));

        assertThat(identity.user()).isEqualTo("clerk.bexley");
        assertThat(identity.isClerk()).isTrue();
        assertThat(identity.courts()).containsExactly(World.BEXLEY);
    }

    @Test
    void shouldRefuseATokenOfAnotherSignIn() {
        next(3600, Map.of());

        assertThatThrownBy(() -> signIn(attempt("nonce-1"), attempt("nonce-2")))
                .isInstanceOf(SignInFailedException.class);
    }

    @Test
    void shouldRefuseATokenThatIsOver() {
        next(-3600, Map.of());

        assertThatThrownBy(() -> signIn(attempt("nonce-1"), attempt("nonce-1")))
                .isInstanceOf(SignInFailedException.class);
    }

    @Test
    void shouldRefuseAnAccessToken() {
        next(3600, Map.of("token_use", "access"));

        assertThatThrownBy(() -> signIn(attempt("nonce-1"), attempt("nonce-1")))
                .isInstanceOf(SignInFailedException.class);
    }

    @Test
    void shouldRefuseATokenOfAnotherIssuer() {
        next(3600, Map.of("iss", "https://evil.example"));

        assertThatThrownBy(() -> signIn(attempt("nonce-1"), attempt("nonce-1")))
                .isInstanceOf(SignInFailedException.class);
    }

    @Test
    void shouldRefuseATokenForAnotherClient() {
        next(3600, Map.of("aud", List.of("another-client")));

        assertThatThrownBy(() -> signIn(attempt("nonce-1"), attempt("nonce-1")))
                .isInstanceOf(SignInFailedException.class);
    }

    @Test
    void shouldRefuseACodeThatNobodyGave() {
        assertThatThrownBy(() -> provider().redeem("made-up", attempt("nonce-1")))
                .isInstanceOf(SignInFailedException.class);
    }

    private OidcProvider provider() {
        return new OidcProvider(server.issuerUrl("casebridge").uri(), "casebridge-portal", BACK);
    }

    private void next(long lifeInSeconds, Map<String, Object> claims) {
        server.enqueueCallback(
                new DefaultOAuth2TokenCallback("casebridge", "c0ffee", "JWT", null, claims, lifeInSeconds));
    }

    /** Begins with one attempt, comes back with another. */
    private Identity signIn(SignInAttempt begun, SignInAttempt back) throws Exception {
        OidcProvider provider = provider();
        try (HttpClient browser = HttpClient.newHttpClient()) {
            HttpResponse<Void> answer = browser.send(
                    HttpRequest.newBuilder(provider.signInPage(begun)).build(), HttpResponse.BodyHandlers.discarding());
            URI location = URI.create(answer.headers().firstValue("location").orElseThrow());
            String code = location.getQuery().replaceAll(".*\\bcode=([^&]*).*", "$1");
            return provider.redeem(code, back);
        }
    }

    private static SignInAttempt attempt(String nonce) {
        return new SignInAttempt(
                "the-state",
                nonce,
                "a-verifier-of-at-least-forty-three-letters-0123456789",
                "/papers",
                Instant.now().plusSeconds(60));
    }
}
