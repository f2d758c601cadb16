package uk.casebridge.domain.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Rule;
import uk.casebridge.domain.finding.Severity;

/**
 * A rule that holds between dates: what it is called, how grave it is, what it rests on, and what is said when it finds
 * something.
 *
 * @param code stable code of its findings
 * @param severity how grave they are
 * @param asks what it asks of a paper, in a sentence
 * @param from the first date of hearing on which it holds
 * @param until the last; empty while it stands
 * @param source statute, rule or document it rests on
 * @param advice what is said besides what was seen
 * @param look what looks
 */
public record DatedRule(
        String code,
        Severity severity,
        String asks,
        LocalDate from,
        Optional<LocalDate> until,
        String source,
        Advice advice,
        Look look) {

    /** What usually causes it, what to do now, and what to do next time. */
    public record Advice(String cause, String howToCorrect, String howToAvoid) {}

    /**
     * What was seen.
     *
     * @param fields the paths it is about
     * @param what what is the matter, with the values seen
     */
    public record Seen(List<String> fields, String what) {
        public Seen {
            fields = List.copyOf(fields);
        }
    }

    /** A small pure function over the fields of one record. */
    @FunctionalInterface
    public interface Look {
        List<Seen> at(Fields fields, Rule.Context context);
    }

    /** Whether it holds for a hearing on a date. */
    public boolean holdsOn(LocalDate date) {
        return !date.isBefore(from) && until.filter(date::isAfter).isEmpty();
    }

    List<Finding> check(Fields fields, Rule.Context context) {
        return look.at(fields, context).stream()
                .map(seen -> new Finding(
                        code,
                        severity,
                        seen.fields(),
                        seen.what(),
                        advice.cause(),
                        advice.howToCorrect(),
                        advice.howToAvoid(),
                        source))
                .toList();
    }
}
