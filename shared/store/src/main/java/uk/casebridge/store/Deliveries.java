package uk.casebridge.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.delivery.DeliveryId;
import uk.casebridge.domain.delivery.DeliveryState;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.record.RecordId;

/** The deliveries of the table, which are the outbox too. They are written with their record version; here they move on. */
public interface Deliveries {

    Optional<Delivery> find(DeliveryId id);

    List<Delivery> of(PaperId paper);

    /** The deliveries of every version of a record. */
    List<Delivery> of(RecordId record);

    /**
     * Moves a delivery on, if its state and attempts still are as they were read.
     *
     * @return false if someone else moved it meanwhile; nothing is written then
     */
    boolean move(Delivery from, Delivery to, AuditEntry entry);

    /**
     * Pending deliveries whose next attempt is due, the longest first, found by an index.
     *
     * @param limit how many at most of each recipient's lane, so that one that is away hides nobody else's
     */
    List<Delivery> due(Instant now, int limit);

    /**
     * Deliveries sent whose receipt is late, the latest first, found by an index.
     *
     * @param limit how many at most of each recipient's lane, so that ordinary ones never hide an urgent one
     */
    List<Delivery> overdue(Instant now, int limit);

    /**
     * Deliveries received whose acknowledgement, or whose confirmation of a deletion, is late, the latest first, found by
     * an index.
     *
     * @param limit how many at most of each recipient's lane
     */
    List<Delivery> unconfirmed(Instant now, int limit);

    /**
     * Deliveries that no place was found for, the oldest first, found by an index.
     *
     * @param limit how many at most of each recipient's lane
     */
    List<Delivery> unplaced(int limit);

    /** A recipient's deliveries in a state, the oldest first. */
    Page<Delivery> of(Recipient recipient, DeliveryState state, Optional<String> cursor, int limit);
}
