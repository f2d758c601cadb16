package uk.casebridge.domain.rules;

import java.time.LocalDate;
import java.util.List;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Rule;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.domain.standing.BuiltInStandingData;

/** A record put together for a rule: good in all respects until a field is changed. */
record Record(Fields fields) {

    static Record of(String... pathsAndValues) {
        return new Record(Fields.none()).with(pathsAndValues);
    }

    Record with(String... pathsAndValues) {
        Fields changed = fields;
        for (int i = 0; i < pathsAndValues.length; i += 2) {
            changed = changed.with(Field.stated(pathsAndValues[i], pathsAndValues[i + 1]));
        }
        return new Record(changed);
    }

    Record without(String path) {
        return new Record(Fields.of(fields.all().stream()
                .filter(field -> !field.path().startsWith(path))
                .toList()));
    }

    /** What all the rules of a kind itself find, as {@code CODE ERROR}. */
    List<String> foundBy(String kind) {
        return findings(kind).stream()
                .map(finding -> finding.code() + " " + finding.severity())
                .toList();
    }

    List<Finding> findings(String kind) {
        Rule.Context context = new Rule.Context(LocalDate.of(2026, 11, 23), new BuiltInStandingData());
        return KindCatalogue.get(kind).rules().stream()
                .flatMap(rule -> rule.check(fields, context).stream())
                .toList();
    }
}
