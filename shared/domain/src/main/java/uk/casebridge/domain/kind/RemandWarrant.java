package uk.casebridge.domain.kind;

import static uk.casebridge.domain.kind.FieldSpec.optional;
import static uk.casebridge.domain.kind.FieldSpec.required;

import java.time.Period;
import java.util.Optional;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.rule.CustodyTimeLimitRules;

/** A warrant that commits a defendant to custody until the next hearing. */
final class RemandWarrant {

    static final Kind KIND = Kind.named("remand-warrant", "Remand warrant")
            .laidDownIn("HMCTS event type WEE_Remand; Magistrates' Courts Act 1980 ss 128, 128A")
            .unit(Unit.DEFENDANT_AT_HEARING)
            .key(CustodyFields.key())
            .alwaysUrgent()
            .recognisedBy(
                    Clue.title("Remand warrant", 0.6),
                    Clue.title("Warrant of commitment on remand", 0.6),
                    Clue.anywhere("remanded in custody", 0.2),
                    Clue.anywhere("until the hearing", 0.1),
                    Clue.title("Supplement", -0.5),
                    Clue.anywhere("Post-hearing custody", -0.5))
            .fields(CustodyFields.with(
                    "Date of warrant",
                    required("prison.name", Parser.TEXT, "Prison", "Committed to", "Place of custody"),
                    optional(
                            "nextHearing.at",
                            Parser.DATE_AND_TIME,
                            "Next hearing",
                            "Remanded until",
                            "To be produced at"),
                    optional("nextHearing.court", Parser.TEXT, "Next hearing at", "Court of next hearing"),
                    optional(
                            "defendant.custodyTimeLimit",
                            Parser.DATE,
                            "Custody time limit expires",
                            "Custody time limit",
                            "CTL expiry"),
                    optional("remand.reason", Parser.TEXT, "Reason for remand", "Grounds", "Reason")))
            .rules(CustodyTimeLimitRules.REMAND)
            .sendTo(
                    Recipient.PRISON,
                    Optional.of("prison.name"),
                    "court.*",
                    "cases[*].urn",
                    "hearing.*",
                    "issuedOn",
                    "defendant.*",
                    "prison.*",
                    "nextHearing.*",
                    "remand.*",
                    "offences[*].*",
                    "warnings")
            .keptFor(Period.ofYears(7))
            .build();

    private RemandWarrant() {}
}
