package uk.casebridge.domain.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Rule;
import uk.casebridge.domain.finding.Severity;
import uk.casebridge.domain.rule.DatedRule.Advice;
import uk.casebridge.domain.rule.DatedRule.Seen;

/** What must come along when a case goes up to the Crown Court, and what is needed to list it there. */
public final class SendingRules {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalDate CRIMPR_2020 = LocalDate.of(2020, 10, 5);
    private static final LocalDate BETTER_CASE_MANAGEMENT = LocalDate.of(2016, 1, 5);
    private static final int USUAL_DAYS = 28;
    private static final int MOST_DAYS = 35;
    private static final String PTPH = "Better Case Management: the plea and trial preparation hearing 28 days after"
            + " sending, 35 at most (GOV.UK, January 2016; guidance, not statute)";

    /** The hearing is later than 35 days after sending. */
    public static final DatedRule PTPH_LATE = new DatedRule(
            "PTPH-LATE",
            Severity.WARNING,
            "The plea and trial preparation hearing is 35 days after sending at the latest.",
            BETTER_CASE_MANAGEMENT,
            Optional.empty(),
            PTPH,
            new Advice(
                    "The date was mistyped, or no earlier day was free.",
                    "Compare the dates; if they are right, ask the Crown Court for an earlier day.",
                    "List the hearing 28 days after sending."),
            (fields, context) -> ptphLate(fields));

    /** What whoever lists the hearing still needs. */
    public static final DatedRule LISTING_NEEDS = new DatedRule(
            "LISTING-NEEDS",
            Severity.TO_DO,
            "The paper has what listing needs: the hearing, and the language if there is an interpreter.",
            BETTER_CASE_MANAGEMENT,
            Optional.empty(),
            PTPH,
            new Advice(
                    "It was not settled in the hearing, or not entered.",
                    "Ask the sending court or the parties, and list the hearing in time.",
                    "Settle the date, the time estimate and the interpreter before the case is sent."),
            SendingRules::listingNeeds);

    /** Bail with conditions, and no conditions. */
    public static final DatedRule CONDITIONS_NOT_SAID = new DatedRule(
            "BAIL-CONDITIONS-NOT-SAID",
            Severity.WARNING,
            "Conditional bail comes with its conditions.",
            CRIMPR_2020,
            Optional.empty(),
            "Bail Act 1976 s 3(6); CrimPR 2020 rr 9.5 and 28.10 (a record of the bail decision)",
            new Advice(
                    "The conditions were left on another page or in another system.",
                    "Ask the court for the conditions, and send a paper that has them.",
                    "Print the conditions beside the bail decision."),
            (fields, context) -> conditionsNotSaid(fields));

    /** The checklist of r 9.5. */
    public static final DatedRule ENCLOSED_ON_SENDING = checklist(
            "ENCLOSURES-SENDING",
            "CrimPR 2020 r 9.5",
            List.of(
                    "the initial details of the prosecution case (r 8.2)",
                    "any surety's recognizance",
                    "any representation order"));

    /** The checklist of r 28.10. */
    public static final DatedRule ENCLOSED_ON_COMMITTAL = checklist(
            "ENCLOSURES-COMMITTAL",
            "CrimPR 2020 r 28.10",
            List.of(
                    "the certificate of conviction or the register entry",
                    "any note of evidence, and any statement or document in evidence",
                    "any medical or other report",
                    "any representation order"));

    /** The rules of a notice of sending. */
    public static final RulePack SENDING = RulePack.of(
            CustodyTimeLimitRules.NOT_ON_PAPER,
            CustodyTimeLimitRules.DIFFERS,
            CustodyTimeLimitRules.OF_EACH_CHARGE,
            PTPH_LATE,
            LISTING_NEEDS,
            CONDITIONS_NOT_SAID,
            ENCLOSED_ON_SENDING);

    /** The rules of a committal for sentence. */
    public static final RulePack COMMITTAL = RulePack.of(CONDITIONS_NOT_SAID, ENCLOSED_ON_COMMITTAL);

    private SendingRules() {}

