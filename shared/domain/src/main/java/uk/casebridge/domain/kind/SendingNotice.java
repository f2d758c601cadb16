package uk.casebridge.domain.kind;

import static uk.casebridge.domain.kind.FieldSpec.optional;
import static uk.casebridge.domain.kind.FieldSpec.required;

import java.time.Period;
import java.util.Optional;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.rule.SendingRules;

/** The notice that a magistrates' court sent a case to the Crown Court for trial, with all its defendants. */
final class SendingNotice {

    static final Kind KIND = Kind.named("sending-notice", "Notice of sending for Crown Court trial")
            .laidDownIn("Crime and Disorder Act 1998 ss 51, 51A, 51D; CrimPR 2020 r 9.5")
            .unit(Unit.CASE)
            .key("case.urn", "court.name", "hearing.date")
            .urgent(fields -> fields.matching("defendants[*].bailStatus").stream()
                            .anyMatch(status -> status.value()
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .contains("custody"))
                    ? Urgency.CUSTODY
                    : Urgency.ORDINARY)
            .recognisedBy(
                    Clue.title("Notice of sending", 0.6),
                    Clue.title("Crown Court trial", 0.2),
                    Clue.anywhere("Crime and Disorder Act 1998", 0.2),
                    Clue.anywhere("section 51", 0.1))
            .fields(
                    required("court.name", Parser.TEXT, "Sending court", "Magistrates' court"),
                    optional("court.code", Parser.COURT_CODE, "Sending court code", "Court code"),
                    required("receivingCourt.name", Parser.TEXT, "Receiving Crown Court", "Sent to", "Crown Court"),
                    optional("receivingCourt.code", Parser.COURT_CODE, "Receiving court code", "Crown Court code"),
                    required("case.urn", Parser.URN, "Case URN", "URN", "Case reference"),
                    required("hearing.date", Parser.DATE, "Date of sending", "Sent on", "Date of hearing"),
                    required("statute", Parser.TEXT, "Statute", "Sent under", "Sending provision"),
                    optional("issuedOn", Parser.DATE, "Date of notice", "Issued on"),
                    optional(
                            "nextHearing.at",
                            Parser.DATE_AND_TIME,
                            "Next hearing",
                            "Plea and trial preparation hearing",
                            "PTPH"),
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
                            "defendants[*].custodyTimeLimit",
                            Parser.DATE,
                            "Custody time limit expires",
                            "Custody time limit",
                            "CTL expiry"),
                    required("defendants[*].offences[*].code", Parser.OFFENCE_CODE, "Offence code", "Code", "CJS code"),
                    required("defendants[*].offences[*].title", Parser.TEXT, "Offence title", "Offence", "Title"),
                    optional("defendants[*].offences[*].wording", Parser.TEXT, "Wording", "Particulars"),
                    optional("defendants[*].offences[*].date", Parser.DATE, "Offence date", "Date of offence"),
                    optional("defendants[*].offences[*].plea", Parser.TEXT, "Plea", "Indicated plea"))
            .rules(SendingRules.SENDING)
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

    private SendingNotice() {}
}
