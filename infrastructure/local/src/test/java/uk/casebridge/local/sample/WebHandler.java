package uk.casebridge.local.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Map;

/** Says what it was asked. */
public class WebHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        if (event.getRawPath().endsWith("/sleep")) {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        String client = event.getRequestContext().getAuthorizer() == null
                ? "nobody"
                : event.getRequestContext().getAuthorizer().getJwt().getClaims().get("client_id");
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(200)
                .withHeaders(Map.of("Content-Type", "text/plain"))
                .withCookies(List.of("one=1", "two=2"))
                .withBody(event.getRouteKey() + " " + event.getPathParameters() + " " + event.getCookies() + " "
                        + event.getIsBase64Encoded() + " " + event.getBody() + " " + client)
                .build();
    }
}
