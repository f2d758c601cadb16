package uk.casebridge.domain.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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

class BetterCaseManagementFormTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-05T10:00:00Z, false", // 35 days
        "2026-11-06T10:00:00Z, true",
        "2026-11-05T23:59:59Z, false",
        "tomorrow, false"
    })
    void shouldWarnOfAHearingLaterThan35DaysAfterSending(String ptph, boolean warned) {
        assertThat(findings(ptph).isEmpty()).isNotEqualTo(warned);
    }

    @Test
    void shouldCountTheDaysAsTheyAreInLondon() {
        // Half past midnight in London, still the day before in UTC.
        assertThat(findings("2026-10-01", "2026-09-01", "2026-10-06T23:30:00Z"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("BCM-PTPH-LATE");
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.what()).contains("2026-10-07, 36 days after");
                });
    }

    private static List<Finding> findings(String ptph) {
        return findings("2026-10-01", "2026-10-01", ptph);
    }

    private static List<Finding> findings(String today, String sent, String ptph) {
        Rule.Context context = new Rule.Context(LocalDate.parse(today), new BuiltInStandingData());
        Fields fields = Fields.of(Field.stated("hearing.date", sent), Field.stated("nextHearing.at", ptph));
        return BetterCaseManagementForm.KIND.rules().stream()
                .flatMap(rule -> rule.check(fields, context).stream())
                .toList();
    }
}