    private static DatedRule checklist(String code, String rule, List<String> apart) {
        return new DatedRule(
                code,
                Severity.TO_DO,
                "Lists what " + rule
                        + " has come along: what the paper holds, what it lacks, and what must be beside it.",
                CRIMPR_2020,
                Optional.empty(),
                rule + " (to be held against the rules in force)",
                new Advice(
                        "Enclosures travel apart from the paper, and the paper does not say which came.",
                        "Look for each enclosure in the case file, and ask the court for what is missing.",
                        "Send the enclosures together with the paper."),
                (fields, context) -> enclosures(fields, rule, apart));
    }

    private static List<Seen> ptphLate(Fields fields) {
        Optional<LocalDate> sent = fields.date("hearing.date");
        Optional<LocalDate> listed = nextHearing(fields);
        if (sent.isEmpty() || listed.isEmpty()) {
            return List.of();
        }
        long days = ChronoUnit.DAYS.between(sent.get(), listed.get());
        return days <= MOST_DAYS
                ? List.of()
                : List.of(new Seen(
                        List.of("nextHearing.at", "hearing.date"),
                        "The next hearing is " + days + " days after sending; " + MOST_DAYS + " are the most, so "
                                + sent.get().plusDays(MOST_DAYS) + " at the latest."));
    }

    private static List<Seen> listingNeeds(Fields fields, Rule.Context context) {
        List<String> missing = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        Optional<LocalDate> sent = fields.date("hearing.date");
        if (sent.isPresent() && nextHearing(fields).isEmpty()) {
            LocalDate last = sent.get().plusDays(MOST_DAYS);
            long left = ChronoUnit.DAYS.between(context.today(), last);
            missing.add("the day of the plea and trial preparation hearing: by "
                    + sent.get().plusDays(USUAL_DAYS) + " (" + USUAL_DAYS + " days), at the latest by " + last + ", "
                    + (left >= 0 ? left + " days from now" : "which has passed") + ", with its time estimate");
            paths.add("nextHearing.at");
        }
        if (fields.value("interpreter")
                .map(said -> said.toLowerCase(Locale.ROOT))
                .filter(said -> said.equals("yes") || said.equals("required"))
                .isPresent()) {
            missing.add("the language of the interpreter");
            paths.add("interpreter");
        }
        return missing.isEmpty()
                ? List.of()
                : List.of(new Seen(paths, "Listing needs " + String.join("; ", missing) + "."));
    }

    private static List<Seen> conditionsNotSaid(Fields fields) {
        return fields.members("defendants").stream()
                .filter(person -> fields.value(person + ".bailStatus")
                        .map(status -> status.toLowerCase(Locale.ROOT))
                        .filter(status -> status.contains("conditional") && !status.contains("unconditional"))
                        .isPresent())
                .filter(person -> fields.value(person + ".bailConditions").isEmpty())
                .map(person -> new Seen(
                        List.of(person + ".bailStatus", person + ".bailConditions"),
                        "The defendant is on conditional bail, and the paper has no conditions."))
                .toList();
    }

    private static List<Seen> enclosures(Fields fields, String rule, List<String> apart) {
        List<String> there = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        for (String person : fields.members("defendants")) {
            String path = person + ".bailStatus";
            (fields.value(path).isPresent() ? there : missing).add("the bail decision (" + path + ")");
            paths.add(path);
        }
        for (String path : List.of("reportingRestrictions", "interpreter")) {
            if (fields.value(path).isPresent()) {
                there.add((path.equals("interpreter") ? "the interpreter" : "reporting restrictions") + " (" + path
                        + ")");
                paths.add(path);
            }
        }
        return List.of(new Seen(
                paths,
                rule + ". On the paper: " + said(there) + ". Missing: " + said(missing)
                        + ". To be looked for beside it: " + String.join("; ", apart) + "."));
    }

    private static String said(List<String> items) {
        return items.isEmpty() ? "nothing" : String.join(", ", items);
    }

    private static Optional<LocalDate> nextHearing(Fields fields) {
        return fields.value("nextHearing.at")
                .filter(moment -> moment.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?Z"))
                .map(moment -> LocalDate.ofInstant(Instant.parse(moment), LONDON));
    }
}
