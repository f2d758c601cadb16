package uk.casebridge.store.memory;

import uk.casebridge.store.Store;
import uk.casebridge.store.contract.ControlNumbersContract;
import uk.casebridge.store.contract.Samples;

class MemoryControlNumbersTest extends ControlNumbersContract {

    private final MemoryStore store = new MemoryStore(Samples.clock());

    @Override
    protected Store store() {
        return store;
    }
}
