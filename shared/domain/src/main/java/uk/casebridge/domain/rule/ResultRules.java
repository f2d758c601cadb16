package uk.casebridge.domain.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Rule;
import uk.casebridge.domain.finding.Severity;
import uk.casebridge.domain.rule.DatedRule.Advice;
import uk.casebridge.domain.rule.DatedRule.Seen;

/** What the results of a hearing must have beside them. */
public final class ResultRules {

    private static final LocalDate ALWAYS = LocalDate.of(2000, 8, 25);

    /** Short codes of results by which a sentence is passed, which no offence has before a conviction. */
    private static final Set<String> SENTENCES =
            Set.of("IMP", "FO", "CD", "AD", "CO", "YRO", "SUSPS", "YOI", "DTO", "EXTIVS");

    private static final Set<String> DISQUALIFIED_TO_EXTENDED_TEST = Set.of("DDOTE", "DDOTEL");

    /**
     * Offences after which a driver stays disqualified until an extended test, by their codes: dangerous driving, causing
     * death or serious injury by it, and causing death by careless driving under the influence. Road Traffic Offenders Act
     * 1988 s 36. The results validator has eight codes, of which one alone is published.
     */
    private static final Set<String> EXTENDED_TEST = Set.of("RT88026", "RT88046", "RT88501", "RT88526");

    private static final Pattern RESULT_CODE = Pattern.compile("[1-9][0-9]{3}");
    private static final Pattern DATE = Pattern.compile("\\b(\\d{1,2})/(\\d{1,2})/(\\d{4})\\b");
    private static final Set<String> ORDERS_WITH_REQUIREMENTS =
            Set.of("CO", "YRO", "YROISS", "YROFOST", "COEW", "YROEW");

    /** Found guilty, and not said when. */
    public static final DatedRule VERDICT_WITHOUT_CONVICTION = new DatedRule(
            "VERDICT-WITHOUT-CONVICTION-DATE",
            Severity.WARNING,
            "A verdict of guilty has a conviction date.",
            ALWAYS,
            Optional.empty(),
            "HMCTS hearing results validator, DR-CONV-006",
            new Advice(
                    "The verdict was entered and the date left out.",
                    "Ask the court for the date of conviction.",
                    "Enter the date of conviction together with the verdict."),
            (fields, context) -> verdictWithoutConviction(fields));

    /** Sentenced without plea, verdict or conviction. */
    public static final DatedRule SENTENCE_WITHOUT_CONVICTION = new DatedRule(
            "SENTENCE-WITHOUT-CONVICTION",
            Severity.WARNING,
            "An offence with a final result that is a sentence has a plea, a verdict or a conviction date.",
            ALWAYS,
            Optional.empty(),
            "HMCTS hearing results validator, DR-CONV-006",
            new Advice(
                    "The result was entered before the plea and the conviction.",
                    "Ask the court for the plea or verdict and the date of conviction.",
                    "Enter plea, verdict and conviction before the sentence."),
            (fields, context) -> sentenceWithoutConviction(fields));

    /** A sentence for an offence that asks for an extended test, and no such disqualification. */
    public static final DatedRule EXTENDED_TEST_MISSING = new DatedRule(
            "DISQUALIFICATION-EXTENDED-TEST",
            Severity.WARNING,
            "A sentence for certain driving offences disqualifies until an extended test is passed.",
            ALWAYS,
            Optional.empty(),
            "Road Traffic Offenders Act 1988 s 36; HMCTS hearing results validator, DR-DISQ-002 (list of offences to be"
                    + " confirmed)",
            new Advice(
                    "Another result for disqualification was chosen, or none.",
                    "Ask the court whether it disqualified until an extended test is passed.",
                    "Choose DDOTE or DDOTEL for these offences."),
            (fields, context) -> extendedTestMissing(fields));

    /** A requirement that outlasts its order. */
    public static final DatedRule REQUIREMENT_OUTLASTS_ORDER = new DatedRule(
            "REQUIREMENT-AFTER-ORDER",
            Severity.WARNING,
            "No requirement of a community or youth rehabilitation order ends after the order.",
            ALWAYS,
            Optional.empty(),
            "HMCTS hearing results validator, DR-YRO-004 and DR-COEW-005",
            new Advice(
                    "The end of the order or of the requirement was miscounted.",
                    "Ask the court which of the dates holds.",
                    "Count the end of a requirement as its start and its period less one day."),
            (fields, context) -> requirementOutlastsOrder(fields));

    /** A result code that no list holds. */
    public static final DatedRule CODE_UNKNOWN = new DatedRule(
            "RESULT-CODE-UNKNOWN",
            Severity.WARNING,
            "A result code stands in the list of result codes.",
            ALWAYS,
            Optional.empty(),
            "CJS result codes; exception HO100307 of the court results standing data",
            new Advice(
                    "The code is new or mistyped, or the list here is not the full one.",
                    "Compare the code with the words of the result; correct it if they differ.",
                    "Import the current list of result codes."),
            ResultRules::codeUnknown);

    /** The rules of a register of results. */
    public static final RulePack REGISTER = RulePack.of(
            SentenceRules.BOTH_WAYS,
            SentenceRules.NOT_LINKED,
            SentenceRules.UNDER_21,
            EXTENDED_TEST_MISSING,
            CustodyTimeLimitRules.NOT_IN_RESULT,
            REQUIREMENT_OUTLASTS_ORDER,
            SENTENCE_WITHOUT_CONVICTION,
            VERDICT_WITHOUT_CONVICTION);

