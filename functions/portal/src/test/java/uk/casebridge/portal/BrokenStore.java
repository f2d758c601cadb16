package uk.casebridge.portal;

import uk.casebridge.store.Audit;
import uk.casebridge.store.ControlNumbers;
import uk.casebridge.store.Decisions;
import uk.casebridge.store.Deliveries;
import uk.casebridge.store.Evidence;
import uk.casebridge.store.Originals;
import uk.casebridge.store.Papers;
import uk.casebridge.store.People;
import uk.casebridge.store.RecipientQueues;
import uk.casebridge.store.Records;
import uk.casebridge.store.RoomDeadLetters;
import uk.casebridge.store.StandingLists;
import uk.casebridge.store.Store;
import uk.casebridge.store.WakeUps;

/** A store that is away. */
final class BrokenStore implements Store {

    private static IllegalStateException away() {
        return new IllegalStateException("The store is away");
    }

    @Override
    public Papers papers() {
        throw away();
    }

    @Override
    public Records records() {
        throw away();
    }

    @Override
    public Deliveries deliveries() {
        throw away();
    }

    @Override
    public ControlNumbers controlNumbers() {
        throw away();
    }

    @Override
    public People people() {
        throw away();
    }

    @Override
    public Decisions decisions() {
        throw away();
    }

    @Override
    public Audit audit() {
        throw away();
    }

    @Override
    public Originals originals() {
        throw away();
    }

    @Override
    public Evidence evidence() {
        throw away();
    }

    @Override
    public RecipientQueues queues() {
        throw away();
    }

    @Override
    public WakeUps wakeUps() {
        throw away();
    }

    @Override
    public RoomDeadLetters roomDeadLetters() {
        throw away();
    }

    @Override
    public StandingLists standingLists() {
        throw away();
    }
}
