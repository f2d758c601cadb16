package uk.casebridge.portal;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;

/** The portal's door: the gateway's event in, a page out. */
public final class PortalHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Portal portal;

    /** As AWS makes it: told by its environment. */
    public PortalHandler() {
        this(PortalWiring.portal(PortalSettings.of(System.getenv())));
    }

    PortalHandler(Portal portal) {
        this.portal = portal;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return portal.answer(Request.of(event)).toResponse();
    }
}
