package uk.casebridge.extract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Severity;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.domain.record.Reading;
import uk.casebridge.domain.record.Reading.ReadRecord;
import uk.casebridge.domain.record.SourceTime;

/** What test papers say. */
final class Readings {

    static final Instant MORNING = Instant.parse("2026-08-13T09:00:00Z");
    static final Instant NOON = Instant.parse("2026-08-13T12:00:00Z");

    private Readings() {}

    static Reading of(String kind, ReadRecord... records) {
        return new Reading("application/pdf", 2, Optional.of(kind), List.of(), List.of(records), Optional.empty());
    }

    /** A custodial warrant: fields of the defendant and the total sentence. */
    static ReadRecord warrant(String defendant, String total, SourceTime time) {
        return record(
                "custodial-warrant",
                time,
                "court.name=Bexley Magistrates' Court",
                "cases[1].urn=01TS0000126",
                "hearing.date=2026-08-13",
                "defendant.name=" + defendant,
                "defendant.dateOfBirth=1990-02-01",
                "prison.name=Thameside",
                "sentence.total=" + total);
    }

    static ReadRecord warrant(String defendant, String total) {
        return warrant(defendant, total, stated(MORNING));
    }

    static ReadRecord record(String kind, SourceTime time, String... fields) {
        List<Field> all = Arrays.stream(fields)
                .map(field -> field.split("=", 2))
                .map(field -> Field.stated(field[0], field[1]))
                .toList();
        Fields read = Fields.of(new ArrayList<>(all));
        return new ReadRecord(read, List.of(), KindCatalogue.get(kind).urgency().apply(read), List.of(), time);
    }

    static ReadRecord with(ReadRecord record, Severity severity) {
        Finding finding = new Finding("CB-F1", severity, List.of(), "what", "cause", "correct", "avoid", "source");
        return new ReadRecord(
                record.fields(), List.of(finding), record.urgency(), record.restrictions(), record.sourceTime());
    }

    static SourceTime stated(Instant at) {
        return new SourceTime(Optional.of(at), SourceTime.Evidence.PRINTED, Optional.empty());
    }

    /** Of a file that a court's own system made. */
    static SourceTime made(Instant at, Instant fileTime) {
        return new SourceTime(
                Optional.of(at), SourceTime.Evidence.PRINTED, Optional.of(fileTime), Optional.of("Court printer 3"));
    }

    static SourceTime stated(Instant at, Instant fileTime) {
        return new SourceTime(Optional.of(at), SourceTime.Evidence.PRINTED, Optional.of(fileTime));
    }
}
