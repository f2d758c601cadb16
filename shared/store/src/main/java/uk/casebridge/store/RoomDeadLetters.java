package uk.casebridge.store;

import java.util.List;
import uk.casebridge.store.RecipientQueues.DeadLetter;

/** What the rooms gave back too often to their own queues: uploads that could not be taken in, pages that could not be drawn. */
public interface RoomDeadLetters {

    /** About how many there are. */
    long count(RoomQueue queue);

    /** A look at them, without taking them off. */
    List<DeadLetter> look(RoomQueue queue, int limit);

    /**
     * Puts them back on the room's queue. One that is interrupted may leave a message in both places; a room that is
     * called twice does its work once.
     *
     * @param most how many at most; the rest waits for another call
     * @return how many were moved
     */
    int redrive(RoomQueue queue, int most);
}
