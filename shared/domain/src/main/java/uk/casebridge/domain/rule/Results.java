package uk.casebridge.domain.rule;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;

/** The results that a register prints: a short code, a dash, its title, and the words of the order. */
final class Results {

    private static final Pattern CODE = Pattern.compile("^\\s*([A-Z]{2,10})\\s*[-\u2013\u2014]\\s");

    private Results() {}

    /**
     * One result.
     *
     * @param path where its text stands
     * @param code its short code, empty where none is printed
     * @param text its words, in lower case
     */
    record Result(String path, String code, String text) {}

    /** The results of an offence or of another member of a list. */
    static List<Result> of(Fields fields, String member) {
        return fields.matching(member + ".results[*].text").stream()
                .map(Results::of)
                .toList();
    }

    /** All results of a record. */
    static List<Result> all(Fields fields) {
        return fields.all().stream()
                .filter(field -> field.path().endsWith("].text") && field.path().contains("results["))
                .map(Results::of)
                .toList();
    }

    private static Result of(Field field) {
        Matcher code = CODE.matcher(field.value());
        return new Result(
                field.path(), code.find() ? code.group(1) : "", field.value().toLowerCase(Locale.ROOT));
    }
}
