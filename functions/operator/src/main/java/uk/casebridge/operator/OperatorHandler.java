package uk.casebridge.operator;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;

/** The operator room as API Gateway calls it. The gateway has checked the token and its scope. */
public final class OperatorHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final OperatorRoutes routes;

    /** In AWS. */
    public OperatorHandler() {
        this(OperatorWiring.inAws());
    }

    OperatorHandler(OperatorRoutes routes) {
        this.routes = routes;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return answer(event);
    }

    APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event) {
        OperatorAnswer answer = routes.answer(GatewayCall.of(event));
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(answer.status())
                .withHeaders(Map.of("content-type", answer.mediaType(), "cache-control", "no-store"))
                .withBody(answer.body().toString())
                .build();
    }
}
