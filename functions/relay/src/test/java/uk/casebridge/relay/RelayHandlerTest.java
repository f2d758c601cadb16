package uk.casebridge.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.delivery.DeliveryId;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.record.RecordVersion;
import uk.casebridge.store.Audit;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.ControlNumbers;
import uk.casebridge.store.Decisions;
import uk.casebridge.store.Deliveries;
import uk.casebridge.store.Evidence;
import uk.casebridge.store.MemoryMetrics;
import uk.casebridge.store.Originals;
import uk.casebridge.store.Papers;
import uk.casebridge.store.People;
import uk.casebridge.store.RecipientQueues;
import uk.casebridge.store.Records;
import uk.casebridge.store.RoomDeadLetters;
import uk.casebridge.store.StandingLists;
import uk.casebridge.store.Store;
import uk.casebridge.store.WakeUps;
import uk.casebridge.store.memory.MemoryStore;

final class RelayHandlerTest {

    private static final Clock CLOCK = Clock.fixed(Samples.NOW, ZoneOffset.UTC);

    /** The handler asks nothing of its context. */
    private static final Context NO_CONTEXT = (Context) Proxy.newProxyInstance(
            Context.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, arguments) -> {
                throw new UnsupportedOperationException(method.getName());
            });

    private final MemoryStore store = new MemoryStore(CLOCK);
    private final Kind certificate = KindCatalogue.get("education-certificate");
    private final RecordVersion version = Samples.version(certificate);
    private final Delivery toCareers = Samples.delivery(version, Recipient.CAREERS);
    private final Delivery toPrison = Samples.delivery(version, Recipient.PRISON);

    @Test
    void shouldAnswerThatNothingFailedThoughARecipientIsAway() {
        write();
        store.queues().leave(Recipient.CAREERS);

        assertThat(handle(store, toCareers, toPrison)).isEmpty();
        assertThat(store.queues().sent(Recipient.PRISON)).hasSize(1);
    }

    @Test
    void shouldStopAtTheFirstRecordTheTableFailsForSoThatOrderIsKept() {
        write();

        List<BatchItemFailure> failures = handle(new Failing(store, toCareers.id()), toCareers, toPrison);

        assertThat(failures).extracting(BatchItemFailure::getItemIdentifier).containsExactly("100");
        assertThat(store.queues().sent(Recipient.PRISON)).isEmpty();
    }

    @Test
    void shouldKeepWhatWasSentBeforeTheTableFailed() {
        write();

        List<BatchItemFailure> failures = handle(new Failing(store, toPrison.id()), toCareers, toPrison);

        assertThat(failures).extracting(BatchItemFailure::getItemIdentifier).containsExactly("101");
        assertThat(store.queues().sent(Recipient.CAREERS)).hasSize(1);
    }

    private List<BatchItemFailure> handle(Store over, Delivery... deliveries) {
        RelayHandler handler =
                new RelayHandler(new RelayService(over, Samples.standingData(), new MemoryMetrics(), CLOCK));
        DynamodbEvent event = new DynamodbEvent();
        event.setRecords(IntStream.range(0, deliveries.length)
                .mapToObj(number -> record(deliveries[number], 100 + number))
                .toList());
        return handler.handleRequest(event, NO_CONTEXT).getBatchItemFailures();
    }

    private static DynamodbStreamRecord record(Delivery delivery, int sequence) {
        DynamodbStreamRecord streamed = new DynamodbStreamRecord();
        streamed.setDynamodb(new StreamRecord()
                .withSequenceNumber(Integer.toString(sequence))
                .withKeys(Map.of(
                        "pk", new AttributeValue("CASE#" + delivery.caseGroup()),
                        "sk", new AttributeValue("DELIVERY#" + delivery.id()))));
        return streamed;
    }

    private void write() {
        Paper stored = Samples.paper(version.paper());
        Paper awaited =
                Paper.awaited(stored.id(), stored.fileName(), stored.court(), stored.sender(), stored.createdAt());
        AuditEntry entry = new AuditEntry(Samples.NOW, "test", "test", version.paper(), Optional.empty(), "");
        store.papers().await(awaited, entry);
        store.papers().move(awaited, stored, entry);
        store.records().write(version, List.of(toCareers, toPrison), List.of(), entry);
    }

    /** A store whose table is away for one delivery. */
    private record Failing(Store store, DeliveryId away) implements Store {

        @Override
        public Deliveries deliveries() {
            return (Deliveries) Proxy.newProxyInstance(
                    Deliveries.class.getClassLoader(),
                    new Class<?>[] {Deliveries.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("find") && away.equals(arguments[0])) {
                            throw new IllegalStateException("the table is away");
                        }
                        return method.invoke(store.deliveries(), arguments);
                    });
        }

        @Override
        public Papers papers() {
            return store.papers();
        }

        @Override
        public Records records() {
            return store.records();
        }

        @Override
        public ControlNumbers controlNumbers() {
            return store.controlNumbers();
        }

        @Override
        public People people() {
            return store.people();
        }

        @Override
        public Decisions decisions() {
            return store.decisions();
        }

        @Override
        public Audit audit() {
            return store.audit();
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
    }
}
