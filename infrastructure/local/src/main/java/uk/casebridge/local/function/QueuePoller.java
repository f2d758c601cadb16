package uk.casebridge.local.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import uk.casebridge.local.template.Resolver;

/**
 * Feeds a function from a queue as Lambda's event-source mapping does: what the function did not fail is deleted, what
 * it failed comes back when its visibility ends, and what its filter does not let through is deleted unseen.
 */
public final class QueuePoller implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QueuePoller.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Short, since ElasticMQ does not wake a waiting poll for a message whose visibility ends. */
    private static final int WAIT_SECONDS = 1;

    /**
     * What a mapping says.
     *
     * @param queueUrl the queue's address
     * @param queueArn its ARN
     * @param batchSize the most messages in one event
     * @param partial whether the function reports the items that failed
     * @param filter which messages the function gets
     * @param concurrency how many batches may be under way at once
     */
    public record Mapping(
            String queueUrl, String queueArn, int batchSize, boolean partial, EventFilter filter, int concurrency) {}

    private final SqsClient queues;
    private final LocalFunction function;
    private final Mapping mapping;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean open = true;

    public QueuePoller(SqsClient queues, LocalFunction function, Mapping mapping) {
        this.queues = queues;
        this.function = function;
        this.mapping = mapping;
    }

    public void start() {
        for (int i = 0; i < mapping.concurrency(); i++) {
            threads.add(Thread.ofPlatform()
                    .daemon()
                    .name("poll-" + mapping.queueArn().replaceFirst(".*:", "") + "-" + i)
                    .start(this::poll));
        }
    }

    private void poll() {
        while (open) {
            try {
                List<Message> messages = queues.receiveMessage(request -> request.queueUrl(mapping.queueUrl())
                                .maxNumberOfMessages(Math.min(10, mapping.batchSize()))
                                .waitTimeSeconds(WAIT_SECONDS)
                                .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                                .messageAttributeNames("All"))
                        .messages();
                deliver(messages);
            } catch (SdkException e) {
                if (open && !Thread.currentThread().isInterrupted()) {
                    LOG.warn("Polling {} failed: {}", mapping.queueArn(), e.getMessage());
                    pause();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(List<Message> messages) throws InterruptedException {
        ArrayNode records = JSON.createArrayNode();
        List<Message> wanted = new ArrayList<>();
        for (Message message : messages) {
            ObjectNode record = record(message);
            if (mapping.filter().passes(filterable(record))) {
                records.add(record);
                wanted.add(message);
            } else {
                delete(message);
            }
        }
        if (wanted.isEmpty()) {
            return;
        }
        Set<String> ids = wanted.stream().map(Message::messageId).collect(Collectors.toSet());
        try {
            byte[] event = JSON.writeValueAsBytes(JSON.createObjectNode().set("Records", records));
            BatchAnswer answer = BatchAnswer.of(function.invoke(event), mapping.partial(), ids);
            if (answer.whole()) {
                LOG.warn(
                        "{} gave no proper batch answer: the whole batch has failed",
                        function.settings().name());
            }
            for (Message message : wanted) {
                if (!answer.failed().contains(message.messageId())) {
                    delete(message);
                }
            }
        } catch (FunctionFailedException e) {
            LOG.warn("{}; its messages come back when their visibility ends", e.getMessage(), e);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void delete(Message message) {
        queues.deleteMessage(request -> request.queueUrl(mapping.queueUrl()).receiptHandle(message.receiptHandle()));
    }

    private ObjectNode record(Message message) {
        ObjectNode record = JSON.createObjectNode();
        record.put("messageId", message.messageId());
        record.put("receiptHandle", message.receiptHandle());
        record.put("body", message.body());
        ObjectNode attributes = record.putObject("attributes");
        message.attributesAsStrings().forEach(attributes::put);
        ObjectNode custom = record.putObject("messageAttributes");
        message.messageAttributes()
                .forEach((name, value) -> custom.putObject(name)
                        .put("stringValue", value.stringValue())
                        .put("dataType", value.dataType()));
        record.put("md5OfBody", message.md5OfBody());
        record.put("eventSource", "aws:sqs");
        record.put("eventSourceARN", mapping.queueArn());
        record.put("awsRegion", Resolver.REGION);
        return record;
    }

    /** Lambda matches a pattern on {@code body} against the body's JSON where it is JSON. */
    private static JsonNode filterable(ObjectNode record) {
        try {
            return record.deepCopy()
                    .set("body", JSON.readTree(record.path("body").asText()));
        } catch (IOException notJson) {
            return record;
        }
    }

    @Override
    public void close() {
        open = false;
        threads.forEach(Thread::interrupt);
    }
}
