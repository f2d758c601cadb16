package uk.casebridge.local;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import uk.casebridge.local.engine.AwsEndpoint;
import uk.casebridge.local.engine.HttpDoor;
import uk.casebridge.local.engine.KeyEngine;
import uk.casebridge.local.engine.ObjectEngine;
import uk.casebridge.local.engine.QueueEngine;
import uk.casebridge.local.engine.SignInEngine;
import uk.casebridge.local.engine.TableEngine;
import uk.casebridge.local.function.FunctionFailedException;
import uk.casebridge.local.function.FunctionLog;
import uk.casebridge.local.function.LocalFunction;
import uk.casebridge.local.resource.Buckets;
import uk.casebridge.local.resource.Building;
import uk.casebridge.local.resource.EventSources;
import uk.casebridge.local.resource.Functions;
import uk.casebridge.local.resource.HttpApis;
import uk.casebridge.local.resource.Keys;
import uk.casebridge.local.resource.Queues;
import uk.casebridge.local.resource.Schedules;
import uk.casebridge.local.resource.SignIns;
import uk.casebridge.local.resource.Tables;
import uk.casebridge.local.template.AddressBook;
import uk.casebridge.local.template.Resolver;
import uk.casebridge.local.template.Template;
import uk.casebridge.local.template.TemplateException;

/**
 * The local house: everything the synthesised templates declare, in one process, on loopback, without Docker. It is a
 * tool for development: all it holds is in memory and gone when it closes.
 */
