package uk.casebridge.agencies;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import uk.casebridge.store.aws.Surroundings;

/** The agencies room: takes what the gateway passes on after it checked the token. */
public final class AgenciesHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final AgenciesService service;

    /** As Lambda makes it. */
    public AgenciesHandler() {
        this(AgenciesWiring.service(Surroundings.here()));
    }

    AgenciesHandler(AgenciesService service) {
        this.service = service;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        AgencyAnswer answer = service.answer(new AgencyRequest(
                event.getRequestContext().getHttp().getMethod(),
                event.getRawPath(),
                clientId(event),
                Optional.ofNullable(event.getQueryStringParameters()).orElse(Map.of()),
                body(event)));
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(answer.status())
                .withHeaders(answer.headers())
                .withBody(answer.body())
                .build();
    }

    private static Optional<String> clientId(APIGatewayV2HTTPEvent event) {
        return Optional.ofNullable(event.getRequestContext().getAuthorizer())
                .map(RequestContext.Authorizer::getJwt)
                .flatMap(jwt -> Optional.ofNullable(jwt.getClaims().get("client_id")));
    }

    private static String body(APIGatewayV2HTTPEvent event) {
        String body = Optional.ofNullable(event.getBody()).orElse("");
        return event.getIsBase64Encoded()
                ? new String(Base64.getMimeDecoder().decode(body), StandardCharsets.UTF_8)
                : body;
    }
}
