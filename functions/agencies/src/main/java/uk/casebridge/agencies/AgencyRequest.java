package uk.casebridge.agencies;

import java.util.Map;
import java.util.Optional;

/**
 * What an agency asks, freed of the gateway's form.
 *
 * @param method {@code GET} or {@code POST}
 * @param path the path, from {@code /api/agencies}
 * @param clientId the client its token was given to; empty if the gateway checked no token
 * @param query the query's parameters
 * @param body the body, empty if there is none
 */
record AgencyRequest(String method, String path, Optional<String> clientId, Map<String, String> query, String body) {}
