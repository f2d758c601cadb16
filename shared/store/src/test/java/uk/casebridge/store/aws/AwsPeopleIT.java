package uk.casebridge.store.aws;

import uk.casebridge.store.Store;
import uk.casebridge.store.contract.PeopleContract;

class AwsPeopleIT extends PeopleContract {

    private final AwsStore store = AwsHouse.get().store();

    @Override
    protected Store store() {
        return store;
    }
}
