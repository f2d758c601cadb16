package uk.casebridge.store.memory;

import uk.casebridge.store.Store;
import uk.casebridge.store.contract.PeopleContract;
import uk.casebridge.store.contract.Samples;

class MemoryPeopleTest extends PeopleContract {

    private final MemoryStore store = new MemoryStore(Samples.clock());

    @Override
    protected Store store() {
        return store;
    }
}
