package uk.casebridge.domain.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import uk.casebridge.domain.field.Fields;

/**
 * When the source made a paper, which orders the versions of a record.
 *
 * @param stated the moment the message or the printed text states, UTC; a printed date is the start of that day in
 *     London
 * @param evidence what the stated moment rests on
 * @param fileTime the creation time inside the file: weak, since saving a copy can change it; decides only between
 *     papers that state the same
 */
public record SourceTime(Optional<Instant> stated, Evidence evidence, Optional<Instant> fileTime) {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** What a source time rests on, the strongest first. */
    public enum Evidence {
        MESSAGE,
        PRINTED,
        FILE
    }

    /** How one paper stands in time to another about the same thing. */
    public enum Order {
        NEWER,
        /** Newer, by the file's own time only. */
        NEWER_BY_FILE_TIME,
        OLDER,
        IN_DOUBT
    }

    /** What a record's own fields print of when its source made it. */
    public static SourceTime printedIn(Fields fields, Optional<Instant> fileTime) {
        for (String path : List.of("generatedOn", "issuedOn")) {
            Optional<LocalDate> printed = fields.date(path);
            if (printed.isPresent()) {
                return new SourceTime(
                        Optional.of(printed.get().atStartOfDay(LONDON).toInstant()), Evidence.PRINTED, fileTime);
            }
        }
        return new SourceTime(Optional.empty(), Evidence.FILE, fileTime);
    }

    public static SourceTime unknown() {
        return new SourceTime(Optional.empty(), Evidence.FILE, Optional.empty());
    }

    /** How this one stands to the other. */
    public Order against(SourceTime other) {
        if (stated.isPresent() && other.stated.isPresent()) {
            int order = stated.get().compareTo(other.stated.get());
            if (order != 0) {
                return order > 0 ? Order.NEWER : Order.OLDER;
            }
        } else if (stated.isPresent() || other.stated.isPresent()) {
            return Order.IN_DOUBT;
        }
        if (fileTime.isPresent() && other.fileTime.isPresent()) {
            int order = fileTime.get().compareTo(other.fileTime.get());
            if (order != 0) {
                return order > 0 ? Order.NEWER_BY_FILE_TIME : Order.OLDER;
            }
        }
        return Order.IN_DOUBT;
    }
}
