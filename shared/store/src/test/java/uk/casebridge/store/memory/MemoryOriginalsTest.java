package uk.casebridge.store.memory;

import uk.casebridge.store.Store;
import uk.casebridge.store.contract.OriginalsContract;
import uk.casebridge.store.contract.Samples;

class MemoryOriginalsTest extends OriginalsContract {

    private final MemoryStore store = new MemoryStore(Samples.clock());

    @Override
    protected Store store() {
        return store;
    }

    @Override
    protected void put(String key, byte[] bytes) {
        store.originals().putIncoming(key, bytes);
    }
}
