package uk.casebridge.reading.messages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.kind.FieldSpec;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.record.RecordKey;
import uk.casebridge.domain.record.SourceTime;
import uk.casebridge.reading.fields.FieldParsers;
import uk.casebridge.reading.fields.Parsed;

/**
 * The fields of one record while they are taken from a message. Their values are made by the same parsers as those of
 * printed papers; a field of a message has no place on a page.
 */
final class Draft {

    /** What is left of the confidence where a character was lost. */
    private static final double WITH_LOST_CHARACTERS = 0.3;

    private final Kind kind;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private Optional<SourceTime> time = Optional.empty();

    Draft(Kind kind) {
        this.kind = kind;
    }

    /** Says when the part of the message was made that the record comes from, where that is not the whole. */
    void madeAt(SourceTime madeAt) {
        this.time = Optional.of(madeAt);
    }

    /** Puts in a text as it stands in the message, if it is there. */
    void put(String path, Optional<String> raw) {
        raw.ifPresent(text -> {
            Parsed parsed = FieldParsers.parse(spec(path).parser(), List.of(text));
            if (!parsed.isNothing()) {
                add(path, parsed.value(), text, parsed.factor());
            }
        });
    }

    /** Puts in texts one below the other. */
    void putLines(String path, List<String> lines) {
        if (!lines.isEmpty()) {
            add(path, String.join("\n", lines), String.join(" ", lines), 1);
        }
    }

    /** Puts in a value that the words of the message stand for. */
    void put(String path, String value, String raw) {
        spec(path);
        if (!value.isBlank()) {
            add(path, value, raw, 1);
        }
    }

    void put(Finding finding) {
        findings.add(finding);
    }

    Optional<String> value(String path) {
        return Optional.ofNullable(fields.get(path)).map(Field::value);
    }

    Optional<String> raw(String path) {
        return Optional.ofNullable(fields.get(path)).map(Field::raw);
    }

    Optional<LocalDate> date(String path) {
        return Fields.of(fields.values()).date(path);
    }

    RecordKey key() {
        return RecordKey.of(kind, Fields.of(fields.values()));
    }

    /** The record, made when its part or else the message was. */
    Message.Record finished(SourceTime message) {
        return new Message.Record(Fields.of(fields.values()), findings, time.orElse(message));
    }

    private void add(String path, String value, String raw, double factor) {
        boolean lost = raw.indexOf(MessageText.REPLACEMENT) >= 0;
        double confidence = lost ? Math.min(factor, WITH_LOST_CHARACTERS) : factor;
        fields.put(path, new Field(path, value, raw, confidence, Optional.empty()));
    }

    private FieldSpec spec(String path) {
        return kind.field(path).orElseThrow(() -> new IllegalArgumentException(kind.id() + " has no field " + path));
    }
}
