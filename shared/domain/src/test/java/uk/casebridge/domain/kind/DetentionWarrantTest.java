package uk.casebridge.domain.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Rule;
import uk.casebridge.domain.finding.Severity;
import uk.casebridge.domain.standing.BuiltInStandingData;

class DetentionWarrantTest {

    private final List<Field> fields = new ArrayList<>(List.of(
            Field.stated("hearing.date", "2026-10-06"),
            Field.stated("defendant.dateOfBirth", "2009-10-06"),
            Field.stated("detention.order", "Detention and training order"),
            Field.stated("sentence.total", "12 months")));

    @Test
    void shouldFindNothingInAnOrderWithinTheAct() {
        assertThat(findings()).isEmpty();
    }

    @Test
    void shouldWarnWhereTheDefendantWas21WhenConvicted() {
        replace("defendant.dateOfBirth", "2005-10-05");
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("DETENTION-AGE");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        });
    }

    @Test
    void shouldGoByTheAgeAtConvictionAndNotAtTheHearing() {
        replace("defendant.dateOfBirth", "2005-10-05");
        fields.add(Field.stated("offences[1].convictionDate", "2026-09-30"));
        assertThat(findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3 months, true", "4 months, false", "24 months, false", "25 months, true", "two years, false"})
    void shouldWarnOfATrainingOrderOutsideItsLimits(String term, boolean warned) {
        replace("sentence.total", term);
        assertThat(findings().stream().anyMatch(finding -> finding.code().equals("DETENTION-TRAINING-TERM")))
                .isEqualTo(warned);
    }

    @Test
    void shouldNotHoldAYoungOffenderInstitutionToTheLimitsOfATrainingOrder() {
        replace("detention.order", "Detention in a young offender institution");
        replace("sentence.total", "2 months");
        assertThat(findings()).isEmpty();
    }

    private void replace(String path, String value) {
        fields.removeIf(field -> field.path().equals(path));
        fields.add(Field.stated(path, value));
    }

    private List<Finding> findings() {
        Rule.Context context = new Rule.Context(LocalDate.of(2026, 10, 7), new BuiltInStandingData());
        return DetentionWarrant.KIND.rules().stream()
                .flatMap(rule -> rule.check(Fields.of(fields), context).stream())
                .toList();
    }
}
