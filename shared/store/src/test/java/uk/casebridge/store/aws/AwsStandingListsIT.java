package uk.casebridge.store.aws;

import uk.casebridge.store.Store;
import uk.casebridge.store.contract.StandingListsContract;

class AwsStandingListsIT extends StandingListsContract {

    private final AwsStore store = AwsHouse.get().store();

    @Override
    protected Store store() {
        return store;
    }
}
