package uk.casebridge.store.memory;

import uk.casebridge.store.Store;
import uk.casebridge.store.contract.DeliveriesContract;
import uk.casebridge.store.contract.Samples;

class MemoryDeliveriesTest extends DeliveriesContract {

    private final MemoryStore store = new MemoryStore(Samples.clock());

    @Override
    protected Store store() {
        return store;
    }
}
