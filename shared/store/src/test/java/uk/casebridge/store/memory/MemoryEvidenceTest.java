package uk.casebridge.store.memory;

import uk.casebridge.store.Store;
import uk.casebridge.store.contract.EvidenceContract;
import uk.casebridge.store.contract.Samples;

class MemoryEvidenceTest extends EvidenceContract {

    private final MemoryStore store = new MemoryStore(Samples.clock());

    @Override
    protected Store store() {
        return store;
    }
}
