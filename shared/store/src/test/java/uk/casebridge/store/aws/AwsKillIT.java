package uk.casebridge.store.aws;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uk.casebridge.store.Store;
import uk.casebridge.store.kill.KillContract;

class AwsKillIT extends KillContract {

    private final AwsStore store = AwsHouse.get().store();

    @Override
    protected Store store() {
        return store;
    }

    @Test
    void shouldRecordOneDefendantOnceWhereverItDies() {
        for (int at = 1; at <= 1 + BESIDE_RECORDS; at++) {
            dieAndFinish(1, at, false);
            dieAndFinish(1, at, true);
        }
    }

    @Test
    void shouldRecordAHundredDefendantsOnce() {
        dieAndFinish(100, 57, true);
    }

    @Test
    void shouldRecordFiveHundredDefendantsOnce() {
        dieAndFinish(500, 311, false);
    }

    @Test
    @Tag("thorough")
    void shouldRecordManyDefendantsOnceWhereverItDies() {
        dieAndFinish(100, 3, true);
        dieAndFinish(100, 57, false);
        dieAndFinish(100, 103, false);
        dieAndFinish(500, 311, true);
        dieAndFinish(500, 503, false);
    }
}
