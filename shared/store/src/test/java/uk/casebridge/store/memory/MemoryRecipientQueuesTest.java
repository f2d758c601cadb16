package uk.casebridge.store.memory;

import java.util.Optional;
import uk.casebridge.domain.kind.Urgency;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.store.RecipientQueues.Message;
import uk.casebridge.store.Store;
import uk.casebridge.store.contract.RecipientQueuesContract;
import uk.casebridge.store.contract.Samples;

class MemoryRecipientQueuesTest extends RecipientQueuesContract {

    private final MemoryStore store = new MemoryStore(Samples.clock());

    @Override
    protected Store store() {
        return store;
    }

    @Override
    protected void clear() {
        // A new store for every test is empty.
    }

    @Override
    protected Optional<String> take(Recipient recipient, Urgency urgency) {
        return store.queues().take(recipient, urgency).map(Message::body);
    }

    @Override
    protected void bury(Recipient recipient, Urgency urgency) {
        store.queues().bury(recipient, urgency);
    }

    @Override
    protected void leave(Recipient recipient) {
        store.queues().leave(recipient);
    }
}
