package uk.casebridge.domain.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;

/** Which markers travel with a record. */
public final class RestrictionsTest {

    private static final String YOUTH = "Youth: a defendant was under 18 at the hearing";

    @Test
    void shouldMarkADefendantUnder18AtTheHearing() {
        assertThat(Restrictions.of(fields(
                        "hearing.date",
                        "2026-08-14",
                        "defendants[1].dateOfBirth",
                        "1990-01-01",
                        "defendants[2].dateOfBirth",
                        "2008-08-15")))
                .containsExactly(YOUTH);
    }

    @Test
    void shouldNotMarkADefendantOnTheEighteenthBirthday() {
        assertThat(Restrictions.of(fields("hearing.date", "2026-08-14", "defendant.dateOfBirth", "2008-08-14")))
                .isEmpty();
    }

    @Test
    void shouldMarkAYouthByAgeWhereNoBirthIsPrinted() {
        assertThat(Restrictions.of(fields("defendant.age", "17"))).containsExactly(YOUTH);
        assertThat(Restrictions.of(fields("defendant.age", "18"))).isEmpty();
    }

    @Test
    void shouldCarryAReportingRestrictionInItsWords() {
        assertThat(Restrictions.of(fields("reportingRestrictions", "Section 45 YJCEA 1999 applies")))
                .containsExactly("Reporting restriction: Section 45 YJCEA 1999 applies");
    }

    @Test
    void shouldTakeNoneForNone() {
        assertThat(Restrictions.of(fields("reportingRestrictions", "None"))).isEmpty();
        assertThat(Restrictions.of(fields("reportingRestrictions", "No reporting restrictions.")))
                .isEmpty();
    }

    @Test
    void shouldFindAReportingRestrictionAmongTheResults() {
        assertThat(Restrictions.of(fields("offences[1].results[1].text", "RR45 - Reporting restriction made")))
                .containsExactly("Reporting restriction: RR45 - Reporting restriction made");
    }

    private static Fields fields(String... pathsAndValues) {
        Fields fields = Fields.none();
        for (int i = 0; i < pathsAndValues.length; i += 2) {
            fields = fields.with(Field.stated(pathsAndValues[i], pathsAndValues[i + 1]));
        }
        return fields;
    }
}
