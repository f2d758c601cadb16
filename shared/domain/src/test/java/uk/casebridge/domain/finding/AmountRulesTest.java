package uk.casebridge.domain.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.casebridge.domain.kind.FieldSpec.optional;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.kind.Parser;
import uk.casebridge.domain.standing.BuiltInStandingData;

class AmountRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"£1,00.00", "-5.00", "5", "5.5", "1000000000000.00", "ten pounds"})
    void shouldHoldWhatIsNoSum(String value) {
        assertThat(check(value)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("AMOUNT-FORM");
            assertThat(finding.blocks()).isTrue();
            assertThat(finding.fields()).containsExactly("impositions[2].amount");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00", "0.01", "999999999999.99", ""})
    void shouldHaveNothingToSayOfASum(String value) {
        assertThat(check(value)).isEmpty();
    }

    private static List<Finding> check(String value) {
        return AmountRules.of(List.of(optional("impositions[*].amount", Parser.MONEY), optional("note", Parser.TEXT)))
                .check(
                        Fields.of(Field.stated("impositions[2].amount", value), Field.stated("note", "5")),
                        new Rule.Context(LocalDate.of(2026, 11, 23), new BuiltInStandingData()));
    }
}
