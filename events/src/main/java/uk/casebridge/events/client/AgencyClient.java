package uk.casebridge.events.client;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import uk.casebridge.events.DeliveryEvent;
import uk.casebridge.events.DeliveryReceipt;
import uk.casebridge.events.DeliveryReceipt.Answer;
import uk.casebridge.events.Schemas;

/**
 * Takes an agency's deliveries: polls its two queues, the urgent one first, checks each message, drops duplicates and
 * older versions, fetches the document, hands both to the agency's {@link Inbox}, answers "received" and takes the
 * message off the queue.
 *
 * <pre>{@code
 * try (AgencyClient client = AgencyClient.connect(settings, TakenDeliveries.inFile(Path.of("taken.txt")))) {
 *     while (!stopped()) {
 *         client.poll((event, document) -> store(event, document)).forEach(outcome -> log(outcome));
 *     }
 * }
 * }</pre>
 *
 * <p>The order of work makes every crash harmless: store, answer, remember, take off the queue. Whatever was not
 * finished comes again. Use from one thread.
 */
public final class AgencyClient implements AutoCloseable {

    // Long polling asks every server of the queue; the wait also bounds how long an ordinary delivery can lie.
    private static final int IDLE_WAIT_SECONDS = 2;
    // Few at a time, so that an urgent delivery never waits for a long row of ordinary ones.
    private static final int MESSAGES_AT_ONCE = 5;
    // Enough for five documents of 50 MB; after that the message comes again.
    private static final int VISIBILITY_SECONDS = 600;

    private final AgencySettings settings;
    private final TakenDeliveries taken;
    private final SqsClient sqs;
    private final AgencyApi api;
    private final Schemas schemas = Schemas.load();
    private final Clock clock;
    private boolean busy;

    /** With an SQS client of the agency's own, which {@link #close} closes. */
    public AgencyClient(AgencySettings settings, TakenDeliveries taken, SqsClient sqs, Clock clock) {
        this.settings = settings;
        this.taken = taken;
        this.sqs = sqs;
        this.clock = clock;
        this.api = new AgencyApi(settings, clock);
    }

