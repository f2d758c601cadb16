package uk.casebridge.store.aws;

import uk.casebridge.store.Store;
import uk.casebridge.store.contract.DecisionsContract;

class AwsDecisionsIT extends DecisionsContract {

    private final AwsStore store = AwsHouse.get().store();

    @Override
    protected Store store() {
        return store;
    }
}
