package uk.casebridge.local.function;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import uk.casebridge.local.engine.StreamRecords;

/**
 * Feeds a function from a table's stream as Lambda's event-source mapping does: in order within a shard, a failed batch
 * tried again from its first failed record, halved if the mapping says so, and given up to the failure queue when it is
 * too old or was tried too often. All shards are read by one thread, parents before children, so that nothing overtakes.
 */
public final class StreamPoller implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamPoller.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration IDLE = Duration.ofMillis(150);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /**
     * What a mapping says.
     *
     * @param streamArn the stream
     * @param batchSize the most records in one event
     * @param partial whether the function reports the first record that failed
     * @param bisect whether a failed batch is halved
     * @param retries how often a batch is tried again; empty is without end
     * @param maximumAge how old a record may get before it is given up; empty is without end
     * @param filter which records the function gets
     * @param failureQueue the address of the queue that is told of records given up
     */
    public record Mapping(
            String streamArn,
            int batchSize,
            boolean partial,
            boolean bisect,
            OptionalInt retries,
            Optional<Duration> maximumAge,
            EventFilter filter,
            Optional<String> failureQueue) {}

    private final DynamoDbStreamsClient streams;
    private final SqsClient queues;
    private final LocalFunction function;
    private final Mapping mapping;
    private final Clock clock;
    private final Map<String, String> iterators = new HashMap<>();
    private final Set<String> finished = new HashSet<>();
    private final Thread thread;
    private volatile boolean open = true;

    public StreamPoller(
            DynamoDbStreamsClient streams, SqsClient queues, LocalFunction function, Mapping mapping, Clock clock) {
        this.streams = streams;
        this.queues = queues;
        this.function = function;
        this.mapping = mapping;
        this.clock = clock;
        this.thread = Thread.ofPlatform()
                .daemon()
                .name("stream-" + function.settings().name())
                .unstarted(this::poll);
    }

    public void start() {
        thread.start();
    }

    private void poll() {
        while (open) {
            try {
                boolean any = false;
                for (Shard shard : shards()) {
                    any |= read(shard);
                }
                if (!any) {
                    Thread.sleep(IDLE);
                }
            } catch (InterruptedException e) {
                return;
            } catch (SdkException e) {
                if (open) {
                    LOG.warn("Reading the stream {} failed: {}", mapping.streamArn(), e.getMessage());
                    iterators.clear();
                }
            }
        }
    }

    /** The shards that have something to read and whose parents have been read to their end. */
    private List<Shard> shards() {
        List<Shard> all = streams.describeStream(request -> request.streamArn(mapping.streamArn()))
                .streamDescription()
                .shards();
        Set<String> ids = all.stream().map(Shard::shardId).collect(Collectors.toSet());
        return all.stream()
                .filter(shard -> !finished.contains(shard.shardId()))
                .filter(shard -> shard.parentShardId() == null
                        || !ids.contains(shard.parentShardId())
                        || finished.contains(shard.parentShardId()))
                .toList();
    }

    private boolean read(Shard shard) throws InterruptedException {
        String iterator = iterators.computeIfAbsent(
                shard.shardId(),
                id -> streams.getShardIterator(request -> request.streamArn(mapping.streamArn())
                                .shardId(id)
                                .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                        .shardIterator());
        GetRecordsResponse response = streams.getRecords(
                request -> request.shardIterator(iterator).limit(Math.min(1000, mapping.batchSize())));
        List<ObjectNode> wanted = new ArrayList<>();
        for (Record record : response.records()) {
            ObjectNode json = StreamRecords.event(record, mapping.streamArn());
            if (mapping.filter().passes(json)) {
                wanted.add(json);
            }
        }
        deliver(shard.shardId(), wanted);
        if (response.nextShardIterator() == null) {
            finished.add(shard.shardId());
            iterators.remove(shard.shardId());
        } else {
            iterators.put(shard.shardId(), response.nextShardIterator());
        }
        return !response.records().isEmpty();
    }

    private void deliver(String shard, List<ObjectNode> batch) throws InterruptedException {
        List<ObjectNode> left = batch;
        int tries = 0;
        while (!left.isEmpty() && open) {
            int failedAt = invoke(left);
            if (failedAt < 0) {
                return;
            }
            if (failedAt > 0) {
                left = left.subList(failedAt, left.size());
                tries = 0;
            }
            tries++;
            boolean tooOften =
                    mapping.retries().isPresent() && tries > mapping.retries().getAsInt();
            if (tooOften || tooOld(left.getFirst())) {
                giveUp(shard, left, tooOften ? "RetryAttemptsExhausted" : "RecordAgeExceeded", tries);
                return;
            }
            if (mapping.bisect() && left.size() > 1) {
                deliver(shard, left.subList(0, left.size() / 2));
                left = left.subList(left.size() / 2, left.size());
                tries = 0;
            } else {
                Thread.sleep(Duration.ofMillis(Math.min(LONGEST_PAUSE.toMillis(), 250L << Math.min(10, tries))));
            }
        }
    }

    /** The place of the first record that failed, or -1 if none did. */
    private int invoke(List<ObjectNode> batch) throws InterruptedException {
        ArrayNode records = JSON.createArrayNode().addAll(batch);
        List<String> numbers = batch.stream()
                .map(record -> record.path("dynamodb").path("SequenceNumber").asText())
                .toList();
        try {
            byte[] event = JSON.writeValueAsBytes(JSON.createObjectNode().set("Records", records));
            BatchAnswer answer = BatchAnswer.of(function.invoke(event), mapping.partial(), Set.copyOf(numbers));
            return answer.failed().stream().mapToInt(numbers::indexOf).min().orElse(-1);
        } catch (FunctionFailedException e) {
            LOG.warn("{}; its records are tried again", e.getMessage(), e);
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean tooOld(ObjectNode record) {
        return mapping.maximumAge()
                .map(age -> {
                    double created = record.path("dynamodb")
                            .path("ApproximateCreationDateTime")
                            .asDouble();
                    return clock.millis() - created * 1000 > age.toMillis();
                })
                .orElse(false);
    }

    private void giveUp(String shard, List<ObjectNode> batch, String condition, int tries) {
        LOG.error(
                "{} gives up {} records of {}: {}",
                function.settings().name(),
                batch.size(),
                mapping.streamArn(),
                condition);
        mapping.failureQueue().ifPresent(queue -> {
            ObjectNode message = JSON.createObjectNode();
            message.put("version", "1.0").put("timestamp", clock.instant().toString());
            message.putObject("requestContext")
                    .put("requestId", UUID.randomUUID().toString())
                    .put("functionArn", function.settings().arn())
                    .put("condition", condition)
                    .put("approximateInvokeCount", tries);
            message.putObject("DDBStreamBatchInfo")
                    .put("shardId", shard)
                    .put("startSequenceNumber", sequenceNumber(batch.getFirst()))
                    .put("endSequenceNumber", sequenceNumber(batch.getLast()))
                    .put("batchSize", batch.size())
                    .put("streamArn", mapping.streamArn());
            queues.sendMessage(request -> request.queueUrl(queue).messageBody(message.toString()));
        });
    }

    private static String sequenceNumber(ObjectNode record) {
        return record.path("dynamodb").path("SequenceNumber").asText();
    }

    @Override
    public void close() {
        open = false;
        thread.interrupt();
    }
}
