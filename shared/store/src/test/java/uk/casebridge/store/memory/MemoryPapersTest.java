package uk.casebridge.store.memory;

import uk.casebridge.store.Store;
import uk.casebridge.store.contract.PapersContract;
import uk.casebridge.store.contract.Samples;

class MemoryPapersTest extends PapersContract {

    private final MemoryStore store = new MemoryStore(Samples.clock());

    @Override
    protected Store store() {
        return store;
    }
}
