package uk.casebridge.domain.kind;

import static uk.casebridge.domain.kind.FieldSpec.optional;
import static uk.casebridge.domain.kind.FieldSpec.required;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Rule;
import uk.casebridge.domain.finding.Severity;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.rule.SendingRules;

/** The record that a magistrates' court committed convicted defendants to the Crown Court to be sentenced there. */
final class CommittalForSentence {

    static final Kind KIND = Kind.named("committal-for-sentence", "Committal for sentence")
            .laidDownIn("Sentencing Act 2020 ss 14 to 20; Proceeds of Crime Act 2002 s 70; CrimPR 2020 r 28.10")
            .unit(Unit.CASE)
            .key("case.urn", "court.name", "hearing.date")
            .urgent(CommittalForSentence::urgency)
            .recognisedBy(
                    Clue.title("Committal for sentence", 0.6),
                    Clue.title("Notice of committal to the Crown Court", 0.6),
                    Clue.title("Record of committal", 0.6),
                    Clue.anywhere("committed for sentence", 0.2),
                    Clue.anywhere("Proceeds of Crime Act 2002", 0.1),
                    Clue.anywhere("Sentencing Act 2020", 0.1))
            .fields(
                    required("court.name", Parser.TEXT, "Committing court", "Magistrates' court", "Convicting court"),
                    optional("court.code", Parser.COURT_CODE, "Committing court code", "Court code"),
                    required(
                            "receivingCourt.name", Parser.TEXT, "Receiving Crown Court", "Committed to", "Crown Court"),
                    optional("receivingCourt.code", Parser.COURT_CODE, "Receiving court code", "Crown Court code"),
                    required("case.urn", Parser.URN, "Case URN", "URN", "Case reference"),
                    required("hearing.date", Parser.DATE, "Date of committal", "Committed on", "Date of hearing"),
                    required("statute", Parser.TEXT, "Committed under", "Committal provision", "Statute"),
                    optional("issuedOn", Parser.DATE, "Date of notice", "Issued on"),
                    optional(
                            "nextHearing.at",
                            Parser.DATE_AND_TIME,
                            "Next hearing",
                            "Sentencing hearing",
                            "To appear on"),
                    optional("reportingRestrictions", Parser.TEXT, "Reporting restrictions", "Reporting restriction"),
                    optional("interpreter", Parser.TEXT, "Interpreter"),
                    required("defendants[*].name", Parser.NAME, "Defendant", "Name of defendant", "Defendant name"),
                    required("defendants[*].dateOfBirth", Parser.DATE, "Date of birth", "DOB", "Born"),
                    optional("defendants[*].address", Parser.LINES, "Address", "Defendant address"),
                    optional("defendants[*].asn", Parser.ASN, "ASN", "Arrest summons number"),
                    optional("defendants[*].pncId", Parser.PNC_ID, "PNC ID", "PNC"),
                    optional("defendants[*].croNumber", Parser.CRO_NUMBER, "CRO number", "CRO"),
                    required("defendants[*].bailStatus", Parser.TEXT, "Bail status", "Bail or custody"),
                    optional("defendants[*].bailConditions", Parser.LINES, "Bail conditions", "Conditions of bail"),
                    optional(
                            "defendants[*].preSentenceReport",
                            Parser.YES_NO,
                            "Pre-sentence report ordered",
                            "PSR ordered",
                            "Report ordered"),
                    optional(
                            "defendants[*].interimDisqualification",
                            Parser.DATE,
                            "Interim disqualification from",
                            "Disqualified in the interim from"),
                    optional(
                            "defendants[*].poca70",
                            Parser.YES_NO,
                            "Committed under POCA s 70",
                            "View to confiscation",
                            "Section 70 committal"),
                    optional(
                            "defendants[*].wouldHaveCommittedAnyway",
                            Parser.YES_NO,
                            "Would have been committed in any event",
                            "Would have committed anyway",
                            "Committed regardless of section 70"),
                    required("defendants[*].offences[*].code", Parser.OFFENCE_CODE, "Offence code", "Code", "CJS code"),
                    required("defendants[*].offences[*].title", Parser.TEXT, "Offence title", "Offence", "Title"),
                    optional("defendants[*].offences[*].plea", Parser.TEXT, "Plea", "Plea entered"),
                    optional("defendants[*].offences[*].verdict", Parser.TEXT, "Verdict", "Finding"),
                    required(
                            "defendants[*].offences[*].convictionDate",
                            Parser.DATE,
                            "Conviction date",
                            "Convicted on",
                            "Date of conviction"))
            .rules(CommittalForSentence::powersNotSaid, SendingRules.COMMITTAL)
            .sendTo(
                    Recipient.CROWN_COURT,
                    Optional.of("receivingCourt.name"),
                    "court.*",
                    "receivingCourt.*",
                    "case.urn",
                    "hearing.*",
                    "statute",
                    "issuedOn",
                    "nextHearing.*",
                    "reportingRestrictions",
                    "interpreter",
                    "defendants[*].*")
            .keptFor(Period.ofYears(7))
            .build();

    private CommittalForSentence() {}

    private static Urgency urgency(Fields fields) {
        return fields.matching("defendants[*].bailStatus").stream()
                        .anyMatch(status ->
                                status.value().toLowerCase(Locale.ROOT).contains("custody"))
                ? Urgency.CUSTODY
                : Urgency.ORDINARY;
    }

    /** Committed for confiscation, and not a word on whether the sentence was beyond the magistrates too. */
    private static List<Finding> powersNotSaid(Fields fields, Rule.Context context) {
        List<Finding> findings = new ArrayList<>();
        for (String defendant : fields.members("defendants")) {
            boolean forConfiscation =
                    fields.value(defendant + ".poca70").filter("yes"::equals).isPresent();
            if (forConfiscation
                    && fields.value(defendant + ".wouldHaveCommittedAnyway").isEmpty()) {
                findings.add(new Finding(
                        "POCA70-POWERS-NOT-SAID",
                        Severity.WARNING,
                        List.of(defendant + ".poca70", defendant + ".wouldHaveCommittedAnyway"),
                        "The defendant is committed with a view to confiscation (POCA s 70), but the paper does not say"
                                + " whether the court would have committed for sentence anyway.",
                        "The prosecutor asked for the committal and the court did not record its own view of sentence.",
                        "Ask the court whether it would have committed in any event, and send a paper that says so:"
                                + " without it the Crown Court may sentence only as a magistrates' court could.",
                        "Record the court's view in the hearing whenever the prosecutor asks for a committal under s 70.",
                        "Proceeds of Crime Act 2002 ss 70(5) and 71; Sentencing Council, magistrates' court guidelines,"
                                + " explanatory material: Confiscation orders"));
            }
        }
        return List.copyOf(findings);
    }
}
