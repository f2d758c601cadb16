package uk.casebridge.domain.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.AmountRules;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.IdentifierRules;
import uk.casebridge.domain.finding.Rule;
import uk.casebridge.domain.finding.Severity;
import uk.casebridge.domain.rule.DatedRule;
import uk.casebridge.domain.rule.FieldPacks;
import uk.casebridge.domain.rule.RulePack;

/**
 * All rules that hold for a kind: those that follow from its list of fields, those that hold for every kind, and its
 * own. Reading runs them.
 */
public final class KindRules {

    /** Rules that follow from the fields of a kind. A new one is a line here; one for a single kind is a line in it. */
    private static final List<Function<List<FieldSpec>, Rule>> FOR_EVERY_KIND =
            List.of(IdentifierRules::of, AmountRules::of, FieldPacks::of);

    private KindRules() {}

    /** What all the rules find in a record of a kind. */
    public static List<Finding> check(Kind kind, Fields fields, Rule.Context context) {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(missing(kind, fields));
        findings.addAll(unsure(kind, fields));
        for (Function<List<FieldSpec>, Rule> rule : FOR_EVERY_KIND) {
            findings.addAll(rule.apply(kind.fields()).check(fields, context));
        }
        for (Rule rule : kind.rules()) {
            findings.addAll(rule.check(fields, context));
        }
        return List.copyOf(findings);
    }

    /** The rules of a kind that hold between dates, for whoever lists them. */
    public static List<DatedRule> datedRules(Kind kind) {
        List<Rule> all = new ArrayList<>(kind.rules());
        FOR_EVERY_KIND.forEach(rule -> all.add(rule.apply(kind.fields())));
        return all.stream()
                .flatMap(rule -> rule instanceof RulePack pack ? pack.rules().stream() : Stream.of())
                .toList();
    }

    private static List<Finding> missing(Kind kind, Fields fields) {
        List<Finding> findings = new ArrayList<>();
        for (FieldSpec spec : kind.fields()) {
            if (spec.required() && !isExcused(spec, fields)) {
                for (String path : missingPaths(spec.path(), fields)) {
                    findings.add(new Finding(
                            "FIELD-MISSING",
                            Severity.ERROR,
                            List.of(path),
                            "The paper has no " + name(spec) + ".",
                            "It was left out, or stands under a label we do not know.",
                            "Look at the paper. If it is there, send a clearer copy; if not, ask for a complete"
                                    + " paper and send that.",
                            "Fill in every box of the paper before it is sent.",
                            kind.source()));
                }
            }
        }
        return findings;
    }

    private static boolean isExcused(FieldSpec spec, Fields fields) {
        return spec.excusedBy().flatMap(fields::value).filter("yes"::equals).isPresent();
    }

    /** Where a required field is missing: in each member of its list, or in the list itself if that is empty. */
    private static List<String> missingPaths(String path, Fields fields) {
        int any = path.indexOf("[*]");
        if (any < 0) {
            return fields.value(path).isPresent() ? List.of() : List.of(path);
        }
        String list = path.substring(0, any);
        String rest = path.substring(any + "[*]".length());
        List<String> members = fields.members(list);
        if (members.isEmpty()) {
            return missingPaths(list + "[1]" + rest, fields);
        }
        return members.stream()
                .flatMap(member -> missingPaths(member + rest, fields).stream())
                .toList();
    }

    private static List<Finding> unsure(Kind kind, Fields fields) {
        List<Finding> findings = new ArrayList<>();
        for (Field field : fields.all()) {
            kind.field(field.path())
                    .filter(spec -> field.confidence() < spec.threshold())
                    .ifPresent(spec -> findings.add(new Finding(
                            "FIELD-IN-DOUBT",
                            Severity.WARNING,
                            List.of(field.path()),
                            "We are not sure that we read the " + name(spec) + " right: "
                                    + Math.round(field.confidence() * 100)
                                    + " in 100.",
                            "The print is faint, or the words are not in the form expected.",
                            "Compare it with the picture of the page and confirm or correct it.",
                            "Send the paper as it came from the case system, not as a scan.",
                            kind.source())));
        }
        return findings;
    }

    /** What people call a field of a kind: its label in quotation marks, else the words of its path. */
    public static String name(Kind kind, String path) {
        return kind.field(path).map(KindRules::name).orElse(path);
    }

    private static String name(FieldSpec spec) {
        return spec.labels().stream()
                .filter(label -> label.indexOf('\u2026') < 0)
                .findFirst()
                .map(label -> "\u201c" + label + "\u201d")
                .orElseGet(() -> spec.path()
                        .replace("[*]", "")
                        .replace('.', ' ')
                        .replaceAll("([a-z])([A-Z])", "$1 $2")
                        .toLowerCase(Locale.ROOT));
    }
}
