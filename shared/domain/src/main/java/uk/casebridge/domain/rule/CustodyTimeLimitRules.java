package uk.casebridge.domain.rule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Rule;
import uk.casebridge.domain.finding.Severity;
import uk.casebridge.domain.rule.DatedRule.Advice;
import uk.casebridge.domain.rule.DatedRule.Seen;

/** Whether a custody time limit is on the paper, and whether it is the one the regulations give. */
public final class CustodyTimeLimitRules {

    private static final LocalDate REGULATIONS = LocalDate.of(1987, 4, 1);
    private static final String SOURCE =
            "Prosecution of Offences (Custody Time Limits) Regulations 1987 regs 2, 4 and 5 (days as summarised by"
                    + " practitioners, to be confirmed against the text in force)";

    /** Short codes of results that remand somebody in custody or to accommodation. */
    private static final Set<String> REMANDED = Set.of("RI", "RIYDA", "RIH", "RIB", "RILA", "RILAB", "REMYD");

    private static final Advice NOT_SAID = new Advice(
            "The box was left out, or the limit stands in a paper that did not come along.",
            "Ask the court for the date on which the limit of each charge expires.",
            "Give the date with every remand before conviction.");

    /** Remanded by a result of a register, and no limit in its words. */
    public static final DatedRule NOT_IN_RESULT = new DatedRule(
            "CTL-NOT-SAID",
            Severity.WARNING,
            "A remand in custody before conviction says when its custody time limit expires.",
            REGULATIONS,
            Optional.empty(),
            "HMCTS hearing results validator, DR-CTL-003; Prosecution of Offences Act 1985 s 22",
            NOT_SAID,
            (fields, context) -> notInResult(fields));

    /** In custody by a notice or a warrant, and no limit beside it. */
    public static final DatedRule NOT_ON_PAPER = new DatedRule(
            "CTL-NOT-SAID",
            Severity.WARNING,
            "A paper that keeps somebody in custody for trial says when the custody time limit expires.",
            REGULATIONS,
            Optional.empty(),
            "CrimPR 2020 r 9.5; HMCTS hearing results validator, DR-CTL-003",
            NOT_SAID,
            (fields, context) -> custody(fields).stream()
                    .filter(person -> fields.value(person + ".custodyTimeLimit").isEmpty())
                    .map(person -> new Seen(
                            List.of(person + ".custodyTimeLimit"),
                            "The defendant is in custody, and the paper does not say when the custody time limit"
                                    + " expires."))
                    .toList());

    /** The limit of each charge sent for trial, with its working, for whoever lists the trial. */
    public static final DatedRule OF_EACH_CHARGE = new DatedRule(
            "CTL-EXPIRES",
            Severity.TO_DO,
            "Works out the custody time limit of each charge sent for trial and shows the working.",
            REGULATIONS,
            Optional.empty(),
            SOURCE,
            new Advice(
                    "Each charge of somebody in custody has a limit of its own.",
                    "List the trial before the limit, or ask for an application to extend it in time.",
                    "Take days already spent in custody on a charge triable either way off its limit."),
            CustodyTimeLimitRules::ofEachCharge);

    /** The printed date is after the one worked out, or no working day. */
    public static final DatedRule DIFFERS = new DatedRule(
            "CTL-DATE",
            Severity.WARNING,
            "The custody time limit on the paper is a working day and no later than the one worked out.",
            REGULATIONS,
            Optional.empty(),
            SOURCE,
            new Advice(
                    "The first day was counted, a weekend or bank holiday was not gone back from, or the days were"
                            + " miscounted.",
                    "Ask the court to confirm the date; until then work to the earlier one.",
                    "Count from the day after, and go back to the last working day."),
            CustodyTimeLimitRules::differs);

    /** The rules of a warrant of remand, and of a form that goes with a case sent for trial. */
    public static final RulePack REMAND = RulePack.of(NOT_ON_PAPER, DIFFERS);

    private CustodyTimeLimitRules() {}

