package uk.casebridge.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.casebridge.extract.Readings.MORNING;
import static uk.casebridge.extract.Readings.NOON;
import static uk.casebridge.extract.Readings.of;
import static uk.casebridge.extract.Readings.stated;
import static uk.casebridge.extract.Readings.warrant;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.delivery.DeliveryState;
import uk.casebridge.domain.delivery.Notice;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperState;
import uk.casebridge.domain.record.Reading.ReadRecord;
import uk.casebridge.domain.record.RecordVersion;
import uk.casebridge.domain.record.TakenBack;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.TakingPapersBack;
import uk.casebridge.store.TakingPapersBack.Outcome;

class TakingBackTest {

    private static final String WHY = "Sent for the wrong defendant";

    private final Room room = new Room();

    @Test
    void shouldWithdrawWhatWasNotSentAndTellNobody() {
        Paper paper = room.taken("a", of("custodial-warrant", warrant("Ada Byron", "5 months")));

        Paper after = takenBack(paper, Notice.WITHDRAWAL);

        assertThat(after.state()).isEqualTo(PaperState.WITHDRAWN);
        assertThat(room.deliveries(paper)).extracting(Delivery::state).containsOnly(DeliveryState.WITHDRAWN);
        RecordVersion now = current(paper);
        assertThat(now.version()).isEqualTo(2);
        assertThat(now.takenBack()).contains(new TakenBack(Notice.WITHDRAWAL, WHY, Optional.empty()));
        assertThat(now.fields().isEmpty()).isTrue();
        assertThat(room.timeline(paper.id())).contains("unsent", "taken-back", "withdrawn");
    }

