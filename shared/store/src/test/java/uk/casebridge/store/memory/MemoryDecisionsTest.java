package uk.casebridge.store.memory;

import uk.casebridge.store.Store;
import uk.casebridge.store.contract.DecisionsContract;
import uk.casebridge.store.contract.Samples;

class MemoryDecisionsTest extends DecisionsContract {

    private final MemoryStore store = new MemoryStore(Samples.clock());

    @Override
    protected Store store() {
        return store;
    }
}
