package uk.casebridge.domain.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Rule;
import uk.casebridge.domain.finding.Severity;
import uk.casebridge.domain.standing.BuiltInStandingData;

class BailFromCustodyTest {

    @Test
    void shouldNeverWaitWhateverItSays() {
        assertThat(BailFromCustody.KIND.urgency().apply(Fields.none())).isEqualTo(Urgency.CUSTODY);
    }

    @Test
    void shouldAskThePrisonToSeeToWhatMustBeMetBeforeRelease() {
        assertThat(findings(
                        Field.stated("bail.decision", "Conditional bail"),
                        Field.stated("bail.beforeRelease", "Passport to be handed in.")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("BAIL-BEFORE-RELEASE");
                    assertThat(finding.severity()).isEqualTo(Severity.TO_DO);
                    assertThat(finding.what()).endsWith("before release: Passport to be handed in.");
                });
    }

    @Test
    void shouldWarnOfConditionalBailWithoutAnyCondition() {
        assertThat(findings(Field.stated("bail.decision", "Conditional bail")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("BAIL-CONDITIONS-NOT-SAID");
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                });
    }

    @Test
    void shouldAskForNoConditionsOfUnconditionalBail() {
        assertThat(findings(Field.stated("bail.decision", "Unconditional bail")))
                .isEmpty();
    }

    private static List<Finding> findings(Field... fields) {
        Rule.Context context = new Rule.Context(LocalDate.of(2026, 10, 7), new BuiltInStandingData());
        return BailFromCustody.KIND.rules().stream()
                .flatMap(rule -> rule.check(Fields.of(fields), context).stream())
                .toList();
    }
}
