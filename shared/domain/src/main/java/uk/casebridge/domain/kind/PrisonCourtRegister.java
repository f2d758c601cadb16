package uk.casebridge.domain.kind;

import static uk.casebridge.domain.kind.FieldSpec.optional;
import static uk.casebridge.domain.kind.FieldSpec.required;

import java.time.Period;
import java.util.Optional;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.rule.ResultRules;

/** The Prison Court Register: everything ordered for one defendant at one hearing. */
final class PrisonCourtRegister {

    static final Kind KIND = Kind.named("prison-court-register", "Prison Court Register")
            .laidDownIn("HMCTS event type PRISON_COURT_REGISTER_GENERATED")
            .unit(Unit.DEFENDANT_AT_HEARING)
            .key("cases[*].urn", "court.name", "hearing.date", "defendant.name", "defendant.dateOfBirth")
            .alwaysUrgent()
            .recognisedBy(
                    Clue.title("Register generated on", 0.5),
                    Clue.title("Post-hearing custody", 0.3),
                    Clue.anywhere("Defendant attendance", 0.1),
                    Clue.anywhere("LJA:", 0.1))
            .fields(
                    required("court.name", Parser.TEXT, "…Magistrates' Court", "…Youth Court", "…Crown Court"),
                    optional("court.code", Parser.COURT_CODE),
                    optional("court.address", Parser.TEXT),
                    optional("court.lja", Parser.TEXT, "LJA"),
                    required("generatedOn", Parser.DATE, "Register generated on"),
                    required("defendant.name", Parser.NAME, "Defendant name"),
                    optional("defendant.address", Parser.LINES, "Defendant address"),
                    required("defendant.dateOfBirth", Parser.DATE, "Date of birth"),
                    optional("defendant.age", Parser.NUMBER, "Age"),
                    optional("defendant.gender", Parser.TEXT, "Gender"),
                    optional("defendant.nationality", Parser.TEXT, "Nationality"),
                    optional("defendant.aliases", Parser.TEXT, "Aliases"),
                    optional("defendant.parentOrGuardian.name", Parser.TEXT, "Parent or guardian"),
                    optional("defendant.parentOrGuardian.address", Parser.TEXT, "Parent or guardian address"),
                    optional("defendant.asn", Parser.ASN, "ASN"),
                    optional("defendant.attendance", Parser.TEXT, "Defendant attendance"),
                    optional("defendant.custodyStatus", Parser.TEXT, "Post-hearing custody status"),
                    optional("defendant.results[*].text", Parser.TEXT, "Result text"),
                    required("cases[*].urn", Parser.URN, "Case reference"),
                    optional("cases[*].results[*].text", Parser.TEXT, "Result text"),
                    required("hearing.date", Parser.DATE, "Date of hearing"),
                    optional("hearing.type", Parser.TEXT, "Hearing type"),
                    optional("hearing.jurisdiction", Parser.TEXT, "Jurisdiction"),
                    optional("solicitor", Parser.TEXT, "Attending Solicitor"),
                    optional("prosecutor", Parser.TEXT, "Prosecutor"),
                    optional("officerInCase", Parser.TEXT, "Officer in case"),
                    optional("prosecutionCounsel.name", Parser.TEXT, "Prosecution counsel"),
                    optional("prosecutionCounsel.status", Parser.TEXT, "Status"),
                    optional("defenceCounsel.name", Parser.TEXT, "Defence counsel"),
                    optional("defenceCounsel.status", Parser.TEXT, "Status"),
                    optional("offences[*].urn", Parser.URN),
                    required("offences[*].code", Parser.OFFENCE_CODE, "Offence code"),
                    required("offences[*].title", Parser.TEXT, "Offence title"),
                    optional("offences[*].wording", Parser.TEXT, "Wording"),
                    optional("offences[*].legislation", Parser.TEXT, "Contrary to…"),
                    optional("offences[*].plea", Parser.PLEA, "Plea"),
                    optional("offences[*].pleaDate", Parser.DATE),
                    optional("offences[*].indicatedPlea", Parser.PLEA, "Indicated plea"),
                    optional("offences[*].indicatedPleaDate", Parser.DATE),
                    optional("offences[*].verdict", Parser.TEXT, "Verdict"),
                    optional("offences[*].allocationDecision", Parser.TEXT, "Allocation decision"),
                    optional("offences[*].convictionDate", Parser.DATE, "Conviction date"),
                    optional("offences[*].results[*].text", Parser.TEXT, "Result text"),
                    optional("applications[*].type", Parser.TEXT, "Type"),
                    optional("applications[*].results[*].text", Parser.TEXT, "Result"))
            .sections(
                    Section.headed("Defendant Level Result(s)", "defendant.results[*]"),
                    Section.headed("Case Level Result(s)", "cases[*].results[*]"),
                    Section.headed("Offences", "offences[*]"),
                    Section.headed("Applications", "applications[*]"))
            .rules(ResultRules.REGISTER)
            .sendTo(
                    Recipient.PRISON,
                    Optional.of("prison.name"),
                    "court.*",
                    "generatedOn",
                    "defendant.*",
                    "cases[*].*",
                    "hearing.*",
                    "solicitor",
                    "officerInCase",
                    "offences[*].*",
                    "applications[*].*")
            .keptFor(Period.ofYears(7))
            .build();

    private PrisonCourtRegister() {}
}
