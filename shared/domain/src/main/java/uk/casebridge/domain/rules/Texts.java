package uk.casebridge.domain.rules;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Severity;

/**
 * What a rule says each time it finds something: all but the values it saw.
 *
 * @param code its stable code
 */
record Texts(String code, String cause, String howToCorrect, String howToAvoid, String source) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    /** A day as people write it, {@code 14 September 2026}. */
    static String day(LocalDate day) {
        return DAY.format(day);
    }

    Finding error(String what, String... fields) {
        return finding(Severity.ERROR, what, List.of(fields));
    }

    Finding warning(String what, String... fields) {
        return finding(Severity.WARNING, what, List.of(fields));
    }

    Finding finding(Severity severity, String what, List<String> fields) {
        return new Finding(code, severity, fields, what, cause, howToCorrect, howToAvoid, source);
    }

    /** The same of another source, where which one it is depends on the date. */
    Texts by(String otherSource) {
        return new Texts(code, cause, howToCorrect, howToAvoid, otherSource);
    }
}
