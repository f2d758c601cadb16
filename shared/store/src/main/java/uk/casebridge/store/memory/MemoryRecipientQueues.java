package uk.casebridge.store.memory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.casebridge.domain.kind.Urgency;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.store.RecipientAwayException;
import uk.casebridge.store.RecipientQueues;

/** Recipients' queues in memory. They keep what was sent until it is taken, and forget a deduplication id after five minutes. */
public final class MemoryRecipientQueues implements RecipientQueues {

    private static final Duration DEDUPLICATION = Duration.ofMinutes(5);

    private final Clock clock;
    private final Map<Lane, List<Waiting>> lanes = new HashMap<>();
    private final Map<Lane, List<Message>> everSent = new HashMap<>();
    private final Map<Lane, Map<String, Instant>> seen = new HashMap<>();
    private final Map<Recipient, List<Dead>> dead = new HashMap<>();
    private final Set<Recipient> away = EnumSet.noneOf(Recipient.class);

    MemoryRecipientQueues(Clock clock) {
        this.clock = clock;
    }

    /** Makes a recipient's queues refuse messages from now on. */
    public synchronized void leave(Recipient recipient) {
        away.add(recipient);
    }

    /** Lets a recipient's queues take messages again. */
    public synchronized void comeBack(Recipient recipient) {
        away.remove(recipient);
    }

    /** Everything ever accepted on a lane, the oldest first, duplicates left out. */
    public synchronized List<Message> sent(Recipient recipient, Urgency urgency) {
        return List.copyOf(everSent.getOrDefault(new Lane(recipient, urgency), List.of()));
    }

    /** Everything ever accepted for a recipient, urgent messages first. */
    public synchronized List<Message> sent(Recipient recipient) {
        List<Message> all = new ArrayList<>(sent(recipient, Urgency.CUSTODY));
        all.addAll(sent(recipient, Urgency.ORDINARY));
        return List.copyOf(all);
    }

    /** Takes the oldest waiting message off a lane, as a consumer does. */
    public synchronized Optional<Message> take(Recipient recipient, Urgency urgency) {
        List<Waiting> waiting = lanes.getOrDefault(new Lane(recipient, urgency), new ArrayList<>());
        return waiting.isEmpty()
                ? Optional.empty()
                : Optional.of(waiting.removeFirst().message());
    }

    /** Puts the oldest waiting message of a lane among the dead letters, as a consumer that fails too often does. */
    public synchronized void bury(Recipient recipient, Urgency urgency) {
        Message message = take(recipient, urgency)
                .orElseThrow(() -> new IllegalStateException("Nothing waits for " + recipient.id()));
        dead.computeIfAbsent(recipient, none -> new ArrayList<>()).add(new Dead(urgency, message));
    }

    @Override
    public synchronized void send(Recipient recipient, Urgency urgency, Message message) throws RecipientAwayException {
        if (away.contains(recipient)) {
            throw new RecipientAwayException(
                    "The queue of " + recipient.id() + " is away", new IllegalStateException("switched off"));
        }
        Lane lane = new Lane(recipient, urgency);
        Instant now = clock.instant();
        Map<String, Instant> ids = seen.computeIfAbsent(lane, none -> new HashMap<>());
        Instant before = ids.get(message.deduplicationId());
        if (before != null && now.isBefore(before.plus(DEDUPLICATION))) {
            return;
        }
        ids.put(message.deduplicationId(), now);
        lanes.computeIfAbsent(lane, none -> new ArrayList<>()).add(new Waiting(message, now));
        everSent.computeIfAbsent(lane, none -> new ArrayList<>()).add(message);
    }

    @Override
    public synchronized Depth depth(Recipient recipient) {
        List<Waiting> waiting = new ArrayList<>();
        for (Urgency urgency : Urgency.values()) {
            waiting.addAll(lanes.getOrDefault(new Lane(recipient, urgency), List.of()));
        }
        Optional<Duration> oldest = waiting.stream()
                .map(Waiting::since)
                .min(Instant::compareTo)
                .map(since -> Duration.between(since, clock.instant()));
        return new Depth(
                waiting.size(), 0, dead.getOrDefault(recipient, List.of()).size(), oldest);
    }

    @Override
    public synchronized List<DeadLetter> deadLetters(Recipient recipient, int limit) {
        return dead.getOrDefault(recipient, List.of()).stream()
                .limit(limit)
                .map(letter -> new DeadLetter(
                        letter.message().deduplicationId(), letter.message().body(), 1))
                .toList();
    }

    @Override
    public synchronized int redrive(Recipient recipient, int most) throws RecipientAwayException {
        List<Dead> letters = dead.getOrDefault(recipient, new ArrayList<>());
        int moved = 0;
        while (moved < most && !letters.isEmpty()) {
            Dead letter = letters.getFirst();
            Message message = letter.message();
            send(
                    recipient,
                    letter.urgency(),
                    new Message(message.body(), message.group(), "again-" + message.deduplicationId()));
            letters.removeFirst();
            moved++;
        }
        return moved;
    }

    private record Lane(Recipient recipient, Urgency urgency) {}

    private record Waiting(Message message, Instant since) {}

    private record Dead(Urgency urgency, Message message) {}
}
