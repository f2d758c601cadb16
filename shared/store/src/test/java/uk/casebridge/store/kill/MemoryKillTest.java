package uk.casebridge.store.kill;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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

    @Test
    void shouldRecordAHundredDefendantsOnceWhereverItDies() {
        for (int at = 1; at <= 100 + BESIDE_RECORDS; at++) {
            dies(100, at);
        }
    }

    @Test
    void shouldRecordFiveHundredDefendantsOnceWhereItDiesHereAndThere() {
        for (int at = 1; at <= 500 + BESIDE_RECORDS; at += 41) {
            dies(500, at);
        }
        dies(500, 502);
        dies(500, 500 + BESIDE_RECORDS);
    }

    @Test
    @Tag("thorough")
    void shouldRecordFiveHundredDefendantsOnceWhereverItDies() {
        for (int at = 1; at <= 500 + BESIDE_RECORDS; at++) {
            dies(500, at);
        }
    }

    private void dies(int defendants, int at) {
        for (boolean after : new boolean[] {false, true}) {
            store = new MemoryStore(Samples.clock());
            dieAndFinish(defendants, at, after);
        }
    }
}
