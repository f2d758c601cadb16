package uk.casebridge.store.memory;

import uk.casebridge.store.Store;
import uk.casebridge.store.contract.RecordsContract;
import uk.casebridge.store.contract.Samples;

class MemoryRecordsTest extends RecordsContract {

    private final MemoryStore store = new MemoryStore(Samples.clock());

    @Override
    protected Store store() {
        return store;
    }
}
