package uk.casebridge.domain.finding;

import java.util.List;
import java.util.Optional;

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
 * @param accepted who said that it may stand, and why, if a person did
 */
public record Finding(
        String code,
        Severity severity,
        List<String> fields,
        String what,
        String cause,
        String howToCorrect,
        String howToAvoid,
        String source,
        Optional<Acceptance> accepted) {

    public Finding {
        fields = List.copyOf(fields);
    }

    /** A finding that no person has looked at. */
    public Finding(
            String code,
            Severity severity,
            List<String> fields,
            String what,
            String cause,
            String howToCorrect,
            String howToAvoid,
            String source) {
        this(code, severity, fields, what, cause, howToCorrect, howToAvoid, source, Optional.empty());
    }

    /** Whether the paper must not leave: it is an error, and no person has said that it may stand. */
    public boolean blocks() {
        return severity == Severity.ERROR && accepted.isEmpty();
    }

    /** The same finding, which a person says may stand. */
    public Finding acceptedBy(Acceptance acceptance) {
        return about(fields, Optional.of(acceptance));
    }

    /** The same finding about fields that have other paths now. */
    public Finding movedTo(List<String> paths) {
        return about(paths, accepted);
    }

    private Finding about(List<String> paths, Optional<Acceptance> acceptance) {
        return new Finding(code, severity, paths, what, cause, howToCorrect, howToAvoid, source, acceptance);
    }
}
