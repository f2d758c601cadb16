package uk.casebridge.agencies;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.store.MemoryMetrics;
import uk.casebridge.store.memory.MemoryStore;

final class AgenciesHandlerTest {

    private static final Context NO_CONTEXT = (Context) Proxy.newProxyInstance(
            Context.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, arguments) -> {
                throw new UnsupportedOperationException(method.getName());
            });

    private final AgenciesHandler handler = new AgenciesHandler(new AgenciesService(
            new MemoryStore(Clock.systemUTC()),
            Map.of("abc", Recipient.PRISON),
            new MemoryMetrics(),
            Clock.systemUTC()));

    @Test
    void shouldKnowTheCallerByTheClientOfItsToken() {
        assertThat(answer(Map.of("client_id", "abc")).getStatusCode()).isEqualTo(200);
        assertThat(answer(Map.of("client_id", "other")).getStatusCode()).isEqualTo(403);
    }

    @Test
    void shouldRefuseWhatTheGatewayPassedOnWithoutAClient() {
        assertThat(answer(Map.of()).getStatusCode()).isEqualTo(401);

        APIGatewayV2HTTPEvent bare = event();
        bare.setRequestContext(RequestContext.builder().withHttp(get()).build());
        assertThat(handler.handleRequest(bare, NO_CONTEXT).getStatusCode()).isEqualTo(401);
    }

    private APIGatewayV2HTTPResponse answer(Map<String, String> claims) {
        APIGatewayV2HTTPEvent event = event();
        event.setRequestContext(RequestContext.builder()
                .withHttp(get())
                .withAuthorizer(RequestContext.Authorizer.builder()
                        .withJwt(RequestContext.Authorizer.JWT
                                .builder()
                                .withClaims(claims)
                                .build())
                        .build())
                .build());
        return handler.handleRequest(event, NO_CONTEXT);
    }

    private static RequestContext.Http get() {
        return RequestContext.Http.builder().withMethod("GET").build();
    }

    private static APIGatewayV2HTTPEvent event() {
        return APIGatewayV2HTTPEvent.builder()
                .withRawPath("/api/agencies/deliveries")
                .build();
    }
}
