package uk.casebridge.events.client;

import java.io.IOException;
import java.util.Optional;
import uk.casebridge.events.DeliveryEvent;

/** The agency's own side: what it does with a delivery. */
@FunctionalInterface
public interface Inbox {

    /**
     * Stores a delivery. When this returns, the client says "received" and takes the message off the queue; acting on
     * it comes later and is said by {@link AgencyClient#actioned}; that a recalled paper was deleted by {@link
     * AgencyClient#deleted}. The same delivery may come again after a crash, so
     * storing it twice must do no harm.
     *
     * @param event the delivery, valid by its schema
     * @param document the paper; empty if the agency is not entitled to it
     * @throws CannotTakeException if the agency cannot take it and a person must see to it: it is sent back
     * @throws IOException if it could not be stored now: the message comes again by itself
     */
    void take(DeliveryEvent event, Optional<FetchedDocument> document) throws CannotTakeException, IOException;
}
