package uk.casebridge.sweep;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.util.Map;

/** The sweep as the schedule calls it; the answer says what each part found. */
public final class SweepHandler implements RequestHandler<ScheduledEvent, Map<String, Integer>> {

    private final SweepService service;

    /** In AWS. */
    public SweepHandler() {
        this(SweepWiring.inAws());
    }

    SweepHandler(SweepService service) {
        this.service = service;
    }

    @Override
    public Map<String, Integer> handleRequest(ScheduledEvent event, Context context) {
        return service.sweep();
    }
}
