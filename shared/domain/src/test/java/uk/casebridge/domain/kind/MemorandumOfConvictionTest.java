package uk.casebridge.domain.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Rule;
import uk.casebridge.domain.standing.BuiltInStandingData;

class MemorandumOfConvictionTest {

    @Test
    void shouldWarnOfEachConvictionLaterThanTheMemorandum() {
        assertThat(findings("2026-08-03", "2026-08-03", "2026-08-04"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("MEMORANDUM-BEFORE-CONVICTION");
                    assertThat(finding.fields()).containsExactly("issuedOn", "offences[2].convictionDate");
                });
    }

    @Test
    void shouldFindNothingInAMemorandumOfPastConvictions() {
        assertThat(findings("2026-08-05", "2026-08-03", "2026-08-04")).isEmpty();
    }

    private static List<Finding> findings(String certified, String first, String second) {
        Rule.Context context = new Rule.Context(LocalDate.of(2026, 10, 7), new BuiltInStandingData());
        Fields fields = Fields.of(
                Field.stated("issuedOn", certified),
                Field.stated("offences[1].convictionDate", first),
                Field.stated("offences[2].convictionDate", second));
        return MemorandumOfConviction.KIND.rules().stream()
                .flatMap(rule -> rule.check(fields, context).stream())
                .toList();
    }
}
