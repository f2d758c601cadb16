package uk.casebridge.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.kind.Urgency;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.store.RecipientAwayException;
import uk.casebridge.store.RecipientQueues.DeadLetter;
import uk.casebridge.store.RecipientQueues.Message;
import uk.casebridge.store.Store;

/** What recipients' queues keep to. */
public abstract class RecipientQueuesContract {

    protected abstract Store store();

    /** Makes all queues empty and every recipient there. */
    protected abstract void clear() throws Exception;

    /** Takes the oldest message off a lane and deletes it, as its consumer does. */
    protected abstract Optional<String> take(Recipient recipient, Urgency urgency);

    /** Gives the oldest message of a lane back so often that it goes to the dead letters. */
    protected abstract void bury(Recipient recipient, Urgency urgency) throws Exception;

    /** Makes a recipient's queues refuse messages. */
    protected abstract void leave(Recipient recipient);

    @BeforeEach
    void empty() throws Exception {
        clear();
    }

    @Test
    void shouldKeepTheOrderOfACase() throws Exception {
        for (int i = 1; i <= 4; i++) {
            send(Recipient.PRISON, Urgency.ORDINARY, "m" + i, "d-" + i);
        }

        assertThat(takeAll(Recipient.PRISON, Urgency.ORDINARY)).containsExactly("m1", "m2", "m3", "m4");
    }

    @Test
    void shouldDropAMessageThatComesTwice() throws Exception {
        send(Recipient.PRISON, Urgency.ORDINARY, "once", "d-1#1");
        send(Recipient.PRISON, Urgency.ORDINARY, "twice", "d-1#1");
        send(Recipient.PRISON, Urgency.ORDINARY, "again", "d-1#2");

        assertThat(takeAll(Recipient.PRISON, Urgency.ORDINARY)).containsExactly("once", "again");
    }

    @Test
    void shouldKeepRecipientsAndLanesApart() throws Exception {
        send(Recipient.PRISON, Urgency.CUSTODY, "urgent", "d-1");
        send(Recipient.CAREERS, Urgency.ORDINARY, "careers", "d-1");

        assertThat(takeAll(Recipient.PRISON, Urgency.ORDINARY)).isEmpty();
        assertThat(takeAll(Recipient.PRISON, Urgency.CUSTODY)).containsExactly("urgent");
        assertThat(takeAll(Recipient.CAREERS, Urgency.ORDINARY)).containsExactly("careers");
    }

    @Test
    void shouldTellHowManyWaitOnBothLanes() throws Exception {
        send(Recipient.PRISON, Urgency.CUSTODY, "urgent", "d-1");
        send(Recipient.PRISON, Urgency.ORDINARY, "ordinary", "d-2");

        assertThat(store().queues().depth(Recipient.PRISON).waiting()).isEqualTo(2);
        assertThat(store().queues().depth(Recipient.CAREERS).waiting()).isZero();
    }

    @Test
    void shouldConcernOnlyTheRecipientThatIsAway() throws Exception {
        leave(Recipient.PRISON);

        assertThatThrownBy(() -> send(Recipient.PRISON, Urgency.ORDINARY, "lost", "d-1"))
                .isInstanceOf(RecipientAwayException.class);
        send(Recipient.CAREERS, Urgency.ORDINARY, "there", "d-1");
        assertThat(takeAll(Recipient.CAREERS, Urgency.ORDINARY)).containsExactly("there");
    }

    @Test
    void shouldShowDeadLettersWithoutTakingThemOff() throws Exception {
        send(Recipient.PRISON, Urgency.CUSTODY, "dead", "d-1");
        bury(Recipient.PRISON, Urgency.CUSTODY);

        assertThat(store().queues().deadLetters(Recipient.PRISON, 10))
                .extracting(DeadLetter::body)
                .containsExactly("dead");
        assertThat(store().queues().deadLetters(Recipient.PRISON, 10)).hasSize(1);
        assertThat(store().queues().depth(Recipient.PRISON).dead()).isEqualTo(1);
        assertThat(store().queues().deadLetters(Recipient.CAREERS, 10)).isEmpty();
    }

