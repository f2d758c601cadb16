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

class CommittalForSentenceTest {

    @Test
    void shouldWarnOfACommittalForConfiscationThatDoesNotSayWhetherItWouldHaveBeenMadeAnyway() {
        List<Finding> findings = findings(
                Field.stated("defendants[1].poca70", "no"),
                Field.stated("defendants[2].name", "Ada Example"),
                Field.stated("defendants[2].poca70", "yes"));

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("POCA70-POWERS-NOT-SAID");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.fields()).contains("defendants[2].wouldHaveCommittedAnyway");
            assertThat(finding.source()).contains("Sentencing Council");
        });
    }

    @Test
    void shouldFindNothingWhereItIsSaidEitherWay() {
        for (String answer : List.of("yes", "no")) {
            assertThat(findings(
                            Field.stated("defendants[1].poca70", "yes"),
                            Field.stated("defendants[1].wouldHaveCommittedAnyway", answer)))
                    .isEmpty();
        }
    }

    @Test
    void shouldNotWaitWhereSomeoneIsCommittedInCustody() {
        assertThat(urgency("Committed in custody")).isEqualTo(Urgency.CUSTODY);
        assertThat(urgency("Conditional bail")).isEqualTo(Urgency.ORDINARY);
    }

    private static Urgency urgency(String status) {
        return CommittalForSentence.KIND.urgency().apply(Fields.of(Field.stated("defendants[1].bailStatus", status)));
    }

    /** What is found about confiscation; the list of enclosures is another rule's. */
    private static List<Finding> findings(Field... fields) {
        Rule.Context context = new Rule.Context(LocalDate.of(2026, 10, 7), new BuiltInStandingData());
        return CommittalForSentence.KIND.rules().stream()
                .flatMap(rule -> rule.check(Fields.of(fields), context).stream())
                .filter(finding -> finding.code().startsWith("POCA70"))
                .toList();
    }
}
