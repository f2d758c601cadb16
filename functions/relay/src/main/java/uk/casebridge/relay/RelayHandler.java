package uk.casebridge.relay;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.casebridge.store.aws.Surroundings;

/**
 * The relay room: wakes on pending deliveries in the table's stream. The first record whose work fails ends the batch,
 * since the stream comes back from there and the deliveries of a case must keep their order:
 * https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html
 */
public final class RelayHandler implements RequestHandler<DynamodbEvent, StreamsEventResponse> {

    private static final Logger LOG = LoggerFactory.getLogger(RelayHandler.class);

    private final RelayService service;

    /** As Lambda makes it. */
    public RelayHandler() {
        this(RelayWiring.service(Surroundings.here()));
    }

    RelayHandler(RelayService service) {
        this.service = service;
    }

    @Override
    public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
        for (DynamodbStreamRecord streamed : event.getRecords()) {
            try {
                service.wake(requireNonNull(streamed.getDynamodb().getKeys().get("sk"))
                        .getS());
            } catch (RuntimeException e) {
                // The message of an exception may quote the table, so only its class is logged.
                LOG.error("The table failed the relay: {}", e.getClass().getName());
                return new StreamsEventResponse(
                        List.of(new BatchItemFailure(streamed.getDynamodb().getSequenceNumber())));
            }
        }
        return new StreamsEventResponse(List.of());
    }
}
