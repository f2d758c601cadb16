package uk.casebridge.local.engine;

import java.time.Duration;
import java.util.List;

/**
 * A client of the user pool, as the template declares it.
 *
 * @param id its id
 * @param secret its secret; empty for a public client
 * @param name its name
 * @param flows the OAuth flows it may use
 * @param scopes the scopes it may ask for
 * @param callbacks where a person may be sent back to
 * @param logouts where a person may go after signing out
 * @param accessLife how long its access tokens are good
 * @param idLife how long its id tokens are good
 */
public record SignInClient(
        String id,
        String secret,
        String name,
        List<String> flows,
        List<String> scopes,
        List<String> callbacks,
        List<String> logouts,
        Duration accessLife,
        Duration idLife) {}
