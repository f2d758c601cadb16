package uk.casebridge.domain.record;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;

/** Markers that travel with a record: a defendant under 18, a restriction on reporting. */
public final class Restrictions {

    /** The age from which somebody is no longer a youth before the courts: Children and Young Persons Act 1933. */
    private static final int ADULT = 18;

    private Restrictions() {}

    /** The markers of a record with these fields, in the order in which they are shown. */
    public static List<String> of(Fields fields) {
        Set<String> markers = new LinkedHashSet<>();
        Optional<LocalDate> hearing = fields.date("hearing.date");
        List<Field> births = new ArrayList<>(fields.matching("defendant.dateOfBirth"));
        births.addAll(fields.matching("defendants[*].dateOfBirth"));
        boolean youngByBirth = hearing.isPresent()
                && births.stream()
                        .flatMap(birth -> fields.date(birth.path()).stream())
                        .anyMatch(birth -> Period.between(birth, hearing.get()).getYears() < ADULT);
        boolean youngByAge = fields.value("defendant.age")
                .filter(age -> age.matches("\\d{1,2}"))
                .map(Integer::parseInt)
                .filter(age -> age < ADULT)
                .isPresent();
        boolean youngByMarker =
                fields.value("defendant.youth").filter("yes"::equals).isPresent();
        if (youngByBirth || youngByAge) {
            markers.add("Youth: a defendant was under 18 at the hearing");
        } else if (youngByMarker) {
            markers.add("Youth: the court marks the defendant as under 18");
        }
        fields.value("reportingRestrictions")
                .filter(text -> !text.toLowerCase(Locale.ROOT).matches("no|none|nil|no reporting restrictions?\\.?"))
                .ifPresent(text -> markers.add("Reporting restriction: " + text));
        for (Field field : fields.all()) {
            if (field.path().endsWith(".text")
                    && field.value().toLowerCase(Locale.ROOT).contains("reporting restriction")) {
                markers.add("Reporting restriction: " + field.value());
            }
        }
        return List.copyOf(markers);
    }
}