    @Test
    void shouldPutDeadLettersBackOnTheirLane() throws Exception {
        sendAndBury(Recipient.PRISON, Urgency.CUSTODY, "urgent", "d-1");
        sendAndBury(Recipient.PRISON, Urgency.ORDINARY, "ordinary", "d-2");

        int moved = store().queues().redrive(Recipient.PRISON, 10);

        assertThat(moved).isEqualTo(2);
        assertThat(store().queues().depth(Recipient.PRISON).waiting()).isEqualTo(2);
        assertThat(store().queues().depth(Recipient.PRISON).dead()).isZero();
        assertThat(takeAll(Recipient.PRISON, Urgency.CUSTODY)).containsExactly("urgent");
        assertThat(takeAll(Recipient.PRISON, Urgency.ORDINARY)).containsExactly("ordinary");
    }

    @Test
    void shouldMoveNoMoreDeadLettersThanAskedForAndKeepTheOrderOfACase() throws Exception {
        for (int i = 1; i <= 5; i++) {
            sendAndBury(Recipient.PRISON, Urgency.ORDINARY, "m" + i, "d-" + i);
        }

        assertThat(store().queues().redrive(Recipient.PRISON, 2)).isEqualTo(2);
        assertThat(store().queues().depth(Recipient.PRISON).dead()).isEqualTo(3);
        assertThat(store().queues().redrive(Recipient.PRISON, 10)).isEqualTo(3);

        assertThat(takeAll(Recipient.PRISON, Urgency.ORDINARY)).containsExactly("m1", "m2", "m3", "m4", "m5");
    }

    @Test
    void shouldPutADeadLetterBackThatDiesAgainWithinMinutes() throws Exception {
        sendAndBury(Recipient.PRISON, Urgency.ORDINARY, "dead", "d-1");
        store().queues().redrive(Recipient.PRISON, 10);
        bury(Recipient.PRISON, Urgency.ORDINARY);

        assertThat(store().queues().redrive(Recipient.PRISON, 10)).isEqualTo(1);

        assertThat(takeAll(Recipient.PRISON, Urgency.ORDINARY)).containsExactly("dead");
    }

    @Test
    void shouldMoveNothingWhereNothingIsDead() throws Exception {
        sendAndBury(Recipient.CAREERS, Urgency.ORDINARY, "another's", "d-1");

        assertThat(store().queues().redrive(Recipient.PRISON, 10)).isZero();
        assertThat(store().queues().depth(Recipient.CAREERS).dead()).isEqualTo(1);
    }

    @Test
    void shouldKeepDeadLettersOfARecipientThatIsAway() throws Exception {
        sendAndBury(Recipient.PRISON, Urgency.ORDINARY, "dead", "d-1");
        leave(Recipient.PRISON);

        assertThatThrownBy(() -> store().queues().redrive(Recipient.PRISON, 10))
                .isInstanceOf(RecipientAwayException.class);
        assertThat(store().queues().deadLetters(Recipient.PRISON, 10))
                .extracting(DeadLetter::body)
                .containsExactly("dead");
    }

    private void sendAndBury(Recipient recipient, Urgency urgency, String body, String id) throws Exception {
        send(recipient, urgency, body, id);
        bury(recipient, urgency);
    }

    private void send(Recipient recipient, Urgency urgency, String body, String id) throws RecipientAwayException {
        store().queues().send(recipient, urgency, new Message(body, "group", id));
    }

    private List<String> takeAll(Recipient recipient, Urgency urgency) {
        List<String> all = new ArrayList<>();
        Optional<String> next = take(recipient, urgency);
        while (next.isPresent()) {
            all.add(next.get());
            next = take(recipient, urgency);
        }
        return all;
    }
}
