package uk.casebridge.domain.kind;

import static uk.casebridge.domain.kind.FieldSpec.optional;
import static uk.casebridge.domain.kind.FieldSpec.required;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Rule;
import uk.casebridge.domain.finding.Severity;
import uk.casebridge.domain.recipient.Recipient;

/**
 * Preparation for Effective Trial: what the parties settled for a trial in the magistrates' court. The court has it; the
 * police, who warn the witnesses, get when, where and whom, and not the defence's case.
 */
final class EffectiveTrialForm {

    static final Kind KIND = Kind.named("pet-form", "Preparation for Effective Trial form")
            .laidDownIn("Preparation for effective trial, magistrates' courts; CrimPR 2020 rr 3.2, 3.3")
            .unit(Unit.CASE)
            .key("case.urn", "court.name", "hearing.date")
            .recognisedBy(
                    Clue.title("Preparation for effective trial", 0.7),
                    Clue.title("Preparation for trial in a magistrates' court", 0.7),
                    Clue.title("PET form", 0.7),
                    Clue.anywhere("witness", 0.1),
                    Clue.anywhere("time estimate", 0.1))
            .fields(
                    required("court.name", Parser.TEXT, "Magistrates' court", "Court", "Trial court"),
                    optional("court.code", Parser.COURT_CODE, "Court code"),
                    required("case.urn", Parser.URN, "URN", "Case URN", "Case reference"),
                    required("hearing.date", Parser.DATE, "Date of first hearing", "Hearing date", "Completed on"),
                    required("trial.at", Parser.DATE_AND_TIME, "Trial date", "Date fixed for trial", "Trial fixed for"),
                    optional("trial.estimate", Parser.TEXT, "Time estimate", "Length of trial", "Trial time estimate"),
                    optional("trial.issues", Parser.LINES, "Disputed issues", "Issues in dispute", "Real issues"),
                    optional("trial.admissions", Parser.LINES, "Agreed facts", "Admissions", "Facts not in dispute"),
                    optional("trial.expertEvidence", Parser.TEXT, "Expert evidence", "Experts"),
                    optional("trial.specialMeasures", Parser.TEXT, "Special measures", "Measures sought"),
                    optional("trial.disclosure", Parser.TEXT, "Disclosure", "Initial disclosure"),
                    optional("prosecutor", Parser.TEXT, "Prosecutor", "For the prosecution"),
                    optional("interpreter", Parser.TEXT, "Interpreter"),
                    required("defendants[*].name", Parser.NAME, "Defendant", "Name of defendant", "Defendant name"),
                    required("defendants[*].dateOfBirth", Parser.DATE, "Date of birth", "DOB", "Born"),
                    optional("defendants[*].representative", Parser.TEXT, "Represented by", "Defence solicitor"),
                    required("defendants[*].offences[*].code", Parser.OFFENCE_CODE, "Offence code", "Code", "CJS code"),
                    required("defendants[*].offences[*].title", Parser.TEXT, "Offence title", "Offence", "Charge"),
                    optional("defendants[*].offences[*].plea", Parser.TEXT, "Plea", "Plea entered"),
                    optional("witnesses[*].name", Parser.NAME, "Witness", "Name of witness", "Witness to attend"),
                    optional("witnesses[*].calledBy", Parser.TEXT, "Called by", "Witness for", "Party"),
                    optional("witnesses[*].time", Parser.TEXT, "Time needed", "Minutes", "Evidence will take"))
            .rules(EffectiveTrialForm::issuesNotSaid)
            .sendFieldsTo(
                    Recipient.POLICE,
                    Optional.empty(),
                    "court.*",
                    "case.urn",
                    "trial.at",
                    "trial.estimate",
                    "trial.specialMeasures",
                    "interpreter",
                    "defendants[*].name",
                    "defendants[*].dateOfBirth",
                    "defendants[*].offences[*].*",
                    "witnesses[*].*")
            .keptFor(Period.ofYears(7))
            .build();

    private EffectiveTrialForm() {}

    private static List<Finding> issuesNotSaid(Fields fields, Rule.Context context) {
        if (fields.value("trial.issues").isPresent()) {
            return List.of();
        }
        return List.of(new Finding(
                "PET-ISSUES-NOT-SAID",
                Severity.WARNING,
                List.of("trial.issues"),
                "The form fixes a trial but does not say what is in dispute.",
                "The part for the defence was left empty, or the defendant had no lawyer at the hearing.",
                "Ask the parties what is in dispute: the witnesses needed and the time for them follow from it.",
                "Fill in the issues with the defendant's advocate before the trial is fixed.",
                "CrimPR 2020 rr 3.2(2)(a) and 3.3: early identification of the real issues (rule numbers of 2020)"));
    }
}
