package uk.casebridge.local.resource;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import uk.casebridge.local.engine.QueueEngine;
import uk.casebridge.local.engine.TableEngine;
import uk.casebridge.local.function.EventFilter;
import uk.casebridge.local.function.LocalFunction;
import uk.casebridge.local.function.QueuePoller;
import uk.casebridge.local.function.StreamPoller;
import uk.casebridge.local.template.Properties;
import uk.casebridge.local.template.Resource;
import uk.casebridge.local.template.TemplateException;

/** Event-source mappings: queues and streams that feed functions. */
public final class EventSources implements Family, AutoCloseable {
    private static final Map<String, String> IGNORED = Map.of(
            "ParallelizationFactor", "a shard is read by one reader, the strictest order there is",
            "StartingPosition", "the house starts with its table, so every position is its beginning",
            "MaximumBatchingWindowInSeconds", "what is there is delivered at once",
            "Tags", "only labels");

    private final QueueEngine queues;
    private final TableEngine tables;
    private final Functions functions;
    private final Clock clock;
    private final List<QueuePoller> queuePollers = new ArrayList<>();
    private final List<StreamPoller> streamPollers = new ArrayList<>();

    public EventSources(QueueEngine queues, TableEngine tables, Functions functions, Clock clock) {
        this.queues = queues;
        this.tables = tables;
        this.functions = functions;
        this.clock = clock;
    }

    @Override
    public Set<String> types() {
        return Set.of("AWS::Lambda::EventSourceMapping");
    }

    @Override
    public Map<String, String> ignored(String type) {
        return IGNORED;
    }

    @Override
    public Made make(Resource resource, Properties properties) {
        LocalFunction function = functions.byArn(properties.required("FunctionName"));
        String source = properties.required("EventSourceArn");
        boolean partial = properties.texts("FunctionResponseTypes").contains("ReportBatchItemFailures");
        EventFilter filter = new EventFilter(properties.part("FilterCriteria").parts("Filters").stream()
                .map(pattern -> pattern.required("Pattern"))
                .toList());
        boolean enabled = properties.text("Enabled").map(Boolean::parseBoolean).orElse(true);
        if (source.contains(":sqs:")) {
            OptionalInt most = properties.part("ScalingConfig").number("MaximumConcurrency");
            QueuePoller.Mapping mapping = new QueuePoller.Mapping(
                    queues.url(source),
                    source,
                    properties.number("BatchSize").orElse(10),
                    partial,
                    filter,
                    Math.min(most.orElse(Integer.MAX_VALUE), functions.concurrency()));
            if (enabled) {
                queuePollers.add(new QueuePoller(queues.client(), function, mapping));
            }
        } else if (source.contains(":dynamodb:")) {
            int age = properties.number("MaximumRecordAgeInSeconds").orElse(-1);
            int retries = properties.number("MaximumRetryAttempts").orElse(-1);
            Optional<String> failures =
                    properties.part("DestinationConfig").part("OnFailure").text("Destination");
            StreamPoller.Mapping mapping = new StreamPoller.Mapping(
                    source,
                    properties.number("BatchSize").orElse(100),
                    partial,
                    properties.flag("BisectBatchOnFunctionError"),
                    retries < 0 ? OptionalInt.empty() : OptionalInt.of(retries),
                    age < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(age)),
                    filter,
                    failures.map(queues::url));
            if (enabled) {
                streamPollers.add(new StreamPoller(tables.streams(), queues.client(), function, mapping, clock));
            }
        } else {
            throw new TemplateException("an event source of the kind " + source + " is not known");
        }
        return new Made(Names.physical(resource, 128), Map.of());
    }

    public void start() {
        queuePollers.forEach(QueuePoller::start);
        streamPollers.forEach(StreamPoller::start);
    }

    @Override
    public void close() {
        queuePollers.forEach(QueuePoller::close);
        streamPollers.forEach(StreamPoller::close);
    }
}
