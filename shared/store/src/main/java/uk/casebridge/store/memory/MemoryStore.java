package uk.casebridge.store.memory;

import java.time.Clock;
import uk.casebridge.store.Store;

/**
 * A whole store in memory: the reference every adapter is measured against, for tests and simulations. Safe for many
 * threads; every write is atomic.
 */
public final class MemoryStore implements Store {

    private final MemoryTable table;
    private final MemoryPapers papers;
    private final MemoryRecords records;
    private final MemoryDeliveries deliveries;
    private final MemoryAudit audit;
    private final MemoryDecisions decisions;
    private final MemoryPeople people;
    private final MemoryOriginals originals;
    private final MemoryEvidence evidence = new MemoryEvidence();
    private final MemoryRecipientQueues queues;
    private final MemoryControlNumbers controlNumbers = new MemoryControlNumbers();
    private final MemoryWakeUps wakeUps = new MemoryWakeUps();
    private final MemoryRoomDeadLetters roomDeadLetters = new MemoryRoomDeadLetters();
    private final MemoryStandingLists standingLists = new MemoryStandingLists();

    public MemoryStore(Clock clock) {
        this.table = new MemoryTable();
        this.papers = new MemoryPapers(table);
        this.records = new MemoryRecords(table);
        this.deliveries = new MemoryDeliveries(table);
        this.audit = new MemoryAudit(table);
        this.decisions = new MemoryDecisions(table);
        this.people = new MemoryPeople(table);
        this.originals = new MemoryOriginals(clock);
        this.queues = new MemoryRecipientQueues(clock);
    }

    @Override
    public MemoryPapers papers() {
        return papers;
    }

    @Override
    public MemoryRecords records() {
        return records;
    }

    @Override
    public MemoryDeliveries deliveries() {
        return deliveries;
    }

    @Override
    public MemoryControlNumbers controlNumbers() {
        return controlNumbers;
    }

    @Override
    public MemoryAudit audit() {
        return audit;
    }

    @Override
    public MemoryPeople people() {
        return people;
    }

    @Override
    public MemoryDecisions decisions() {
        return decisions;
    }

    @Override
    public MemoryOriginals originals() {
        return originals;
    }

    @Override
    public MemoryEvidence evidence() {
        return evidence;
    }

    @Override
    public MemoryRecipientQueues queues() {
        return queues;
    }

    @Override
    public MemoryWakeUps wakeUps() {
        return wakeUps;
    }

    @Override
    public MemoryRoomDeadLetters roomDeadLetters() {
        return roomDeadLetters;
    }

    @Override
    public MemoryStandingLists standingLists() {
        return standingLists;
    }
}
