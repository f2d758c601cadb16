package uk.casebridge.domain.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Rule;
import uk.casebridge.domain.record.RecordKey;
import uk.casebridge.domain.standing.BuiltInStandingData;

class WarrantSupplementTest {

    @Test
    void shouldWarnOfASupplementOlderThanItsWarrant() {
        assertThat(findings("2026-10-06", "2026-10-07"))
                .extracting(Finding::code)
                .containsExactly("SUPPLEMENT-BEFORE-WARRANT");
    }

    @Test
    void shouldFindNothingInASupplementOfTheSameDay() {
        assertThat(findings("2026-10-06", "2026-10-06")).isEmpty();
    }

    @Test
    void shouldNotTakeSupplementsToTwoWarrantsForVersionsOfOne() {
        assertThat(RecordKey.of(WarrantSupplement.KIND, to("Remand warrant")))
                .isNotEqualTo(RecordKey.of(WarrantSupplement.KIND, to("Warrant for custodial sentence")));
    }

    private static Fields to(String warrant) {
        return Fields.of(Field.stated("defendant.name", "Ada Example"), Field.stated("supplement.warrant", warrant));
    }

    private static List<Finding> findings(String supplement, String warrant) {
        Rule.Context context = new Rule.Context(LocalDate.of(2026, 10, 7), new BuiltInStandingData());
        Fields fields =
                Fields.of(Field.stated("issuedOn", supplement), Field.stated("supplement.warrantDate", warrant));
        return WarrantSupplement.KIND.rules().stream()
                .flatMap(rule -> rule.check(fields, context).stream())
                .toList();
    }
}