public final class House implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(House.class);

    private final HouseSettings settings;
    private final Clock clock;
    private final PrintStream out;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Map<String, String> propertiesBefore = new LinkedHashMap<>();
    private HouseFile file;

    private House(HouseSettings settings, Clock clock, PrintStream out) throws Exception {
        this.settings = settings;
        this.clock = clock;
        this.out = out;
        try {
            file = build();
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    /**
     * Starts a house and returns when it is ready.
     *
     * @throws TemplateException if the templates hold something the house does not know
     */
    public static House start(HouseSettings settings) throws Exception {
        return start(settings, System.out);
    }

    /** The same, saying what it says to {@code out}. */
    public static House start(HouseSettings settings, PrintStream out) throws Exception {
        return new House(settings, Clock.systemUTC(), out);
    }

    /** Runs a house until the process is told to end; status 1 if it cannot start, 2 if it was called wrongly. */
    public static void main(String[] arguments) throws InterruptedException {
        HouseSettings settings;
        try {
            settings = HouseSettings.parse(Arrays.asList(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        try {
            House house = start(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(house::close, "close"));
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            LOG.debug("The house cannot start", e);
            System.err.println("The local house cannot start. " + e.getMessage());
            System.exit(1);
        }
    }

    public String portal() {
        return file.portal();
    }

    /** What {@code house.json} says. */
    public com.fasterxml.jackson.databind.JsonNode description() {
        return file.json();
    }

    private <T extends AutoCloseable> T opened(T resource) {
        synchronized (open) {
            open.push(resource);
        }
        return resource;
    }

    private HouseFile build() throws Exception {
        List<Template> templates =
                settings.templates().stream().map(Template::read).toList();
        AwsBasicCredentials credentials = AwsBasicCredentials.create("local" + random(80), random(200));
        settings.state().ifPresent(state -> opened(new FunctionLog(log(state))));

        CompletableFuture<QueueEngine> queueStart =
                async(() -> opened(new QueueEngine(StaticCredentialsProvider.create(credentials))));
        CompletableFuture<TableEngine> tableStart = async(() -> opened(new TableEngine()));
        SignInEngine signIn = opened(new SignInEngine(settings.people(), clock));
        KeyEngine keys = new KeyEngine();
        ObjectEngine objects = opened(new ObjectEngine(credentials));
        HttpDoor door = opened(new HttpDoor(settings.port(), signIn.tokens(), clock));
        QueueEngine queues = joined(queueStart);
        TableEngine tables = joined(tableStart);
        AwsEndpoint endpoint = opened(new AwsEndpoint(List.of(tables, keys)));

        AddressBook addresses = new AddressBook(signIn.address(), door.address());
        Path assets =
                settings.assets().orElseGet(() -> templates.getFirst().folder()).toAbsolutePath();
        Functions functions =
                new Functions(assets, settings.overrides(), lambdaVariables(credentials), addresses, clock);
        Buckets buckets = new Buckets(objects, queues, addresses, clock);
        EventSources sources = opened(new EventSources(queues, tables, functions, clock));
        Schedules schedules = opened(new Schedules(functions, clock));
        Building building = new Building(
                templates,
                List.of(
                        buckets,
                        new Tables(tables),
                        new Queues(queues),
                        new Keys(keys),
                        functions,
                        sources,
                        schedules,
                        new SignIns(signIn, addresses),
                        new HttpApis(door, functions, addresses)));
        building.make();
        functions.all().forEach(this::opened);

        String s3 = objects.start(buckets.origins());
        property("aws.endpointUrlS3", s3);
        property("aws.endpointUrlSqs", queues.address());
        property("aws.endpointUrlDynamoDb", endpoint.address());
        property("aws.endpointUrlKms", endpoint.address());
        property("aws.region", Resolver.REGION);
        property("aws.accessKeyId", credentials.accessKeyId());
        property("aws.secretAccessKey", credentials.secretAccessKey());
        // Several HTTP clients are on this class path, and the SDK refuses to choose.
        property(
                "software.amazon.awssdk.http.service.impl",
                "software.amazon.awssdk.http.urlconnection.UrlConnectionSdkHttpService");
        warm(functions.all());
        sources.start();
        schedules.start();
        door.open();

        HouseFile description = new HouseFile(
                door.address(),
                issuer(functions.all(), signIn),
                queues.address(),
                s3,
                endpoint.address(),
                Resolver.REGION,
                credentials.accessKeyId(),
                credentials.secretAccessKey(),
                signIn.clients(),
                recipientQueues(functions.all()),
                signIn.people());
        say(building, addresses, functions, description);
        if (settings.state().isPresent()) {
            Path state = settings.state().get();
            description.write(state);
            opened(() -> Files.deleteIfExists(state));
        }
        out.println("READY " + door.address());
        return description;
    }

    /** Every function makes its first handler now, all at once: a function that cannot start stops the house. */
    private void warm(List<LocalFunction> functions) {
        List<CompletableFuture<LocalFunction>> starts = functions.stream()
                .map(function -> async(() -> {
                    function.warm();
                    return function;
                }))
                .toList();
        starts.forEach(House::joined);
    }

    private void say(Building building, AddressBook addresses, Functions functions, HouseFile description) {
        Map<String, String> ignored = new java.util.TreeMap<>(building.ignored());
        if (settings.verbose()) {
            out.println("Not honoured locally, and so not tested locally:");
            ignored.forEach((what, why) -> out.println("  " + what + ": " + why));
        } else {
            out.println(
                    ignored.size() + " resource types and properties are not honoured locally (--verbose says why)");
        }
        addresses.used().forEach((there, here) -> out.println("In place of " + there + ": " + here));
        functions.overridden().forEach((what, value) -> out.println("Set for the local house: " + what + "=" + value));
        out.println("Portal         " + description.portal());
        out.println("Sign-in names  "
                + String.join(
                        ", ",
                        description.signIn().stream()
                                .map(person -> person.name() + " " + person.groups())
                                .toList()));
        out.println("Queues");
        new java.util.TreeMap<>(description.queues()).forEach((name, url) -> out.println("  " + name + "  " + url));
    }

    private static String issuer(List<LocalFunction> functions, SignInEngine signIn) {
        return setting(functions, "CASEBRIDGE_OIDC_ISSUER").orElse(signIn.address() + "/" + Resolver.REGION + "_local");
    }

    private static Map<String, String> recipientQueues(List<LocalFunction> functions) {
        Map<String, String> queues = new LinkedHashMap<>();
        setting(functions, "CASEBRIDGE_RECIPIENT_QUEUES").ifPresent(pairs -> {
            for (String pair : pairs.split(",")) {
                int equals = pair.indexOf('=');
                queues.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        });
        return queues;
    }

    private static Optional<String> setting(List<LocalFunction> functions, String name) {
        return functions.stream()
                .flatMap(function ->
                        Optional.ofNullable(function.settings().environment().get(name)).stream())
                .findFirst();
    }

    private static Map<String, String> lambdaVariables(AwsBasicCredentials credentials) {
        return Map.of(
                "AWS_REGION",
                Resolver.REGION,
                "AWS_DEFAULT_REGION",
                Resolver.REGION,
                "AWS_ACCESS_KEY_ID",
                credentials.accessKeyId(),
                "AWS_SECRET_ACCESS_KEY",
                credentials.secretAccessKey());
    }

    private static Path log(Path state) {
        Path folder = Optional.ofNullable(state.toAbsolutePath().getParent()).orElse(Path.of("."));
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return folder.resolve("functions.log");
    }

    private void property(String name, String value) {
        propertiesBefore.put(name, Optional.ofNullable(System.getProperty(name)).orElse(""));
        System.setProperty(name, value);
    }

    private static String random(int bits) {
        return new BigInteger(bits, new SecureRandom()).toString(36);
    }

    /** Something that is made and may fail. */
    private interface Making<T> {
        T make() throws IOException, FunctionFailedException;
    }

    private <T> CompletableFuture<T> async(Making<T> making) {
        CompletableFuture<T> future = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                future.complete(making.make());
            } catch (Throwable e) {
                future.completeExceptionally(e);
            }
        });
        return future;
    }

    private static <T> T joined(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw new IllegalStateException(
                    Optional.ofNullable(e.getCause()).orElse(e).getMessage(), e.getCause());
        }
    }

    @Override
    public void close() {
        Duration patience = Duration.ofSeconds(10);
        Thread closing = Thread.ofPlatform().daemon().name("closing").start(this::closeAll);
        try {
            if (!closing.join(patience)) {
                LOG.warn("Something did not close within {} s", patience.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeAll() {
        synchronized (open) {
            while (!open.isEmpty()) {
                try {
                    open.pop().close();
                } catch (Exception e) {
                    LOG.warn("Something did not close", e);
                }
            }
        }
        propertiesBefore.forEach((name, value) -> {
            if (value.isEmpty()) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
        propertiesBefore.clear();
    }
}
