package uk.casebridge.events.client;

import java.net.URI;
import java.util.Optional;

/**
 * What an agency needs to know to take its deliveries. AWS credentials and region come from the usual chain of the AWS
 * SDK, which also honours {@code AWS_ENDPOINT_URL_SQS}.
 *
 * @param queue the URL of the ordinary queue
 * @param urgentQueue the URL of the queue of what changes custody
 * @param api the address of the agencies' API, to which paths such as {@code /api/agencies/…} are appended
 * @param tokenEndpoint where access tokens are got by client credentials
 * @param clientId the agency's client id
 * @param clientSecret its secret
 * @param sqsEndpoint where SQS is, if not where the SDK finds it by itself
 */
public record AgencySettings(
        URI queue,
        URI urgentQueue,
        URI api,
        URI tokenEndpoint,
        String clientId,
        String clientSecret,
        Optional<URI> sqsEndpoint) {

    /** The scope an agency asks its token for. */
    public static final String SCOPE = "casebridge/agency";

    @Override
    public String toString() {
        return "AgencySettings[" + clientId + ", secret not shown]";
    }
}
