package uk.casebridge.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.casebridge.store.RecipientQueues.DeadLetter;
import uk.casebridge.store.RoomDeadLetters;
import uk.casebridge.store.RoomQueue;

/** What the dead letters of the rooms' own queues keep to. */
public abstract class RoomDeadLettersContract {

    protected abstract RoomDeadLetters letters();

    /** Makes all queues empty. */
    protected abstract void clear();

    /** Puts a message among a room's dead letters. */
    protected abstract void bury(RoomQueue queue, String body);

    /** The bodies that wait on a room's own queue. */
    protected abstract List<String> waiting(RoomQueue queue);

    @BeforeEach
    void empty() {
        clear();
    }

    @Test
    void shouldShowThemWithoutTakingThemOff() {
        bury(RoomQueue.EXTRACT_URGENT, "one");

        assertThat(letters().look(RoomQueue.EXTRACT_URGENT, 10))
                .extracting(DeadLetter::body)
                .containsExactly("one");
        assertThat(letters().look(RoomQueue.EXTRACT_URGENT, 10)).hasSize(1);
        assertThat(letters().count(RoomQueue.EXTRACT_URGENT)).isEqualTo(1);
    }

    @Test
    void shouldKeepTheRoomsApart() {
        bury(RoomQueue.PICTURE, "a page");

        assertThat(letters().look(RoomQueue.EXTRACT, 10)).isEmpty();
        assertThat(letters().redrive(RoomQueue.EXTRACT, 10)).isZero();
        assertThat(letters().count(RoomQueue.PICTURE)).isEqualTo(1);
    }

    @Test
    void shouldPutThemBackOnTheRoomsQueueAndNoMoreThanAskedFor() {
        bury(RoomQueue.EXTRACT, "one");
        bury(RoomQueue.EXTRACT, "two");
        bury(RoomQueue.EXTRACT, "three");

        assertThat(letters().redrive(RoomQueue.EXTRACT, 2)).isEqualTo(2);

        assertThat(letters().count(RoomQueue.EXTRACT)).isEqualTo(1);
        assertThat(letters().redrive(RoomQueue.EXTRACT, 10)).isEqualTo(1);
        assertThat(waiting(RoomQueue.EXTRACT)).containsExactlyInAnyOrder("one", "two", "three");
    }
}
