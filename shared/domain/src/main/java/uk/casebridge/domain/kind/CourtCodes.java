package uk.casebridge.domain.kind;

import java.util.List;
import java.util.Optional;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.standing.CourtCode;
import uk.casebridge.domain.standing.StandingData;

/** The codes of courts that a paper prints by name only, and the names of those a message names by code only. */
public final class CourtCodes {

    /** The courts a record names, each by {@code .name} and {@code .code}. */
    public static final List<String> COURTS = List.of("court", "receivingCourt");

    private CourtCodes() {}

    /** The fields with the code or name of each court that its kind has a place for and the lists know. */
    public static Fields filledIn(Kind kind, Fields read, StandingData standingData) {
        Fields fields = read;
        for (String court : COURTS) {
            String namePath = court + ".name";
            String codePath = court + ".code";
            if (kind.field(namePath).isEmpty() || kind.field(codePath).isEmpty()) {
                continue;
            }
            Optional<Field> name = fields.at(namePath);
            Optional<Field> code = fields.at(codePath);
            if (name.isPresent() && fields.value(codePath).isEmpty()) {
                fields = workedOut(
                        fields,
                        codePath,
                        name.get(),
                        standingData.courtNamed(name.get().value()).map(CourtCode::value));
            } else if (name.isEmpty() && code.filter(it -> it.place().isEmpty()).isPresent()) {
                fields = workedOut(
                        fields,
                        namePath,
                        code.get(),
                        CourtCode.check(code.get().value()).found().flatMap(standingData::courtName));
            }
        }
        return fields;
    }

    /** These fields with one more, whose value follows from another's words. */
    private static Fields workedOut(Fields fields, String path, Field from, Optional<String> value) {
        return value.map(known -> fields.with(new Field(path, known, from.raw(), from.confidence(), from.place())))
                .orElse(fields);
    }
}
