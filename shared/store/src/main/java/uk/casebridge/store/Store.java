package uk.casebridge.store;

/** All ports of one store together, so that a room is wired the same over memory and over AWS. */
public interface Store {

    Papers papers();

    Records records();

    Deliveries deliveries();

    ControlNumbers controlNumbers();

    Audit audit();

    People people();

    Decisions decisions();

    Originals originals();

    Evidence evidence();

    RecipientQueues queues();

    WakeUps wakeUps();

    RoomDeadLetters roomDeadLetters();

    StandingLists standingLists();
}