    private static List<Seen> notInResult(Fields fields) {
        List<Seen> seen = new ArrayList<>();
        for (String offence : fields.members("offences")) {
            boolean convicted = fields.value(offence + ".convictionDate").isPresent();
            for (Results.Result result : Results.of(fields, offence)) {
                if (!convicted
                        && REMANDED.contains(result.code())
                        && !result.text().contains("custody time limit")
                        && !result.text().contains("ctl")) {
                    seen.add(
                            new Seen(
                                    List.of(result.path()),
                                    "The result " + result.code()
                                            + " remands before conviction and does not say when the custody time limit expires."));
                }
            }
        }
        return seen;
    }

    private static List<Seen> ofEachCharge(Fields fields, Rule.Context context) {
        Optional<LocalDate> sent = fields.date("hearing.date");
        List<Seen> seen = new ArrayList<>();
        for (String person : sent.isPresent() ? custody(fields) : List.<String>of()) {
            CustodyTimeLimit limit = limit(sent.orElseThrow(), context);
            long left = ChronoUnit.DAYS.between(context.today(), limit.expires());
            List<String> paths = new ArrayList<>();
            StringBuilder what = new StringBuilder("Custody time limits: ");
            for (String offence : fields.members(person + ".offences")) {
                what.append(paths.isEmpty() ? "" : "; ")
                        .append(fields.value(offence + ".code").orElse("charge " + (paths.size() + 1)))
                        .append(" on ")
                        .append(limit.expires());
                paths.add(offence + ".code");
            }
            what.append(". ")
                    .append(limit.working())
                    .append(left >= 0 ? ". " + left + " days are left." : ". It has passed.")
                    .append(" Days already spent in custody on a charge triable either way come off.");
            if (!paths.isEmpty()) {
                paths.add("hearing.date");
                seen.add(new Seen(paths, what.toString()));
            }
        }
        return seen;
    }

    private static List<Seen> differs(Fields fields, Rule.Context context) {
        List<Seen> seen = new ArrayList<>();
        Optional<LocalDate> heard = fields.date("hearing.date");
        for (String person : heard.isPresent() ? people(fields) : List.<String>of()) {
            Optional<LocalDate> printed = fields.date(person + ".custodyTimeLimit");
            if (printed.isEmpty()) {
                continue;
            }
            CustodyTimeLimit most = limit(heard.orElseThrow(), context);
            if (printed.get().isAfter(most.expires())) {
                seen.add(new Seen(
                        List.of(person + ".custodyTimeLimit", "hearing.date"),
                        "The paper says " + printed.get() + ", but no limit can be later than " + most.expires() + ": "
                                + most.working() + "."));
            } else if (!context.standingData().bankHolidays().isWorkingDay(printed.get())) {
                seen.add(new Seen(
                        List.of(person + ".custodyTimeLimit"),
                        "The paper says " + printed.get() + ", which is no working day; the limit ends on the last one"
                                + " before it, "
                                + context.standingData().bankHolidays().workingDayOnOrBefore(printed.get()) + "."));
            }
        }
        return seen;
    }

    private static CustodyTimeLimit limit(LocalDate start, Rule.Context context) {
        return CustodyTimeLimit.of(
                start,
                CustodyTimeLimit.TO_CROWN_COURT_TRIAL,
                context.standingData().bankHolidays());
    }

    /** Those in custody: on a notice who is said to be, on a warrant the one it commits. */
    private static List<String> custody(Fields fields) {
        return people(fields).stream()
                .filter(person -> person.equals("defendant")
                        || fields.value(person + ".bailStatus")
                                .map(status -> status.toLowerCase(Locale.ROOT))
                                .filter(status -> status.contains("custody") && !status.contains("bail"))
                                .isPresent())
                .toList();
    }

    private static List<String> people(Fields fields) {
        List<String> people = fields.members("defendants");
        boolean aboutOne = people.isEmpty() && fields.value("defendant.name").isPresent();
        return aboutOne ? List.of("defendant") : people;
    }
}