    @Test
    void shouldTellWhoeverWasSentIt() {
        Paper paper = room.taken("a", of("custodial-warrant", warrant("Ada Byron", "5 months")));
        Delivery sent = sent(paper);

        takenBack(paper, Notice.WITHDRAWAL);

        assertThat(room.deliveries(paper))
                .filteredOn(delivery -> delivery.notice() == Notice.WITHDRAWAL)
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.state()).isEqualTo(DeliveryState.PENDING);
                    assertThat(notice.version()).isEqualTo(2);
                    assertThat(notice.place()).isEqualTo(sent.place());
                    assertThat(notice.caseGroup()).isEqualTo(sent.caseGroup());
                });
    }

    @Test
    void shouldSayThatTheEarlierPaperHoldsAgain() {
        Paper first = room.taken("a", of("custodial-warrant", warrant("Ada Byron", "5 months", stated(MORNING))));
        Paper second = room.taken("b", of("custodial-warrant", warrant("Ada Byron", "7 months", stated(NOON))));
        sent(second);

        takenBack(second, Notice.WITHDRAWAL);

        RecordVersion now = current(first);
        assertThat(now.version()).isEqualTo(3);
        assertThat(now.takenBack().orElseThrow().standing()).contains(new TakenBack.Standing(1, first.id()));
        assertThat(now.fields().value("sentence.total")).contains("5 months");
        assertThat(now.holder()).contains(first.id());
    }

    @Test
    void shouldTakeBackWhatHeldAgainToo() {
        Paper first = room.taken("a", of("custodial-warrant", warrant("Ada Byron", "5 months", stated(MORNING))));
        Paper second = room.taken("b", of("custodial-warrant", warrant("Ada Byron", "7 months", stated(NOON))));
        takenBack(second, Notice.WITHDRAWAL);

        takenBack(first, Notice.WITHDRAWAL);

        assertThat(current(first).version()).isEqualTo(4);
        assertThat(current(first).holder()).isEmpty();
    }

    @Test
    void shouldLeaveALaterPaperAsItIsWhenTheEarlierIsWithdrawn() {
        Paper first = room.taken("a", of("custodial-warrant", warrant("Ada Byron", "5 months", stated(MORNING))));
        sent(first);
        Paper second = room.taken("b", of("custodial-warrant", warrant("Ada Byron", "7 months", stated(NOON))));

        takenBack(first, Notice.WITHDRAWAL);

        assertThat(current(second).version()).isEqualTo(2);
        assertThat(room.deliveries(first)).noneMatch(delivery -> delivery.notice() != Notice.RECORD);
    }

    @Test
    void shouldRecallAnEarlierPaperThoughALaterOneHolds() {
        Paper first = room.taken("a", of("custodial-warrant", warrant("Ada Byron", "5 months", stated(MORNING))));
        Delivery sent = sent(first);
        Paper second = room.taken("b", of("custodial-warrant", warrant("Ada Byron", "7 months", stated(NOON))));

        takenBack(first, Notice.RECALL);

        assertThat(room.deliveries(first))
                .filteredOn(delivery -> delivery.notice() == Notice.RECALL)
                .singleElement()
                .satisfies(recall -> assertThat(recall.place()).isEqualTo(sent.place()));
        assertThat(current(second).holder()).contains(second.id());
        assertThat(current(second).changes()).isEmpty();
        Paper third = room.taken(
                "c", of("custodial-warrant", warrant("Ada Byron", "9 months", stated(NOON.plusSeconds(60)))));
        assertThat(room.deliveries(first))
                .filteredOn(delivery -> delivery.notice() == Notice.RECALL)
                .as("a newer version supersedes no recall")
                .extracting(Delivery::state)
                .containsOnly(DeliveryState.PENDING);
        assertThat(current(third).version()).isEqualTo(4);
    }

    @Test
    void shouldTakeTheSameFileAgainAfterwards() {
        Paper paper = room.taken("a", of("custodial-warrant", warrant("Ada Byron", "5 months")));
        takenBack(paper, Notice.RECALL);

        Paper again = room.taken("a");

        assertThat(again.state()).isEqualTo(PaperState.RECORDED);
        assertThat(current(again).version()).isEqualTo(3);
        assertThat(current(again).paper()).isEqualTo(again.id());
    }

    @Test
    void shouldTakeAPaperBackOnce() {
        Paper paper = room.taken("a", of("custodial-warrant", warrant("Ada Byron", "5 months")));
        Paper after = takenBack(paper, Notice.WITHDRAWAL);

        room.lookAt(paper.id());

        assertThat(taking().takeBack(after, Notice.RECALL, WHY, "clerk")).isEqualTo(Outcome.BEFORE);
        assertThat(current(paper).version()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldEndWithEachRecordTakenBackOnceWhereverItIsKilled(boolean beforeTheCall) {
        int kills = 0;
        for (int call = 1; ; call++) {
            Room room = new Room();
            ReadRecord[] people = IntStream.rangeClosed(1, 3)
                    .mapToObj(number -> warrant("Defendant " + number, "5 months"))
                    .toArray(ReadRecord[]::new);
            Paper paper = room.taken("a", of("custodial-warrant", people));
            Delivery first = room.deliveries(paper).getFirst();
            send(room, first);
            begin(room, paper, Notice.WITHDRAWAL);
            AtomicInteger calls = new AtomicInteger();
            AtomicBoolean killed = new AtomicBoolean();
            int at = call;
            UnaryOperator<Object> death = port -> Proxy.newProxyInstance(
                    getClass().getClassLoader(), port.getClass().getInterfaces(), (proxy, method, arguments) -> {
                        boolean last = calls.incrementAndGet() == at;
                        if (last && beforeTheCall) {
                            killed.set(true);
                            throw new Killed();
                        }
                        try {
                            return method.invoke(port, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        } finally {
                            if (last && !beforeTheCall) {
                                killed.set(true);
                                throw new Killed();
                            }
                        }
                    });
            try {
                room.service(death).take(new IntakeMessage.Look(paper.id()));
            } catch (Killed e) {
                assertThat(killed).isTrue();
            }
            room.lookAt(paper.id());

            assertThat(room.paper(paper.id()).state())
                    .as("killed at call %d", call)
                    .isEqualTo(PaperState.WITHDRAWN);
            for (RecordVersion version : room.records(paper)) {
                assertThat(room.store
                                .records()
                                .current(version.id())
                                .orElseThrow()
                                .version())
                        .isEqualTo(2);
            }
            List<Delivery> all = room.deliveries(paper);
            assertThat(all)
                    .filteredOn(delivery -> delivery.state() == DeliveryState.WITHDRAWN)
                    .hasSize(2);
            assertThat(all)
                    .filteredOn(delivery -> delivery.notice() == Notice.WITHDRAWAL)
                    .hasSize(1);
            assertThat(room.timeline(paper.id()).stream().filter("taken-back"::equals))
                    .hasSize(3);
            if (!killed.get()) {
                break;
            }
            kills++;
        }
        assertThat(kills).isGreaterThan(10);
    }

    @Test
    void shouldTakeBackAPaperOfFiveHundredRecords() {
        ReadRecord[] people = IntStream.rangeClosed(1, 500)
                .mapToObj(number -> warrant("Defendant " + number, "5 months"))
                .toArray(ReadRecord[]::new);
        Paper paper = room.taken("a", of("custodial-warrant", people));

        assertThat(takenBack(paper, Notice.WITHDRAWAL).state()).isEqualTo(PaperState.WITHDRAWN);

        assertThat(room.deliveries(paper))
                .hasSize(500)
                .extracting(Delivery::state)
                .containsOnly(DeliveryState.WITHDRAWN);
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private TakingPapersBack taking() {
        return new TakingPapersBack(room.store, room.clock);
    }

    private Paper takenBack(Paper paper, Notice notice) {
        begin(room, paper, notice);
        room.lookAt(paper.id());
        return room.paper(paper.id());
    }

    private static void begin(Room room, Paper paper, Notice notice) {
        assertThat(new TakingPapersBack(room.store, room.clock)
                        .takeBack(room.paper(paper.id()), notice, WHY, "clerk.bexley"))
                .isEqualTo(Outcome.BEGUN);
        assertThat(room.paper(paper.id()).state()).isEqualTo(PaperState.WITHDRAWING);
    }

    private RecordVersion current(Paper paper) {
        return room.store.records().current(room.records(paper).getFirst().id()).orElseThrow();
    }

    private Delivery sent(Paper paper) {
        return send(room, room.deliveries(paper).getFirst());
    }

    private static Delivery send(Room room, Delivery pending) {
        Delivery sent = pending.sent(Duration.ofMinutes(15), room.clock.instant());
        assertThat(room.store
                        .deliveries()
                        .move(
                                pending,
                                sent,
                                new AuditEntry(
                                        room.clock.instant(),
                                        "relay",
                                        "sent",
                                        pending.paper(),
                                        Optional.of(pending.id().value()),
                                        "Sent")))
                .isTrue();
        return sent;
    }
}
