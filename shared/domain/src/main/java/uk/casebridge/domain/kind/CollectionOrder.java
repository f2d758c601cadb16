package uk.casebridge.domain.kind;

import static uk.casebridge.domain.kind.FieldSpec.optional;
import static uk.casebridge.domain.kind.FieldSpec.required;

import java.time.Period;
import java.util.Optional;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.rules.FineRules;

/** The order by which a court lets the fines office collect what an offender owes. */
final class CollectionOrder {

    static final Kind KIND = Kind.named("collection-order", "Collection order")
            .laidDownIn("Courts Act 2003 Sch 5 paras 11 to 15")
            .unit(Unit.DEFENDANT_AT_HEARING)
            .key(FineFields.key())
            .recognisedBy(
                    Clue.title("Collection order", 0.7),
                    Clue.anywhere("Courts Act 2003", 0.1),
                    Clue.anywhere("Existing defaulter", 0.2),
                    Clue.anywhere("Reserve terms", 0.1),
                    Clue.title("Notice of financial penalty", -0.6),
                    Clue.title("Confiscation order", -0.5))
            .fields(FineFields.with(
                    required(
                            "existingDefaulter",
                            Parser.YES_NO,
                            "Existing defaulter",
                            "Is the offender an existing defaulter"),
                    optional(
                            "defaultDisregarded", Parser.YES_NO, "Default disregarded", "Existing default disregarded"),
                    required(
                            "attachmentOfEarnings",
                            Parser.YES_NO,
                            "Attachment of earnings order made",
                            "Attachment of earnings"),
                    required(
                            "benefitDeduction",
                            Parser.YES_NO,
                            "Benefit deductions applied for",
                            "Application for benefit deductions"),
                    optional("employer", Parser.TEXT, "Employer", "Name of employer"),
                    optional("reserveTerms", Parser.TEXT, "Reserve terms", "Reserve payment terms"),
                    optional("effect", Parser.TEXT, "Effect of this order", "What this order means")))
            .sections(Section.headed("Sums imposed", "impositions[*]"))
            .sendTo(
                    Recipient.ENFORCEMENT,
                    Optional.of("finesOffice.name"),
                    "court.*",
                    "cases[*].urn",
                    "hearing.*",
                    "issuedOn",
                    "account.*",
                    "defendant.*",
                    "existingDefaulter",
                    "defaultDisregarded",
                    "attachmentOfEarnings",
                    "benefitDeduction",
                    "employer",
                    "reserveTerms",
                    "effect",
                    "impositions[*].*",
                    "sumDue",
                    "terms.*",
                    "finesOffice.*")
            .rules(
                    FineRules.SUM_DUE,
                    FineRules.NOT_NOTHING,
                    FineRules.SURCHARGE,
                    FineRules.PAY_BY,
                    FineRules.TERMS,
                    FineRules.DISREGARD,
                    FineRules.ATTACHMENT,
                    FineRules.EMPLOYER)
            .keptFor(Period.ofYears(7))
            .build();

    private CollectionOrder() {}
}
