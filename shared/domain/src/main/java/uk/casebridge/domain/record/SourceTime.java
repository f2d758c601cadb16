package uk.casebridge.domain.record;

import java.time.Duration;
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
 * @param maker the program that made the file, as the file names it, such as {@code LibreOffice 7.2}
 */
public record SourceTime(
        Optional<Instant> stated, Evidence evidence, Optional<Instant> fileTime, Optional<String> maker) {

    /** Two files that one program made closer together than this may have been saved in any order. */
    private static final Duration APART = Duration.ofMinutes(1);

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** A time of which nothing says what made the file. */
    public SourceTime(Optional<Instant> stated, Evidence evidence, Optional<Instant> fileTime) {
        this(stated, evidence, fileTime, Optional.empty());
    }

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

    /** What a record's own fields print of when its source made it; nothing says what made the file. */
    public static SourceTime printedIn(Fields fields, Optional<Instant> fileTime) {
        return printedIn(fields, fileTime, Optional.empty());
    }

    /** What a record's own fields print of when its source made it, with what the file says of itself. */
    public static SourceTime printedIn(Fields fields, Optional<Instant> fileTime, Optional<String> maker) {
        for (String path : List.of("generatedOn", "issuedOn")) {
            Optional<LocalDate> printed = fields.date(path);
            if (printed.isPresent()) {
                return new SourceTime(
                        Optional.of(printed.get().atStartOfDay(LONDON).toInstant()), Evidence.PRINTED, fileTime, maker);
            }
        }
        return new SourceTime(Optional.empty(), Evidence.FILE, fileTime, maker);
    }

    public static SourceTime unknown() {
        return new SourceTime(Optional.empty(), Evidence.FILE, Optional.empty());
    }

    /**
     * Whether which of the two is newer rests on nothing but weak file times. They are not weak where the same program
     * made both files and made them more than a minute apart: that is how a court's own system issues a paper and, later,
     * the corrected one. A file of another program, or of none that is named, may be a copy that somebody saved again.
     */
    public boolean restsOnWeakFileTimes(SourceTime other) {
        if (!stated.equals(other.stated) || fileTime.isEmpty() || other.fileTime.isEmpty()) {
            return false;
        }
        boolean sameMaker = maker.isPresent() && maker.equals(other.maker);
        boolean apart =
                Duration.between(fileTime.get(), other.fileTime.get()).abs().compareTo(APART) > 0;
        return !(sameMaker && apart);
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
