package uk.casebridge.store;

import java.util.Arrays;
import java.util.Optional;

/** The rooms' own queues, whose dead letters an operator can see and put back. */
public enum RoomQueue {
    EXTRACT("extract", "Reading"),
    EXTRACT_URGENT("extract-urgent", "Reading, urgent lane"),
    PICTURE("picture", "Drawing pages");

    private final String id;
    private final String title;

    RoomQueue(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** Its name in settings and calls: lower case and hyphens. */
    public String id() {
        return id;
    }

    /** What those who run the house read. */
    public String title() {
        return title;
    }

    public static Optional<RoomQueue> withId(String id) {
        return Arrays.stream(values()).filter(queue -> queue.id.equals(id)).findFirst();
    }
}
