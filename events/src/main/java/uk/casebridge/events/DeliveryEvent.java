package uk.casebridge.events;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A message on a recipient's queue: one delivery of one record version, as a CloudEvents 1.0 event in structured JSON.
 * The relay writes it, an agency reads it; {@link Schemas} says whether a text is one.
 *
 * @param type what happened to the record
 * @param time when it was put on the queue
 * @param delivery the delivery's id, which is the event's id too: one that was had before is a duplicate
 * @param recipient the recipient's id, such as {@code prison}
 * @param place where within the recipient it goes
 * @param urgency by which lane it came
 * @param kind the id of the kind of paper, such as {@code remand-warrant}
 * @param paper the id of the paper
 * @param record the record's id, which is the event's subject too
 * @param version the record's version, from 1; a lower one than the recipient holds is to be refused
 * @param issuingCourt the court that sent the paper
 * @param sourceTime when the source made the paper
 * @param restrictions reporting restriction, youth and protection markers, to be shown wherever the record is
 * @param document the paper itself; empty if the recipient is not entitled to it, or the paper was withdrawn
 * @param findings warnings and to-dos about the fields sent
 * @param changes what differs from the version before; empty unless amended
 * @param fields the fields the recipient is entitled to; of a withdrawn paper those of the version that holds instead,
 *     none if nothing does; of a recalled paper none
 * @param reason why the paper was withdrawn or recalled; empty unless it was
 * @param standing the version that holds instead of a withdrawn or recalled paper's; empty if none does
 */
public record DeliveryEvent(
        Type type,
        Instant time,
        String delivery,
        String recipient,
        Place place,
        Urgency urgency,
        String kind,
        String paper,
        String record,
        int version,
        Court issuingCourt,
        SourceTime sourceTime,
        List<String> restrictions,
        Optional<Document> document,
        List<Finding> findings,
        List<Change> changes,
        FieldTree fields,
        Optional<String> reason,
        Optional<Standing> standing) {

    /** The source every event names. */
    public static final String SOURCE = "/casebridge/relay";

    public DeliveryEvent {
        restrictions = List.copyOf(restrictions);
        findings = List.copyOf(findings);
        changes = List.copyOf(changes);
    }

    /** The event as the JSON that goes on a queue. */
    public String toJson() {
        return EventJson.write(this);
    }

    /**
     * Reads an event that {@link Schemas} found right.
     *
     * @throws IllegalArgumentException if the text is not such an event
     */
    public static DeliveryEvent fromJson(String json) {
        return EventJson.read(json);
    }

    /** What happened to a record, in its first version of the message. */
    public enum Type {
        RECORDED("paper.recorded.v1"),
        AMENDED("paper.amended.v1"),
        WITHDRAWN("paper.withdrawn.v1"),
        /** It went to the wrong place: delete what came of it and say so. */
        RECALLED("paper.recalled.v1");

        private final String schemaName;

        Type(String schemaName) {
            this.schemaName = schemaName;
        }

        /** The event type as it stands in the envelope. */
        public String id() {
            return "uk.casebridge." + schemaName;
        }

        /** The name of the schema of its data, without the ending. */
        public String schemaName() {
            return schemaName;
        }

        static Type ofId(String id) {
            return Arrays.stream(values())
                    .filter(type -> type.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No event has the type " + id));
        }
    }

    /** The lane a delivery goes by. */
    public enum Urgency {
        ORDINARY("ordinary"),
        /** It changes someone's custody: handle it before any other. */
        CUSTODY("custody");

        private final String id;

        Urgency(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }

        static Urgency ofId(String id) {
            return Arrays.stream(values())
                    .filter(urgency -> urgency.id.equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No urgency is called " + id));
        }
    }

    /** The version, read from another paper, that holds instead of one that was taken back. */
    public record Standing(int version, String paper) {}

    /** One listing centre, prison or office, by its code and name. */
    public record Place(String code, String name) {}

    /** A court by its organisation unit code and name. */
    public record Court(String code, String name) {}

    /**
     * When the source made a paper.
     *
     * @param stated what the message or the printed text states
     * @param evidence what that rests on: {@code message}, {@code printed} or {@code file}
     * @param fileTime the creation time inside the file, which is weak
     */
    public record SourceTime(Optional<Instant> stated, String evidence, Optional<Instant> fileTime) {}

    /**
     * The paper itself.
     *
     * @param sha256 64 lower-case hexadecimal digits
     * @param size bytes
     * @param mediaType what its content is
     * @param href where it is fetched, a path below the address of the agencies' API
     */
    public record Document(String sha256, long size, String mediaType, String href) {}

    /**
     * What a check says of the record.
     *
     * @param code stable code
     * @param severity {@code warning} or {@code to-do}; {@code error} where a person let it pass
     * @param fields paths of the fields it is about
     * @param what what is the matter
     */
    public record Finding(String code, String severity, List<String> fields, String what) {
        public Finding {
            fields = List.copyOf(fields);
        }
    }

    /** Whether saying "received" is not enough: it changes or takes back what was said before. */
    public boolean needsAcknowledgement() {
        return type == Type.AMENDED || type == Type.WITHDRAWN;
    }

    /** What the amendment took away, whole members of lists and single fields and words, said out loud. */
    public List<Change> removals() {
        return changes.stream().filter(Change::removed).toList();
    }

    /**
     * A field that differs from the version before, or a passage of a longer text. Members of lists, such as offences
     * and results, are told apart by what they say, so one that only moved is no change.
     *
     * @param path the field, as it stands now; of a member that was removed, as it stood in the version before
     * @param movedFrom where the field stood in the version before; empty if it is at the same place
     * @param member the member of a list that was removed or added whole, of which this field is a part
     * @param passage the words that lead to the passage that changed; empty if the whole value is meant
     * @param before what stood there before; empty if it was added
     * @param after what stands there now; empty if it was removed
     */
    public record Change(
            String path,
            Optional<String> movedFrom,
            Optional<String> member,
            Optional<String> passage,
            Optional<String> before,
            Optional<String> after) {

        /** A change of a whole value at one place. */
        public Change(String path, Optional<String> before, Optional<String> after) {
            this(path, Optional.empty(), Optional.empty(), Optional.empty(), before, after);
        }

        /** Whether something that was there is gone. */
        public boolean removed() {
            return after.isEmpty();
        }
    }
}
