package uk.casebridge.domain.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Rule;

/**
 * The rules of law of a kind. Those count that held on the date of the hearing, or else of the paper; where neither is
 * on the paper, those that hold today.
 *
 * @param rules the rules, in the order in which they look
 */
public record RulePack(List<DatedRule> rules) implements Rule {

    private static final List<String> DATED_BY = List.of("hearing.date", "generatedOn", "issuedOn");

    public RulePack {
        rules = List.copyOf(rules);
    }

    public static RulePack of(DatedRule... rules) {
        return new RulePack(List.of(rules));
    }

    @Override
    public List<Finding> check(Fields fields, Context context) {
        LocalDate date = DATED_BY.stream()
                .flatMap(path -> fields.date(path).stream())
                .findFirst()
                .orElse(context.today());
        List<Finding> findings = new ArrayList<>();
        for (DatedRule rule : rules) {
            if (rule.holdsOn(date)) {
                findings.addAll(rule.check(fields, context));
            }
        }
        return List.copyOf(findings);
    }
}
