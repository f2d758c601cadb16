package uk.casebridge.store.kill;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
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

/** A store whose caller dies at its n-th write: just before it, or just after it was made but not answered. */
final class Killer implements Store {

    private static final Set<String> WRITES =
            Set.of("await", "store", "storePart", "notePart", "claim", "move", "close", "write", "pass", "append");

    private final Store store;
    private final int at;
    private final boolean after;
    private final AtomicInteger writes = new AtomicInteger();

    Killer(Store store, int at, boolean after) {
        this.store = store;
        this.at = at;
        this.after = after;
    }

    /** How many writes were begun. */
    int writes() {
        return writes.get();
    }

    @Override
    public Papers papers() {
        return watched(Papers.class, store.papers());
    }

    @Override
    public Records records() {
        return watched(Records.class, store.records());
    }

    @Override
    public Deliveries deliveries() {
        return watched(Deliveries.class, store.deliveries());
    }

    @Override
    public ControlNumbers controlNumbers() {
        return watched(ControlNumbers.class, store.controlNumbers());
    }

    @Override
    public Decisions decisions() {
        return watched(Decisions.class, store.decisions());
    }

    @Override
    public People people() {
        return watched(People.class, store.people());
    }

    @Override
    public Audit audit() {
        return watched(Audit.class, store.audit());
    }

    @Override
    public Originals originals() {
        return store.originals();
    }

    @Override
    public Evidence evidence() {
        return store.evidence();
    }

    @Override
    public RecipientQueues queues() {
        return store.queues();
    }

    @Override
    public WakeUps wakeUps() {
        return store.wakeUps();
    }

    @Override
    public RoomDeadLetters roomDeadLetters() {
        return store.roomDeadLetters();
    }

    @Override
    public StandingLists standingLists() {
        return store.standingLists();
    }

    private <T> T watched(Class<T> port, T real) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    boolean dies = WRITES.contains(method.getName()) && writes.incrementAndGet() == at;
                    if (dies && !after) {
                        throw new Killed();
                    }
                    try {
                        Object answer = method.invoke(real, arguments);
                        if (dies) {
                            throw new Killed();
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    /** The end of the process, as far as it can be played within one. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }
}
