package uk.casebridge.store.memory;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import uk.casebridge.store.RecipientQueues.DeadLetter;
import uk.casebridge.store.RoomDeadLetters;
import uk.casebridge.store.RoomQueue;

/** The rooms' dead letters in memory, and what was put back of them. */
public final class MemoryRoomDeadLetters implements RoomDeadLetters {

    private final Map<RoomQueue, List<DeadLetter>> dead = new EnumMap<>(RoomQueue.class);
    private final Map<RoomQueue, List<String>> redriven = new EnumMap<>(RoomQueue.class);

    /** Puts a message among a room's dead letters, as a room that fails too often does. */
    public synchronized void bury(RoomQueue queue, String body) {
        List<DeadLetter> letters = of(queue);
        letters.add(new DeadLetter("dead-" + (letters.size() + 1), body, 5));
    }

    /** The bodies of what was put back on a room's queue, in order. */
    public synchronized List<String> redriven(RoomQueue queue) {
        return List.copyOf(redriven.getOrDefault(queue, List.of()));
    }

    @Override
    public synchronized long count(RoomQueue queue) {
        return of(queue).size();
    }

    @Override
    public synchronized List<DeadLetter> look(RoomQueue queue, int limit) {
        return of(queue).stream().limit(limit).toList();
    }

    @Override
    public synchronized int redrive(RoomQueue queue, int most) {
        List<DeadLetter> letters = of(queue);
        List<DeadLetter> moved = List.copyOf(letters.subList(0, Math.min(most, letters.size())));
        letters.removeAll(moved);
        moved.forEach(letter ->
                redriven.computeIfAbsent(queue, none -> new ArrayList<>()).add(letter.body()));
        return moved.size();
    }

    private List<DeadLetter> of(RoomQueue queue) {
        return dead.computeIfAbsent(queue, none -> new ArrayList<>());
    }
}
