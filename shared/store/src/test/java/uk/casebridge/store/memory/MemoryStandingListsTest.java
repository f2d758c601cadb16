package uk.casebridge.store.memory;

import uk.casebridge.store.Store;
import uk.casebridge.store.contract.Samples;
import uk.casebridge.store.contract.StandingListsContract;

class MemoryStandingListsTest extends StandingListsContract {

    private final MemoryStore store = new MemoryStore(Samples.clock());

    @Override
    protected Store store() {
        return store;
    }
}
