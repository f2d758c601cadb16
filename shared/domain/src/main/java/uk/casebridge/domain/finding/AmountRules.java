package uk.casebridge.domain.finding;

import java.util.ArrayList;
import java.util.List;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.field.PathPattern;
import uk.casebridge.domain.kind.FieldSpec;
import uk.casebridge.domain.kind.Parser;
import uk.casebridge.domain.money.Money;

/**
 * What every sum of money must satisfy: pounds and pence, no sign, no more than £999,999,999,999.99. What was read and is
 * not of that form is kept as it stands on the paper, and must not leave.
 */
public final class AmountRules implements Rule {

    private final List<PathPattern> sums;

    private AmountRules(List<PathPattern> sums) {
        this.sums = sums;
    }

    /** The rule for a kind with these fields. */
    public static Rule of(List<FieldSpec> fields) {
        return new AmountRules(fields.stream()
                .filter(field -> field.parser() == Parser.MONEY)
                .map(field -> PathPattern.of(field.path()))
                .toList());
    }

    @Override
    public List<Finding> check(Fields fields, Context context) {
        List<Finding> findings = new ArrayList<>();
        for (PathPattern pattern : sums) {
            for (Field field : fields.matching(pattern)) {
                if (!field.value().isBlank() && Money.of(field.value()).isEmpty()) {
                    findings.add(new Finding(
                            "AMOUNT-FORM",
                            Severity.ERROR,
                            List.of(field.path()),
                            "“%s” is not one sum of pounds and pence.".formatted(field.value()),
                            "A sign, a comma or a digit is out of place, or two sums stand in one box.",
                            "Look at the paper. If the sum is clear there, correct the reading; if not, ask the court.",
                            "Type sums as digits with a point and two decimals, up to 999999999999.99.",
                            "Exception HO100243 of the court results standing data"));
                }
            }
        }
        return List.copyOf(findings);
    }
}
