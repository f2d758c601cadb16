package uk.casebridge.reading.messages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.record.SourceTime;

/**
 * What a message says.
 *
 * @param mediaType what its content is
 * @param kind the kind its records are of
 * @param told what told its kind: the name of its format
 * @param records one for each unit of the kind, in the order of the message
 */
public record Message(String mediaType, Kind kind, String told, List<Record> records) {

    public Message {
        records = List.copyOf(records);
    }

    /**
     * One record of a message.
     *
     * @param fields its fields, without places
     * @param findings what is to be said of how it was sent, besides what the kind's rules say of it
     * @param sourceTime when it was made, as the message says itself
     */
    public record Record(Fields fields, List<Finding> findings, SourceTime sourceTime) {
        public Record {
            findings = List.copyOf(findings);
        }
    }

    /** A time that the message states itself. */
    static SourceTime time(Optional<Instant> stated) {
        return stated.isEmpty()
                ? SourceTime.unknown()
                : new SourceTime(stated, SourceTime.Evidence.MESSAGE, Optional.empty());
    }
}