    /** The rules of results that come as a message, with their codes. */
    public static final RulePack MESSAGE = RulePack.of(CODE_UNKNOWN);

    private ResultRules() {}

    private static List<Seen> verdictWithoutConviction(Fields fields) {
        return fields.matching("offences[*].verdict").stream()
                .filter(ResultRules::isGuilty)
                .map(verdict -> verdict.path().substring(0, verdict.path().lastIndexOf('.')))
                .filter(offence -> fields.value(offence + ".convictionDate").isEmpty())
                .map(offence -> new Seen(
                        List.of(offence + ".verdict", offence + ".convictionDate"),
                        "The verdict is guilty, and there is no conviction date."))
                .toList();
    }

    private static boolean isGuilty(Field verdict) {
        String words = verdict.value().toLowerCase(Locale.ROOT);
        return words.contains("guilty") && !words.contains("not guilty");
    }

    private static List<Seen> sentenceWithoutConviction(Fields fields) {
        List<Seen> seen = new ArrayList<>();
        for (String offence : fields.members("offences")) {
            boolean known = List.of("plea", "indicatedPlea", "verdict", "convictionDate").stream()
                    .anyMatch(name -> fields.value(offence + "." + name).isPresent());
            Optional<Results.Result> sentence = sentence(fields, offence);
            if (!known && sentence.isPresent()) {
                seen.add(new Seen(
                        List.of(sentence.get().path(), offence + ".convictionDate"),
                        "The result " + sentence.get().code()
                                + " is a sentence, and the offence has no plea, no verdict and no conviction date."));
            }
        }
        return seen;
    }

    private static List<Seen> extendedTestMissing(Fields fields) {
        List<Seen> seen = new ArrayList<>();
        for (String offence : fields.members("offences")) {
            Optional<String> code = fields.value(offence + ".code").filter(EXTENDED_TEST::contains);
            Optional<Results.Result> sentence = sentence(fields, offence);
            boolean ordered = Results.of(fields, offence).stream()
                    .anyMatch(result -> DISQUALIFIED_TO_EXTENDED_TEST.contains(result.code())
                            || result.text().contains("extended"));
            if (code.isPresent() && sentence.isPresent() && !ordered) {
                seen.add(new Seen(
                        List.of(offence + ".code", sentence.get().path()),
                        "The offence " + code.get()
                                + " is sentenced without a disqualification until an extended test is passed."));
            }
        }
        return seen;
    }

    private static List<Seen> requirementOutlastsOrder(Fields fields) {
        List<Seen> seen = new ArrayList<>();
        for (Results.Result result : Results.all(fields)) {
            if (!ORDERS_WITH_REQUIREMENTS.contains(result.code())) {
                continue;
            }
            Optional<LocalDate> order = Optional.empty();
            for (String sentence : result.text().split("(?<=[.;])\\s+|\\n")) {
                Optional<LocalDate> end = lastDate(sentence);
                boolean ends = sentence.contains("end date") || sentence.contains("until");
                if (!sentence.contains("requirement") && ends && order.isEmpty()) {
                    order = end;
                } else if (sentence.contains("requirement")
                        && ends
                        && order.isPresent()
                        && end.filter(order.get()::isBefore).isPresent()) {
                    seen.add(new Seen(
                            List.of(result.path()),
                            "A requirement ends on " + end.get() + ", after the order itself, on " + order.get()
                                    + "."));
                }
            }
        }
        return seen;
    }

    private static Optional<LocalDate> lastDate(String text) {
        Optional<LocalDate> last = Optional.empty();
        for (Matcher date = DATE.matcher(text); date.find(); ) {
            int month = Integer.parseInt(date.group(2));
            int day = Integer.parseInt(date.group(1));
            if (month >= 1 && month <= 12 && day >= 1 && day <= 28) {
                last = Optional.of(LocalDate.of(Integer.parseInt(date.group(3)), month, day));
            } else if (month >= 1 && month <= 12 && day >= 1) {
                LocalDate first = LocalDate.of(Integer.parseInt(date.group(3)), month, 1);
                last = Optional.of(first.withDayOfMonth(Math.min(day, first.lengthOfMonth())));
            }
        }
        return last;
    }

    /** One finding for all of them: a list that is not the full one would otherwise bury everything else. */
    private static List<Seen> codeUnknown(Fields fields, Rule.Context context) {
        List<Field> unknown = fields.all().stream()
                .filter(field ->
                        field.path().contains("results[") && field.path().endsWith("].code"))
                // Messages of the Common Platform have short codes of their own here, which no published list holds.
                .filter(field -> RESULT_CODE.matcher(field.value()).matches())
                .filter(field -> context.standingData().result(field.value()).isEmpty())
                .toList();
        return unknown.isEmpty()
                ? List.of()
                : List.of(new Seen(
                        unknown.stream().map(Field::path).toList(),
                        "Not in the list of results at hand: "
                                + unknown.stream().map(Field::value).distinct().collect(Collectors.joining(", "))
                                + "."));
    }

    private static Optional<Results.Result> sentence(Fields fields, String offence) {
        return Results.of(fields, offence).stream()
                .filter(result -> SENTENCES.contains(result.code()))
                .findFirst();
    }
}
