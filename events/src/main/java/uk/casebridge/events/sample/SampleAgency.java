package uk.casebridge.events.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import uk.casebridge.events.DeliveryEvent;
import uk.casebridge.events.client.AgencyClient;
import uk.casebridge.events.client.AgencySettings;
import uk.casebridge.events.client.Outcome;
import uk.casebridge.events.client.TakenDeliveries;

/**
 * A small agency for demonstrations: takes every delivery, says "received", acknowledges a change, acts on it a moment
 * later and says so, with a line for each. It knows the local house by its file and runs until it is interrupted.
 *
 * <p>{@code SampleAgency --agency prison --house .casebridge/house.json}
 */
public final class SampleAgency implements AutoCloseable {

    private static final Duration THINKING_TIME = Duration.ofSeconds(1);
    private static final Duration PAUSE_AFTER_TROUBLE = Duration.ofSeconds(2);

    private final String name;
    private final AgencyClient client;
    private final PrintStream out;
    private final Clock clock;
    private final Queue<Matter> matters = new ArrayDeque<>();

    /** A delivery taken and not yet acted on. */
    private record Matter(DeliveryEvent event, Optional<String> documentSha256, Instant due) {}

    SampleAgency(String name, AgencyClient client, PrintStream out, Clock clock) {
        this.name = name;
        this.client = client;
        this.out = out;
        this.clock = clock;
    }

    /** Runs an agency until the process or the thread is interrupted. */
    public static void main(String[] arguments) throws IOException {
        Optional<String> agency = option(arguments, "--agency");
        Optional<String> house = option(arguments, "--house");
        if (agency.isEmpty() || house.isEmpty()) {
            System.err.println("Usage: SampleAgency --agency NAME --house FILE");
            System.exit(2);
            return;
        }
        try (SampleAgency sample = of(agency.get(), Path.of(house.get()), System.out)) {
            sample.run();
        }
    }

    /**
     * An agency of the local house.
     *
     * @param name the recipient's id, such as {@code prison}
     * @param house the file the local house writes about itself
     * @param out where its lines go
     * @throws IOException if the file cannot be read or names no such agency
     */
    public static SampleAgency of(String name, Path house, PrintStream out) throws IOException {
        JsonNode file = new JsonMapper().readTree(Files.readString(house));
        URI sqsAddress = URI.create(text(file, "/sqs"));
        AgencySettings settings = new AgencySettings(
                URI.create(text(file, "/queues/" + name)),
                URI.create(text(file, "/queues/" + name + "-urgent")),
                URI.create(text(file, "/api")),
                URI.create(text(file, "/tokenEndpoint")),
                text(file, "/clients/" + name + "/id"),
                text(file, "/clients/" + name + "/secret"),
                Optional.of(sqsAddress));
        SqsClient sqs = SqsClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .endpointOverride(sqsAddress)
                .region(Region.of(text(file, "/region")))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(text(file, "/accessKey"), text(file, "/secretKey"))))
                .build();
        Clock clock = Clock.systemUTC();
        return new SampleAgency(name, new AgencyClient(settings, TakenDeliveries.inMemory(), sqs, clock), out, clock);
    }

    /** Takes deliveries until the thread is interrupted. */
    public void run() {
        out.println(name + ": waiting for deliveries");
        try {
            while (!Thread.currentThread().isInterrupted()) {
                round();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        out.println(name + ": stopped");
    }

    void round() throws InterruptedException {
        try {
            client.poll((event, document) -> {}).forEach(this::note);
        } catch (SdkException e) {
            out.println(name + ": the queue cannot be reached (" + e.getClass().getSimpleName() + ")");
            Thread.sleep(PAUSE_AFTER_TROUBLE);
        }
        actOnWhatIsDue();
    }

    private void note(Outcome outcome) {
        switch (outcome) {
            case Outcome.Taken taken -> {
                say(
                        taken.event(),
                        "received"
                                + taken.documentSha256()
                                        .map(hash -> ", document " + hash.substring(0, 12))
                                        .orElse(", no document"));
                matters.add(new Matter(
                        taken.event(), taken.documentSha256(), clock.instant().plus(THINKING_TIME)));
            }
            case Outcome.Duplicate duplicate -> say(duplicate.event(), "had before");
            case Outcome.Older older -> say(older.event(), "sent back, version " + older.held() + " is here");
            case Outcome.Superseded superseded -> say(superseded.event(), "replaced by a newer version");
            case Outcome.SentBack sentBack -> say(sentBack.event(), "sent back: " + sentBack.reason());
            case Outcome.Failed failed ->
                say(failed.event(), "comes again: " + failed.cause().getMessage());
            case Outcome.Invalid invalid ->
                out.println(name + ": message " + invalid.messageId() + " is not valid: " + invalid.faults());
        }
    }

    private void actOnWhatIsDue() throws InterruptedException {
        List<Matter> due = matters.stream()
                .filter(matter -> !matter.due().isAfter(clock.instant()))
                .toList();
        for (Matter matter : due) {
            try {
                settle(matter);
                matters.remove(matter);
            } catch (IOException e) {
                // It stays where it is and is tried in the next round.
                say(matter.event(), "not yet answered: " + e.getMessage());
                Thread.sleep(PAUSE_AFTER_TROUBLE);
            }
        }
    }

    private void settle(Matter matter) throws IOException, InterruptedException {
        DeliveryEvent event = matter.event();
        if (event.type() == DeliveryEvent.Type.RECALLED) {
            // This agency keeps nothing, so there is nothing to delete.
            client.deleted(event);
            say(event, "deleted, recalled because: " + event.reason().orElse(""));
            return;
        }
        if (event.needsAcknowledgement()) {
            client.acknowledged(event);
            say(event, "acknowledged" + told(event));
        }
        client.actioned(event, matter.documentSha256());
        say(event, "actioned");
    }

    private static String told(DeliveryEvent event) {
        if (event.type() == DeliveryEvent.Type.WITHDRAWN) {
            return ", withdrawn because: " + event.reason().orElse("")
                    + event.standing()
                            .map(holds -> "; version " + holds.version() + " holds")
                            .orElse("; nothing holds");
        }
        return ", changes: " + event.changes().size()
                + (event.removals().isEmpty()
                        ? ""
                        : ", of which removed: " + event.removals().size());
    }

    private void say(DeliveryEvent event, String what) {
        out.printf(
                "%s: %s %s version %d%s: %s%n",
                name,
                event.urgency() == DeliveryEvent.Urgency.CUSTODY ? "urgent" : "ordinary",
                event.kind(),
                event.version(),
                " for " + event.place().name(),
                what);
    }

    private static String text(JsonNode file, String pointer) throws IOException {
        String text = file.at(pointer).asText("");
        if (text.isEmpty()) {
            throw new IOException("The file of the house says nothing at " + pointer);
        }
        return text;
    }

    private static Optional<String> option(String[] arguments, String name) {
        for (int i = 0; i + 1 < arguments.length; i++) {
            if (arguments[i].equals(name)) {
                return Optional.of(arguments[i + 1]);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        client.close();
    }
}
