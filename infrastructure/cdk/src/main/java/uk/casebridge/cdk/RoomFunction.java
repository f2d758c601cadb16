package uk.casebridge.cdk;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;
import software.constructs.IDependable;

/**
 * The function of a room with a role and a log group of its own. The role may write its log and nothing else until
 * {@link #may} says so.
 */
final class RoomFunction extends Construct {

    private final Room room;
    private final Role role;
    private final Function function;
    private final IFunction called;

    /**
     * Makes it.
     *
     * @param settings a value for each setting the room needs, and for no other
     */
    RoomFunction(Construct scope, Room room, Deployables deployables, Map<Setting, String> settings) {
        super(scope, room.title());
        if (!settings.keySet().equals(room.settings())) {
            throw new IllegalArgumentException(
                    "The " + room.id() + " room needs " + room.settings() + " but was given " + settings.keySet());
        }
        this.room = room;
        LogGroup log = LogGroup.Builder.create(this, "Log")
                .retention(RetentionDays.THREE_MONTHS)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        role = Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .description("Casebridge: what the " + room.id() + " function may do")
                .build();
        may("WriteItsLog", List.of("logs:CreateLogStream", "logs:PutLogEvents"), List.of(log.getLogGroupArn()));

        Function.Builder builder = Function.Builder.create(this, "Function")
                .description("Casebridge " + room.id() + ": " + room.purpose())
                .runtime(Runtime.JAVA_25)
                // Nothing native is in a deployable, and Graviton costs a fifth less for the same time.
                .architecture(Architecture.ARM_64)
                .handler(room.handler())
                .code(Code.fromAsset(deployables.of(room).toString()))
                .memorySize(room.memory())
                .timeout(Duration.seconds(room.timeout().toSeconds()))
                .role(role)
                .logGroup(log)
                .loggingFormat(LoggingFormat.TEXT)
                .environment(environment(settings));
        if (room.isWaitedFor()) {
            builder.snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS);
        }
        function = builder.build();
        if (room.isWaitedFor()) {
            Explained.published(function);
        }
        // Only a published version wakes from a snapshot, so callers go to an alias.
        called = room.isWaitedFor()
                ? Alias.Builder.create(this, "Live")
                        .aliasName("live")
                        .version(function.getCurrentVersion())
                        .build()
                : function;
    }

    private static Map<String, String> environment(Map<Setting, String> settings) {
        Map<String, String> environment = new LinkedHashMap<>();
        new EnumMap<>(settings).forEach((setting, value) -> environment.put(setting.variable(), value));
        return environment;
    }

    Room room() {
        return room;
    }

    Function function() {
        return function;
    }

    /** What callers call: the function, or its alias if it wakes from a snapshot. */
    IFunction called() {
        return called;
    }

    Role role() {
        return role;
    }

    /** What says what the role may do; who reads a source in the room's name waits for it. */
    IDependable policy() {
        return role.getNode().findChild("DefaultPolicy");
    }

    /** Lets the room do something with something. */
    void may(String sid, List<String> actions, List<String> resources) {
        role.addToPolicy(PolicyStatement.Builder.create()
                .sid(sid)
                .actions(actions)
                .resources(resources)
                .build());
    }

    /** Alarms on its errors and throttles. */
    void watch(Alarms alarms, Alarms.Concern concern) {
        MetricOptions sum = MetricOptions.builder()
                .statistic("Sum")
                .period(Duration.minutes(5))
                .build();
        alarms.ring(
                this,
                "Errors",
                function.metricErrors(sum),
                Alarms.Limit.atLeast(1),
                concern,
                "The " + room.id() + " function failed.",
                Runbook.FUNCTION_ERRORS);
        alarms.ring(
                this,
                "Throttles",
                function.metricThrottles(sum),
                Alarms.Limit.atLeast(1),
                concern,
                "The " + room.id() + " function was refused for want of capacity.",
                Runbook.FUNCTION_THROTTLES);
    }
}
