package uk.casebridge.store.kill;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.casebridge.store.Store;
import uk.casebridge.store.contract.Samples;
import uk.casebridge.store.memory.MemoryStore;

class MemoryKillTest extends KillContract {

    private MemoryStore store = new MemoryStore(Samples.clock());

    @Override
    protected Store store() {
        return store;
    }

    @Test
    void shouldRecordOneDefendantOnceWhereverItDies() {
        for (int at = 1; at <= 1 + BESIDE_RECORDS + 1; at++) {
            dieAndFinish(1, at, false);
            dieAndFinish(1, at, true);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 500})
    void shouldRecordManyDefendantsOnceWhereverItDies(int defendants) {
        int step = defendants / 12;
        for (int at = 1; at <= defendants + BESIDE_RECORDS; at += step) {
            dies(defendants, at);
        }
        dies(defendants, defendants + 2);
        dies(defendants, defendants + BESIDE_RECORDS);
    }

    private void dies(int defendants, int at) {
        for (boolean after : new boolean[] {false, true}) {
            store = new MemoryStore(Samples.clock());
            dieAndFinish(defendants, at, after);
        }
    }
}
