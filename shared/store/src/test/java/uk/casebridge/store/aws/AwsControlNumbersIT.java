package uk.casebridge.store.aws;

import uk.casebridge.store.Store;
import uk.casebridge.store.contract.ControlNumbersContract;

class AwsControlNumbersIT extends ControlNumbersContract {

    private final AwsStore store = AwsHouse.get().store();

    @Override
    protected Store store() {
        return store;
    }
}
