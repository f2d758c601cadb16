package uk.casebridge.local.resource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.casebridge.local.function.FunctionFailedException;
import uk.casebridge.local.function.LocalFunction;
import uk.casebridge.local.template.Properties;
import uk.casebridge.local.template.Resolver;
import uk.casebridge.local.template.Resource;
import uk.casebridge.local.template.TemplateException;

/** EventBridge rules that call functions at a rate. */
public final class Schedules implements Family, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Schedules.class);
    private static final Pattern RATE = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)");
    private static final Map<String, String> IGNORED = Map.of(
            "Description", "only words",
            "Targets.Id", "only a name",
            "Targets.RetryPolicy", "a call that fails is made again at the next time",
            "Targets.DeadLetterConfig", "a call that fails is made again at the next time");

    private record Call(LocalFunction function, Duration every, String rule, Optional<String> input) {}

    private final Functions functions;
    private final Clock clock;
    private final List<Call> calls = new ArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("schedule").factory());

    public Schedules(Functions functions, Clock clock) {
        this.functions = functions;
        this.clock = clock;
    }

    @Override
    public Set<String> types() {
        return Set.of("AWS::Events::Rule");
    }

    @Override
    public Map<String, String> ignored(String type) {
        return IGNORED;
    }

    @Override
    public Made make(Resource resource, Properties properties) {
        String name = properties.text("Name").orElseGet(() -> Names.physical(resource, 64));
        String arn = Names.arn("events", "rule/" + name);
        Duration every = every(properties.required("ScheduleExpression"));
        boolean enabled = !properties.text("State").orElse("ENABLED").equals("DISABLED");
        for (Properties target : properties.parts("Targets")) {
            Call call = new Call(functions.byArn(target.required("Arn")), every, arn, target.text("Input"));
            if (enabled) {
                calls.add(call);
            }
        }
        return new Made(name, Map.of("Arn", arn));
    }

    static Duration every(String expression) {
        Matcher rate = RATE.matcher(expression);
        if (!rate.matches()) {
            throw new TemplateException("the schedule " + expression + " is no rate, and only rates are known");
        }
        return Duration.of(
                Long.parseLong(rate.group(1)),
                ChronoUnit.valueOf(rate.group(2).toUpperCase(java.util.Locale.ROOT) + "S"));
    }

    public void start() {
        calls.forEach(call -> timer.scheduleAtFixedRate(
                () -> call(call), call.every().toSeconds(), call.every().toSeconds(), TimeUnit.SECONDS));
    }

    private void call(Call call) {
        try {
            call.function()
                    .invoke(call.input().orElseGet(() -> event(call.rule())).getBytes(StandardCharsets.UTF_8));
        } catch (FunctionFailedException e) {
            LOG.warn("{}; it is called again in {}", e.getMessage(), call.every(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String event(String rule) {
        ObjectNode event = new ObjectMapper().createObjectNode();
        event.put("version", "0")
                .put("id", UUID.randomUUID().toString())
                .put("detail-type", "Scheduled Event")
                .put("source", "aws.events")
                .put("account", Resolver.ACCOUNT)
                .put("time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("region", Resolver.REGION);
        event.putArray("resources").add(rule);
        event.putObject("detail");
        return event.toString();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
