package uk.casebridge.portal;

import java.time.Instant;
import java.util.Optional;

/**
 * A sign-in that was begun and has not come back yet.
 *
 * @param state what the answer must bring back, so that nobody can sign a clerk in as someone else
 * @param nonce what the token must hold, so that no other sign-in's token fits
 * @param verifier the proof that who redeems the code is who asked for it (PKCE, RFC 7636), 43 letters
 * @param next the page the clerk wanted
 * @param expires until when it may come back
 */
record SignInAttempt(String state, String nonce, String verifier, String next, Instant expires) {

    String toText() {
        return String.join("\n", state, nonce, verifier, next, Long.toString(expires.getEpochSecond()));
    }

    static Optional<SignInAttempt> ofText(String text) {
        String[] lines = text.split("\n", -1);
        return lines.length == 5
                ? Optional.of(new SignInAttempt(
                        lines[0], lines[1], lines[2], lines[3], Instant.ofEpochSecond(Long.parseLong(lines[4]))))
                : Optional.empty();
    }
}