    /** With credentials and region from the usual chain of the AWS SDK. */
    public static AgencyClient connect(AgencySettings settings, TakenDeliveries taken) {
        SqsClientBuilder builder = SqsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder());
        settings.sqsEndpoint().ifPresent(builder::endpointOverride);
        return new AgencyClient(settings, taken, builder.build(), Clock.systemUTC());
    }

    /**
     * One round: what is on the urgent queue or, if nothing is, on the ordinary one. Waits up to three seconds for
     * something to come.
     *
     * @return what came of each message, in order
     * @throws software.amazon.awssdk.core.exception.SdkException if a queue cannot be reached; try again later
     * @throws InterruptedException if the thread was interrupted; what was in hand comes again
     */
    public List<Outcome> poll(Inbox inbox) throws InterruptedException {
        List<Outcome> outcomes = pollLane(settings.urgentQueue(), busy ? 0 : IDLE_WAIT_SECONDS, inbox);
        if (outcomes.isEmpty()) {
            outcomes = pollLane(settings.queue(), busy ? 0 : 1, inbox);
        }
        busy = !outcomes.isEmpty();
        return outcomes;
    }

    /**
     * Says that a person has seen what an amendment changes, or that a paper was withdrawn. Until this is said, or that
     * it was acted upon, the sender shows the change as not acknowledged.
     */
    public void acknowledged(DeliveryEvent event) throws IOException, InterruptedException {
        api.answer(
                event.delivery(),
                new DeliveryReceipt(
                        Answer.ACKNOWLEDGED,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(event.version()),
                        clock.instant()));
    }

    /** Says that nothing is left here of a recalled paper: no document, no fields, no copy. */
    public void deleted(DeliveryEvent event) throws IOException, InterruptedException {
        answer(event, Answer.DELETED, Optional.empty(), Optional.empty());
    }

    /** Says that a delivery was acted upon. */
    public void actioned(DeliveryEvent event, Optional<String> documentSha256)
            throws IOException, InterruptedException {
        answer(event, Answer.ACTIONED, documentSha256, Optional.empty());
    }

    /** Sends back a delivery that was taken before, with the reason a clerk will read. */
    public void rejected(DeliveryEvent event, String reason) throws IOException, InterruptedException {
        answer(event, Answer.REJECTED, Optional.empty(), Optional.of(reason));
    }

    private List<Outcome> pollLane(URI queue, int waitSeconds, Inbox inbox) throws InterruptedException {
        List<Message> messages = sqs.receiveMessage(request -> request.queueUrl(queue.toString())
                        .maxNumberOfMessages(MESSAGES_AT_ONCE)
                        .waitTimeSeconds(waitSeconds)
                        .visibilityTimeout(VISIBILITY_SECONDS)
                        .messageSystemAttributeNames(MessageSystemAttributeName.MESSAGE_GROUP_ID))
                .messages();
        List<Outcome> outcomes = new ArrayList<>();
        Set<String> held = new HashSet<>();
        for (Message message : messages) {
            String group =
                    message.attributes().getOrDefault(MessageSystemAttributeName.MESSAGE_GROUP_ID, message.messageId());
            if (held.contains(group)) {
                // Deliveries of one case keep their order: what follows a failed one waits with it.
                giveBack(queue, message);
                continue;
            }
            Outcome outcome = handle(message, inbox);
            outcomes.add(outcome);
            switch (outcome) {
                case Outcome.Invalid invalid -> {
                    held.add(group);
                    // It will never be right: the sooner it is a dead letter, the sooner its case goes on.
                    giveBack(queue, message);
                }
                case Outcome.Failed failed -> {
                    held.add(group);
                    sqs.changeMessageVisibility(request -> request.queueUrl(queue.toString())
                            .receiptHandle(message.receiptHandle())
                            .visibilityTimeout(30));
                }
                default ->
                    sqs.deleteMessage(
                            request -> request.queueUrl(queue.toString()).receiptHandle(message.receiptHandle()));
            }
        }
        return List.copyOf(outcomes);
    }

    private void giveBack(URI queue, Message message) {
        sqs.changeMessageVisibility(request -> request.queueUrl(queue.toString())
                .receiptHandle(message.receiptHandle())
                .visibilityTimeout(0));
    }

    private Outcome handle(Message message, Inbox inbox) throws InterruptedException {
        List<String> faults = schemas.faultsOfEvent(message.body());
        if (!faults.isEmpty()) {
            return new Outcome.Invalid(message.messageId(), faults);
        }
        DeliveryEvent event = DeliveryEvent.fromJson(message.body());
        if (taken.has(event.delivery())) {
            return new Outcome.Duplicate(event);
        }
        try {
            int version = taken.highestVersion(event.record());
            // What must be deleted must be deleted, whatever came since.
            if (event.version() < version && event.type() != DeliveryEvent.Type.RECALLED) {
                sendBack(event, "Version " + version + " of this record is here already.");
                return new Outcome.Older(event, version);
            }
            return take(event, inbox);
        } catch (AgencyApi.SupersededException e) {
            return new Outcome.Superseded(event);
        } catch (IOException | RuntimeException e) {
            return new Outcome.Failed(event, e);
        }
    }

    private Outcome take(DeliveryEvent event, Inbox inbox) throws IOException, InterruptedException {
        Optional<FetchedDocument> document = event.document().isPresent()
                ? Optional.of(api.fetch(event.document().get()))
                : Optional.empty();
        try {
            inbox.take(event, document);
            Optional<String> sha256 = document.map(FetchedDocument::sha256);
            answer(event, Answer.RECEIVED, sha256, Optional.empty());
            // A recall replaces no version: what comes of other papers is no older for it.
            boolean replaces = event.type() != DeliveryEvent.Type.RECALLED;
            taken.remember(event.delivery(), event.record(), replaces ? event.version() : 0);
            return new Outcome.Taken(event, sha256);
        } catch (CannotTakeException e) {
            sendBack(event, e.reason());
            return new Outcome.SentBack(event, e.reason());
        } finally {
            if (document.isPresent()) {
                Files.deleteIfExists(document.get().file());
            }
        }
    }

    private void sendBack(DeliveryEvent event, String reason) throws IOException, InterruptedException {
        answer(event, Answer.REJECTED, Optional.empty(), Optional.of(reason));
        // Remembered by its id alone: a version that was not taken makes no other one old.
        taken.remember(event.delivery(), event.record(), 0);
    }

    private void answer(DeliveryEvent event, Answer answer, Optional<String> documentSha256, Optional<String> reason)
            throws IOException, InterruptedException {
        api.answer(event.delivery(), new DeliveryReceipt(answer, documentSha256, reason, clock.instant()));
    }

    @Override
    public void close() {
        sqs.close();
    }
}
