package uk.casebridge.cdk;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Every function there is: its handler, what it is given to run on, and the settings it needs. */
public enum Room {
    EXTRACT(
            "Reads incoming papers: gate, reading, record and deliveries",
            2048,
            Duration.ofMinutes(2),
            Wait.NOBODY,
            EnumSet.of(
                    Setting.TABLE,
                    Setting.KEY,
                    Setting.INCOMING,
                    Setting.ORIGINALS,
                    Setting.EVIDENCE,
                    Setting.STANDING_DATA,
                    Setting.EXTRACT_QUEUE,
                    Setting.PICTURE_QUEUE,
                    Setting.READING,
                    Setting.OCR)),
    PICTURE(
            "Draws the pages of a paper for the pages that show them",
            2048,
            Duration.ofMinutes(2),
            Wait.NOBODY,
            EnumSet.of(Setting.TABLE, Setting.KEY, Setting.ORIGINALS, Setting.EVIDENCE)),
    RELAY(
            "Sends pending deliveries to their recipients' queues",
            1024,
            Duration.ofMinutes(1),
            Wait.NOBODY,
            EnumSet.of(Setting.TABLE, Setting.KEY, Setting.EVIDENCE, Setting.RECIPIENT_QUEUES)),
    SWEEP(
            "Finds what is stuck, unsent or overdue",
            1024,
            Duration.ofMinutes(4),
            Wait.NOBODY,
            EnumSet.of(
                    Setting.TABLE,
                    Setting.KEY,
                    Setting.RECIPIENT_QUEUES,
                    Setting.EXTRACT_QUEUE,
                    Setting.PICTURE_QUEUE)),
    AGENCIES(
            "Answers the agencies: their deliveries, documents and receipts",
            1024,
            Duration.ofSeconds(29),
            Wait.PEOPLE,
            EnumSet.of(Setting.TABLE, Setting.KEY, Setting.ORIGINALS, Setting.EVIDENCE, Setting.AGENCY_CLIENTS)),
    OPERATOR(
            "Answers those who run the house",
            1024,
            Duration.ofSeconds(29),
            Wait.PEOPLE,
            EnumSet.of(
                    Setting.TABLE,
                    Setting.KEY,
                    Setting.INCOMING,
                    Setting.ORIGINALS,
                    Setting.EVIDENCE,
                    Setting.STANDING_DATA,
                    Setting.RECIPIENT_QUEUES,
                    Setting.DEAD_LETTERS,
                    Setting.ROOM_QUEUES,
                    Setting.ROOM_DEAD_LETTERS,
                    Setting.EXTRACT_QUEUE,
                    Setting.PICTURE_QUEUE,
                    Setting.OPERATOR_CLIENTS)),
    PORTAL(
            "The clerks' pages",
            1024,
            Duration.ofSeconds(29),
            Wait.PEOPLE,
            EnumSet.of(
                    Setting.TABLE,
                    Setting.KEY,
                    Setting.INCOMING,
                    Setting.ORIGINALS,
                    Setting.EVIDENCE,
                    Setting.EXTRACT_QUEUE,
                    Setting.OIDC_ISSUER,
                    Setting.OIDC_CLIENT,
                    Setting.PORTAL_URL));

    private enum Wait {
        NOBODY,
        PEOPLE
    }

    private final String purpose;
    private final int memory;
    private final Duration timeout;
    private final Wait wait;
    private final Set<Setting> settings;

    Room(String purpose, int memory, Duration timeout, Wait wait, Set<Setting> settings) {
        this.purpose = purpose;
        this.memory = memory;
        this.timeout = timeout;
        this.wait = wait;
        this.settings = Collections.unmodifiableSet(settings);
    }

    /** Its name in folders and packages: lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its name in the template: the id with a capital. */
    public String title() {
        return id().substring(0, 1).toUpperCase(Locale.ROOT) + id().substring(1);
    }

    /** The handler's class, which the Lambda runtime looks up. */
    public String handler() {
        return "uk.casebridge." + id() + "." + title() + "Handler";
    }

    public String purpose() {
        return purpose;
    }

    /** In MiB; processor time comes in proportion, one core at 1,769. */
    public int memory() {
        return memory;
    }

    public Duration timeout() {
        return timeout;
    }

    /** Whether a person or an agency's program waits for the answer, so that a cold start is felt. */
    public boolean isWaitedFor() {
        return wait == Wait.PEOPLE;
    }

    public Set<Setting> settings() {
        return settings;
    }
}
