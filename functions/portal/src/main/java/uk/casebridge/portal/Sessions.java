package uk.casebridge.portal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import uk.casebridge.domain.standing.CourtCode;

/**
 * Keeps sessions and begun sign-ins in sealed cookies. A session lasts an hour after its last use and eight hours at
 * most. Nothing is kept on our side, so a stolen cookie holds until then: the price of needing no table for it.
 */
final class Sessions {

    static final Duration UNUSED = Duration.ofHours(1);
    static final Duration LONGEST = Duration.ofHours(8);
    static final Duration SIGNING_IN = Duration.ofMinutes(15);

    private static final Duration RENEWED_AFTER = Duration.ofMinutes(5);
    private static final String SESSION = "session";
    private static final String SIGN_IN = "sign-in";

    private final Seal seal;
    private final boolean secure;
    private final SecureRandom chance;
    private final Clock clock;

    /** @param secure whether the portal is reached by https, so that cookies must not travel otherwise */
    Sessions(Seal seal, boolean secure, SecureRandom chance, Clock clock) {
        this.seal = seal;
        this.secure = secure;
        this.chance = chance;
        this.clock = clock;
    }

    Session begin(String user, List<CourtCode> courts, boolean reviewer) {
        Instant now = clock.instant();
        return new Session(user, courts, reviewer, secret(), now, now.plus(UNUSED));
    }

    /** The session of a request; empty if there is none, it is not ours or it is over. */
    Optional<Session> of(Request request) {
        return request.cookie(name(SESSION))
                .flatMap(cookie -> seal.open(cookie, SESSION))
                .flatMap(Session::ofText)
                .filter(session -> clock.instant().isBefore(session.expires()));
    }

    /** The cookie that holds a session. */
    String cookie(Session session) {
        return line(
                SESSION, seal.seal(session.toText(), SESSION), Duration.between(clock.instant(), session.expires()));
    }

    /** The cookie that makes a session last on, if it is time to set it again. */
    Optional<String> renewed(Session session) {
        Instant now = clock.instant();
        Instant limit = session.signedInAt().plus(LONGEST);
        Instant wanted = now.plus(UNUSED);
        Instant expires = wanted.isBefore(limit) ? wanted : limit;
        if (expires.isBefore(session.expires().plus(RENEWED_AFTER))) {
            return Optional.empty();
        }
        return Optional.of(cookie(new Session(
                session.user(), session.courts(), session.reviewer(), session.csrf(), session.signedInAt(), expires)));
    }

    /** The cookie that ends the session. */
    String end() {
        return line(SESSION, "", Duration.ZERO);
    }

    String cookie(SignInAttempt attempt) {
        return line(SIGN_IN, seal.seal(attempt.toText(), SIGN_IN), SIGNING_IN);
    }

    Optional<SignInAttempt> attempt(Request request) {
        return request.cookie(name(SIGN_IN))
                .flatMap(cookie -> seal.open(cookie, SIGN_IN))
                .flatMap(SignInAttempt::ofText)
                .filter(attempt -> clock.instant().isBefore(attempt.expires()));
    }

    String endAttempt() {
        return line(SIGN_IN, "", Duration.ZERO);
    }

    SignInAttempt attempt(String next) {
        return new SignInAttempt(
                secret(), secret(), secret(), next, clock.instant().plus(SIGNING_IN));
    }

    /** 256 random bits in 43 letters. */
    private String secret() {
        byte[] bytes = new byte[32];
        chance.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** With the prefix, a browser takes the cookie from this very host over https only, and sends it nowhere else. */
    private String name(String what) {
        return (secure ? "__Host-" : "") + "casebridge-" + what;
    }

    private String line(String what, String value, Duration life) {
        return name(what)
                + "="
                + value
                + "; Path=/; Max-Age="
                + life.toSeconds()
                + "; HttpOnly; SameSite=Lax"
                + (secure ? "; Secure" : "");
    }
}
