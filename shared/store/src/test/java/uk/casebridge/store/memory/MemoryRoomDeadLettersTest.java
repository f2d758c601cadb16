package uk.casebridge.store.memory;

import java.util.List;
import uk.casebridge.store.RoomDeadLetters;
import uk.casebridge.store.RoomQueue;
import uk.casebridge.store.contract.RoomDeadLettersContract;

class MemoryRoomDeadLettersTest extends RoomDeadLettersContract {

    private final MemoryRoomDeadLetters letters = new MemoryRoomDeadLetters();

    @Override
    protected RoomDeadLetters letters() {
        return letters;
    }

    @Override
    protected void clear() {
        // New letters for every test.
    }

    @Override
    protected void bury(RoomQueue queue, String body) {
        letters.bury(queue, body);
    }

    @Override
    protected List<String> waiting(RoomQueue queue) {
        return letters.redriven(queue);
    }
}
