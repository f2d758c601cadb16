package uk.casebridge.domain.kind;

import static uk.casebridge.domain.kind.FieldSpec.optional;
import static uk.casebridge.domain.kind.FieldSpec.required;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Rule;
import uk.casebridge.domain.finding.Severity;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.rule.CustodyTimeLimitRules;

/** What the parties told the magistrates' court when it sent a case up: likely pleas, issues, witnesses, and the PTPH. */
final class BetterCaseManagementForm {

    static final Kind KIND = Kind.named("bcm-form", "Better Case Management form")
            .laidDownIn("Better Case Management; CrimPR 2020 r 3.2")
            .unit(Unit.CASE)
            .key("case.urn", "court.name", "hearing.date")
            .recognisedBy(
                    Clue.title("Better Case Management", 0.7),
                    Clue.title("BCM form", 0.7),
                    Clue.title("BCM questionnaire", 0.7),
                    Clue.anywhere("PTPH", 0.1),
                    Clue.anywhere("likely plea", 0.1),
                    Clue.anywhere("anticipated plea", 0.1))
            .fields(
                    required("court.name", Parser.TEXT, "Magistrates' court", "Sending court", "Court"),
                    optional("court.code", Parser.COURT_CODE, "Court code"),
                    required("receivingCourt.name", Parser.TEXT, "Crown Court", "Sent to", "Crown Court centre"),
                    required("case.urn", Parser.URN, "URN", "Case URN", "Case reference"),
                    required("hearing.date", Parser.DATE, "Date sent", "Date of sending", "Sent on"),
                    required(
                            "nextHearing.at",
                            Parser.DATE_AND_TIME,
                            "PTPH date",
                            "PTPH",
                            "Plea and trial preparation hearing"),
                    optional("prosecutor", Parser.TEXT, "Prosecution advocate", "Reviewing lawyer", "For the Crown"),
                    optional("trial.estimate", Parser.TEXT, "Trial time estimate", "Time estimate", "Length of trial"),
                    optional("trial.issues", Parser.LINES, "Real issues in the case", "Issues", "What is in dispute"),
                    optional("trial.expertEvidence", Parser.TEXT, "Expert evidence", "Experts"),
                    optional("trial.specialMeasures", Parser.TEXT, "Special measures", "Measures sought"),
                    optional("trial.disclosure", Parser.TEXT, "Disclosure", "Disclosure served by"),
                    optional("trial.datesToAvoid", Parser.TEXT, "Dates to avoid", "Listing availability"),
                    optional("interpreter", Parser.TEXT, "Interpreter"),
                    required("defendants[*].name", Parser.NAME, "Defendant", "Name of defendant", "Defendant name"),
                    required("defendants[*].dateOfBirth", Parser.DATE, "Date of birth", "DOB", "Born"),
                    optional("defendants[*].representative", Parser.TEXT, "Represented by", "Defence solicitor"),
                    optional("defendants[*].bailStatus", Parser.TEXT, "Bail status", "Bail or custody"),
                    optional(
                            "defendants[*].custodyTimeLimit",
                            Parser.DATE,
                            "Custody time limit expires",
                            "Custody time limit",
                            "CTL expiry"),
                    optional("defendants[*].offences[*].code", Parser.OFFENCE_CODE, "Offence code", "Code", "CJS code"),
                    required("defendants[*].offences[*].title", Parser.TEXT, "Offence title", "Offence", "Count"),
                    optional(
                            "defendants[*].offences[*].likelyPlea",
                            Parser.TEXT,
                            "Likely plea",
                            "Anticipated plea",
                            "Plea indicated"),
                    optional("witnesses[*].name", Parser.NAME, "Witness", "Name of witness", "Witness required"),
                    optional("witnesses[*].issue", Parser.TEXT, "Goes to", "Relevant to", "Why required"),
                    optional("witnesses[*].time", Parser.TEXT, "Time needed", "Minutes", "Evidence will take"))
            .rules(BetterCaseManagementForm::ptphTooLate, CustodyTimeLimitRules.REMAND)
            .sendTo(
                    Recipient.CROWN_COURT,
                    Optional.of("receivingCourt.name"),
                    "court.*",
                    "receivingCourt.*",
                    "case.urn",
                    "hearing.*",
                    "nextHearing.*",
                    "prosecutor",
                    "trial.*",
                    "interpreter",
                    "defendants[*].*",
                    "witnesses[*].*")
            .keptFor(Period.ofYears(7))
            .build();

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** The latest the plea and trial preparation hearing is listed after sending. */
    private static final int LATEST_DAYS = 35;

    private BetterCaseManagementForm() {}

    private static List<Finding> ptphTooLate(Fields fields, Rule.Context context) {
        Optional<LocalDate> sent = fields.date("hearing.date");
        Optional<LocalDate> ptph = fields.value("nextHearing.at").flatMap(BetterCaseManagementForm::londonDay);
        if (sent.isEmpty() || ptph.isEmpty()) {
            return List.of();
        }
        long days = ChronoUnit.DAYS.between(sent.get(), ptph.get());
        if (days <= LATEST_DAYS) {
            return List.of();
        }
        return List.of(new Finding(
                "BCM-PTPH-LATE",
                Severity.WARNING,
                List.of("nextHearing.at", "hearing.date"),
                "The PTPH is on %s, %d days after the case was sent on %s; %d at most is the rule."
                        .formatted(ptph.get(), days, sent.get(), LATEST_DAYS),
                "The date was mistyped, or the list was full.",
                "Check the date; if it is right, ask the Crown Court's listing officer for an earlier one or a reason.",
                "List the PTPH 28 days after sending.",
                "Better Case Management, GOV.UK notice of January 2016: PTPH within 28 days of sending, 35 at most"));
    }

    private static Optional<LocalDate> londonDay(String instant) {
        try {
            return Optional.of(Instant.parse(instant).atZone(LONDON).toLocalDate());
        } catch (DateTimeParseException e) {
            // What is no moment is said by the doubt about that field; here there is nothing to count from.
            return Optional.empty();
        }
    }
}
