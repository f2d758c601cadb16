package uk.casebridge.domain.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Rule;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.standing.BuiltInStandingData;

class EffectiveTrialFormTest {

    @Test
    void shouldWarnOfATrialWithoutIssues() {
        assertThat(findings(Fields.none())).extracting(Finding::code).containsExactly("PET-ISSUES-NOT-SAID");
        assertThat(findings(Fields.of(Field.stated("trial.issues", "Who struck first."))))
                .isEmpty();
    }

    @Test
    void shouldTellThePoliceWhomToWarnButNotTheCaseForTheDefence() {
        Fields fields = Fields.of(
                Field.stated("trial.at", "2026-12-01T10:00:00Z"),
                Field.stated("trial.issues", "Who struck first."),
                Field.stated("trial.admissions", "The interview need not be read."),
                Field.stated("witnesses[1].name", "Ada Example"));
        Entitlement police =
                EffectiveTrialForm.KIND.entitlementOf(Recipient.POLICE).orElseThrow();
        assertThat(police.of(fields).all()).extracting(Field::path).containsExactly("trial.at", "witnesses[1].name");
        assertThat(police.document()).isFalse();
    }

    private static List<Finding> findings(Fields fields) {
        Rule.Context context = new Rule.Context(LocalDate.of(2026, 10, 1), new BuiltInStandingData());
        return EffectiveTrialForm.KIND.rules().stream()
                .flatMap(rule -> rule.check(fields, context).stream())
                .toList();
    }
}
