package uk.casebridge.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import uk.casebridge.domain.kind.Urgency;
import uk.casebridge.domain.recipient.Recipient;

/**
 * The recipients' queues, first in first out within a case. Each recipient has two lanes, so that what changes custody
 * never waits behind other papers.
 */
public interface RecipientQueues {

    /**
     * Puts a message on a recipient's queue.
     *
     * @param urgency which of its two lanes
     * @param message the body, and nothing personal beside it
     * @throws RecipientAwayException if this queue cannot take it now; others are not concerned
     */
    void send(Recipient recipient, Urgency urgency, Message message) throws RecipientAwayException;

    /** How a recipient's queue stands, both lanes together. */
    Depth depth(Recipient recipient);

    /** A look at the dead letters of a recipient, without taking them off. */
    List<DeadLetter> deadLetters(Recipient recipient, int limit);

    /**
     * Moves dead letters of a recipient back to the lane they came from, in the order of their groups. One that is
     * interrupted may leave a message in both places; its receiver knows it by the delivery id.
     *
     * @param most how many are moved at most; the rest waits for another call
     * @return how many were moved
     * @throws RecipientAwayException if its queue takes no more; what was not moved is still among the dead letters
     */
    int redrive(Recipient recipient, int most) throws RecipientAwayException;

    /**
     * A message as it goes on a queue.
     *
     * @param body the event, JSON
     * @param group deliveries of one group keep their order
     * @param deduplicationId within five minutes a second message with it is dropped by the queue
     */
    record Message(String body, String group, String deduplicationId) {}

    /**
     * How a queue stands.
     *
     * @param waiting messages nobody has taken yet
     * @param inHand messages taken and not yet deleted
     * @param dead dead letters
     * @param oldest how long the oldest waiting message has waited, where the queue tells
     */
    record Depth(long waiting, long inHand, long dead, Optional<Duration> oldest) {}

    /**
     * A message that its consumer gave back too often.
     *
     * @param id the queue's id for it
     * @param body the body
     * @param receives how often it was taken
     */
    record DeadLetter(String id, String body, int receives) {}
}
