package uk.casebridge.portal;

import java.net.URI;
import java.util.Optional;

/** Where people prove who they are. */
interface IdentityProvider {

    /** The page to send the browser to for a sign-in. */
    URI signInPage(SignInAttempt attempt);

    /**
     * Whom a code stands for.
     *
     * @throws SignInFailedException if the code is not good or the token it gives does not hold
     */
    Identity redeem(String code, SignInAttempt attempt) throws SignInFailedException;

    /** The page that ends the sign-in there too and comes back to a page of ours. */
    Optional<URI> signOutPage(URI back);
}
