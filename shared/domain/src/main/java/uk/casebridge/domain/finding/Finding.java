package uk.casebridge.domain.finding;

import java.util.List;

/**
 * What a rule says about a record.
 *
 * @param code stable code of the rule
 * @param severity whether it blocks, advises or asks someone to act
 * @param fields paths of the fields it is about
 * @param what what is the matter, with the values seen
 * @param cause what usually causes it
 * @param howToCorrect what to do now
 * @param howToAvoid what to do next time
 * @param source statute, rule or document the rule rests on
 */
public record Finding(
        String code,
        Severity severity,
        List<String> fields,
        String what,
        String cause,
        String howToCorrect,
        String howToAvoid,
        String source) {

    public Finding {
        fields = List.copyOf(fields);
    }

    public boolean blocks() {
        return severity == Severity.ERROR;
    }
}
