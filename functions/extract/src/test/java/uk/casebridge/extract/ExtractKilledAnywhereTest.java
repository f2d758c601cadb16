package uk.casebridge.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.paper.KeptPart;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.paper.PaperState;
import uk.casebridge.domain.record.Reading;
import uk.casebridge.domain.record.Reading.ReadRecord;

/** The room is killed before or after each single call it makes, and the message comes again until the paper rests. */
class ExtractKilledAnywhereTest {

    private static final int DEFENDANTS = 4;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldEndWithEveryRecordOnceWhereverItIsKilled(boolean beforeTheCall) {
        int kills = 0;
        for (int call = 1; ; call++) {
            Room room = new Room();
            ReadRecord[] records = IntStream.rangeClosed(1, DEFENDANTS)
                    .mapToObj(number -> Readings.warrant("Defendant " + number, "5 months"))
                    .toArray(ReadRecord[]::new);
            room.reader.learn("a", () -> Readings.of("custodial-warrant", records));
            PaperId id = room.uploaded("a");

            Death death = new Death(call, beforeTheCall);
            runUntilAtRest(room, id, death);

            Paper paper = room.paper(id);
            if (death.diedWhileReading.get()) {
                assertThat(paper.failure().orElseThrow().code()).isEqualTo(FailureCode.DIED_BEFORE);
                assertThat(room.records(paper)).isEmpty();
            } else {
                assertThat(paper.state()).as("killed at call %d", call).isEqualTo(PaperState.RECORDED);
                assertThat(room.records(paper)).hasSize(DEFENDANTS);
                assertThat(room.deliveries(paper)).hasSize(DEFENDANTS);
                assertThat(room.store.wakeUps().pictures()).contains(id);
                assertThat(room.timeline(id).stream().filter("recorded"::equals))
                        .hasSize(DEFENDANTS);
                assertThat(room.store.people().of(id)).hasSize(DEFENDANTS);
                assertThat(room.timeline(id).stream().filter(line -> line.startsWith("person-")))
                        .hasSize(DEFENDANTS);
            }
            if (!death.killed.get()) {
                break;
            }
            kills++;
        }
        assertThat(kills).isGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldEndWithEveryPartOfABundleOnceWhereverItIsKilled(boolean beforeTheCall) {
        int kills = 0;
        for (int call = 1; ; call++) {
            Room room = new Room();
            room.reader.learn(
                    "mail",
                    () -> Reading.of(
                            "message/rfc822",
                            1,
                            TakingApartTest.bundle(
                                    TakingApartTest.paper("one"),
                                    TakingApartTest.paper("two"),
                                    TakingApartTest.paper("three"))));
            PaperId id = room.uploaded("mail");

            Death death = new Death(call, beforeTheCall);
            runUntilAtRest(room, id, death);

            Paper paper = room.paper(id);
            List<KeptPart> parts = room.store.papers().partsOf(id);
            if (death.diedWhileReading.get()) {
                assertThat(paper.failure().orElseThrow().code()).isEqualTo(FailureCode.DIED_BEFORE);
                assertThat(parts).isEmpty();
            } else {
                assertThat(paper.state()).as("killed at call %d", call).isEqualTo(PaperState.TAKEN_APART);
                assertThat(parts).hasSize(3).allSatisfy(part -> {
                    PaperId child = part.paper().orElseThrow();
                    assertThat(room.paper(child).state()).isEqualTo(PaperState.STORED);
                    assertThat(room.timeline(child)).containsExactly("stored");
                    assertThat(room.store.wakeUps().extracts()).contains(child);
                });
                assertThat(room.timeline(id)).containsOnlyOnce("taken-apart");
            }
            if (!death.killed.get()) {
                break;
            }
            kills++;
        }
        assertThat(kills).isGreaterThan(15);
    }

    private static void runUntilAtRest(Room room, PaperId id, Death death) {
        for (int delivery = 0; delivery < 4; delivery++) {
            try {
                room.service(death).take(Room.arrived("papers/" + id));
                room.service(death).take(new IntakeMessage.Look(id));
            } catch (Killed killed) {
                assertThat(death.killed).isTrue();
            }
            room.clock.passes(Duration.ofMinutes(11));
        }
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Kills the room at its n-th call to a port. */
    private static final class Death implements UnaryOperator<Object> {
        private final int at;
        private final boolean before;
        private final AtomicInteger calls = new AtomicInteger();
        final AtomicBoolean killed = new AtomicBoolean();
        final AtomicBoolean diedWhileReading = new AtomicBoolean();
        private boolean marked;
        private boolean kept;

        Death(int at, boolean before) {
            this.at = at;
            this.before = before;
        }

        @Override
        public Object apply(Object port) {
            return Proxy.newProxyInstance(
                    getClass().getClassLoader(), port.getClass().getInterfaces(), (proxy, method, arguments) -> {
                        boolean last = calls.incrementAndGet() == at;
                        if (last && before) {
                            throw die();
                        }
                        Object answer = call(port, method, arguments);
                        note(method, arguments);
                        if (last) {
                            throw die();
                        }
                        return answer;
                    });
        }

        private Killed die() {
            killed.set(true);
            diedWhileReading.set(marked && !kept);
            return new Killed();
        }

        private void note(Method method, Object[] arguments) {
            if (method.getName().equals("move") && ((Paper) arguments[1]).state() == PaperState.READING) {
                marked = true;
            }
            if (method.getName().equals("keep") && arguments.length == 2) {
                kept = true;
            }
        }

        private static Object call(Object port, Method method, Object[] arguments) throws Throwable {
            try {
                return method.invoke(port, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }
}
