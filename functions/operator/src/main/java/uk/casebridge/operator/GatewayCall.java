package uk.casebridge.operator;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a call out of the gateway's event, payload 2.0. */
final class GatewayCall {

    private static final String PREFIX = "/api/operator/";

    private GatewayCall() {}

    static OperatorCall of(APIGatewayV2HTTPEvent event) {
        Map<String, String> claims =
                event.getRequestContext().getAuthorizer().getJwt().getClaims();
        String client = claims.getOrDefault("client_id", "");
        return new OperatorCall(
                client,
                claims.getOrDefault("username", client),
                event.getRequestContext().getHttp().getMethod(),
                path(event.getRawPath()),
                Optional.ofNullable(event.getQueryStringParameters()).orElse(Map.of()),
                body(event));
    }

    private static List<String> path(String raw) {
        String rest = raw.startsWith(PREFIX) ? raw.substring(PREFIX.length()) : raw;
        return Arrays.stream(rest.split("/", -1))
                .map(part -> URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
    }

    private static String body(APIGatewayV2HTTPEvent event) {
        String body = Optional.ofNullable(event.getBody()).orElse("");
        return event.getIsBase64Encoded() ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8) : body;
    }
}
