package uk.casebridge.local.resource;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import uk.casebridge.local.engine.QueueEngine;
import uk.casebridge.local.template.Properties;
import uk.casebridge.local.template.Resource;

/** SQS queues with their dead-letter queues. */
public final class Queues implements Family {
    private static final String SEALING = "messages are in memory and gone with the house";
    private static final Map<String, String> IGNORED = Map.of(
            "KmsMasterKeyId", SEALING,
            "KmsDataKeyReusePeriodSeconds", SEALING,
            "SqsManagedSseEnabled", SEALING,
            "DeduplicationScope", "ElasticMQ deduplicates by queue; deduplication ids name a delivery, so both agree",
            "FifoThroughputLimit", "nothing limits throughput locally",
            "MessageRetentionPeriod", "nothing local lives long enough to expire",
            "RedriveAllowPolicy", "ElasticMQ lets any queue use any dead-letter queue",
            "Tags", "only labels");

    private final QueueEngine queues;
    private final Map<String, String> made = new TreeMap<>();

    public Queues(QueueEngine queues) {
        this.queues = queues;
    }

    /** The address of each queue by its name. */
    public Map<String, String> addresses() {
        return Map.copyOf(made);
    }

    @Override
    public Set<String> types() {
        return Set.of("AWS::SQS::Queue");
    }

    @Override
    public Map<String, String> ignored(String type) {
        return IGNORED;
    }

    @Override
    public Made make(Resource resource, Properties properties) {
        boolean fifo = properties.flag("FifoQueue");
        String name = properties
                .text("QueueName")
                .orElseGet(() -> fifo ? Names.physical(resource, 75) + ".fifo" : Names.physical(resource, 80));
        Map<QueueAttributeName, String> attributes = new EnumMap<>(QueueAttributeName.class);
        if (fifo) {
            attributes.put(QueueAttributeName.FIFO_QUEUE, "true");
            attributes.put(
                    QueueAttributeName.CONTENT_BASED_DEDUPLICATION,
                    Boolean.toString(properties.flag("ContentBasedDeduplication")));
        }
        copy(properties, "VisibilityTimeout", QueueAttributeName.VISIBILITY_TIMEOUT, attributes);
        copy(properties, "DelaySeconds", QueueAttributeName.DELAY_SECONDS, attributes);
        copy(
                properties,
                "ReceiveMessageWaitTimeSeconds",
                QueueAttributeName.RECEIVE_MESSAGE_WAIT_TIME_SECONDS,
                attributes);
        copy(properties, "MaximumMessageSize", QueueAttributeName.MAXIMUM_MESSAGE_SIZE, attributes);
        if (properties.has("RedrivePolicy")) {
            Properties redrive = properties.part("RedrivePolicy");
            attributes.put(
                    QueueAttributeName.REDRIVE_POLICY,
                    "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%s}"
                            .formatted(redrive.required("deadLetterTargetArn"), redrive.required("maxReceiveCount")));
        }
        String url = queues.client()
                .createQueue(request -> request.queueName(name).attributes(attributes))
                .queueUrl();
        made.put(name, url);
        return new Made(url, Map.of("Arn", Names.arn("sqs", name), "QueueName", name, "QueueUrl", url));
    }

    private static void copy(
            Properties properties,
            String property,
            QueueAttributeName attribute,
            Map<QueueAttributeName, String> attributes) {
        properties.text(property).ifPresent(value -> attributes.put(attribute, value));
    }
}
