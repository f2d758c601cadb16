package uk.casebridge.local.resource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import uk.casebridge.local.engine.ObjectEngine;
import uk.casebridge.local.engine.QueueEngine;
import uk.casebridge.local.template.AddressBook;
import uk.casebridge.local.template.Properties;
import uk.casebridge.local.template.Resolver;
import uk.casebridge.local.template.Resource;
import uk.casebridge.local.template.TemplateException;

/** S3 buckets and the messages they send when something is put into them. */
public final class Buckets implements Family {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PRIVATE = "the local store answers only signed requests, and only on loopback";
    private static final Map<String, String> IGNORED = Map.ofEntries(
            Map.entry("BucketEncryption", "objects are in memory and gone with the house"),
            Map.entry("LifecycleConfiguration", "nothing local lives long enough to expire"),
            Map.entry("LoggingConfiguration", "the local store writes no access log"),
            Map.entry("ObjectLockConfiguration", "the local store has no object lock"),
            Map.entry("ObjectLockEnabled", "the local store has no object lock"),
            Map.entry("OwnershipControls", PRIVATE),
            Map.entry("PublicAccessBlockConfiguration", PRIVATE),
            Map.entry("CorsConfiguration.CorsRules.AllowedMethods", "the local store has one rule for all buckets"),
            Map.entry("CorsConfiguration.CorsRules.AllowedHeaders", "the local store has one rule for all buckets"),
            Map.entry("CorsConfiguration.CorsRules.ExposedHeaders", "the local store has one rule for all buckets"),
            Map.entry("CorsConfiguration.CorsRules.MaxAge", "the local store has one rule for all buckets"),
            Map.entry("CorsConfiguration.CorsRules.Id", "only a name"),
            Map.entry("Tags", "only labels"));

    /** Where a kind of event goes. */
    private record Notification(String event, String prefix, String suffix, String queueUrl) {
        boolean concerns(ObjectEngine.Stored stored) {
            boolean kind = event.endsWith(":*")
                    ? stored.event().startsWith(event.substring(0, event.length() - 1))
                    : stored.event().equals(event);
            return kind && stored.key().startsWith(prefix) && stored.key().endsWith(suffix);
        }
    }

    private final ObjectEngine objects;
    private final QueueEngine queues;
    private final AddressBook addresses;
    private final Clock clock;
    private final Set<String> origins = new LinkedHashSet<>();
    private final AtomicLong sequence = new AtomicLong();

    public Buckets(ObjectEngine objects, QueueEngine queues, AddressBook addresses, Clock clock) {
        this.objects = objects;
        this.queues = queues;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** The origins whose pages may post to a bucket, as regular expressions. */
    public List<String> origins() {
        return List.copyOf(origins);
    }

    @Override
    public Set<String> types() {
        return Set.of("AWS::S3::Bucket");
    }

    @Override
    public Map<String, String> ignored(String type) {
        return IGNORED;
    }

    @Override
    public Made make(Resource resource, Properties properties) {
        String name = properties.text("BucketName").orElseGet(() -> Names.bucket(resource));
        boolean versioned = properties
                .part("VersioningConfiguration")
                .text("Status")
                .filter("Enabled"::equals)
                .isPresent();
        for (Properties rule : properties.part("CorsConfiguration").parts("CorsRules")) {
            rule.texts("AllowedOrigins").forEach(origin -> origins.add(Pattern.quote(addresses.local(origin))));
        }
        List<Notification> notifications = new ArrayList<>();
        for (Properties queue : properties.part("NotificationConfiguration").parts("QueueConfigurations")) {
            notifications.add(notification(queue));
        }
        Consumer<ObjectEngine.Stored> listener = stored -> notifications.stream()
                .filter(notification -> notification.concerns(stored))
                .forEach(notification -> queues.client()
                        .sendMessage(request ->
                                request.queueUrl(notification.queueUrl()).messageBody(message(stored))));
        objects.createBucket(name, versioned, listener);
        return new Made(
                name,
                Map.of(
                        "Arn", "arn:aws:s3:::" + name,
                        "DomainName", name + ".s3.amazonaws.com",
                        "RegionalDomainName", name + ".s3." + Resolver.REGION + ".amazonaws.com"));
    }

    private Notification notification(Properties queue) {
        String prefix = "";
        String suffix = "";
        for (Properties rule : queue.part("Filter").part("S3Key").parts("Rules")) {
            switch (rule.required("Name").toLowerCase(Locale.ROOT)) {
                case "prefix" -> prefix = rule.required("Value");
                case "suffix" -> suffix = rule.required("Value");
                default -> throw new TemplateException("a notification filter is by prefix or suffix");
            }
        }
        return new Notification(
                queue.required("Event").replaceFirst("^s3:", ""), prefix, suffix, queues.url(queue.required("Queue")));
    }

    /** The S3 event message structure, version 2.1. */
    private String message(ObjectEngine.Stored stored) {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode record = root.putArray("Records").addObject();
        record.put("eventVersion", "2.1")
                .put("eventSource", "aws:s3")
                .put("awsRegion", Resolver.REGION)
                .put("eventTime", clock.instant().toString())
                .put("eventName", stored.event());
        record.putObject("userIdentity").put("principalId", "local");
        record.putObject("requestParameters").put("sourceIPAddress", "127.0.0.1");
        ObjectNode s3 = record.putObject("s3");
        s3.put("s3SchemaVersion", "1.0");
        s3.putObject("bucket").put("name", stored.bucket()).put("arn", "arn:aws:s3:::" + stored.bucket());
        ObjectNode object = s3.putObject("object");
        object.put(
                        "key",
                        URLEncoder.encode(stored.key(), StandardCharsets.UTF_8).replace("%2F", "/"))
                .put("size", stored.size())
                .put("eTag", stored.eTag())
                .put("sequencer", String.format(Locale.ROOT, "%016X", sequence.incrementAndGet()));
        if (!stored.version().isEmpty()) {
            object.put("versionId", stored.version());
        }
        return root.toString();
    }
}
