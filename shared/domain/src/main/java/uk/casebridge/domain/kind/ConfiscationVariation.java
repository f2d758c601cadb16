package uk.casebridge.domain.kind;

import static uk.casebridge.domain.kind.FieldSpec.optional;
import static uk.casebridge.domain.kind.FieldSpec.required;

import java.time.Period;
import java.util.Optional;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.rules.ConfiscationRules;
import uk.casebridge.domain.rules.VariationRules;

/** The Crown Court's order that changes what is to be paid under an earlier confiscation order. */
final class ConfiscationVariation {

    static final Kind KIND = Kind.named("confiscation-variation", "Variation of confiscation order")
            .laidDownIn("Proceeds of Crime Act 2002 ss 19 to 23")
            .unit(Unit.DEFENDANT_AT_HEARING)
            .key("crownCase.number", "court.name", "hearing.date", "defendant.name", "defendant.dateOfBirth")
            .recognisedBy(
                    Clue.title("Variation of confiscation order", 0.8),
                    Clue.title("Varied confiscation order", 0.8),
                    Clue.title("Order varying a confiscation order", 0.8),
                    Clue.anywhere("Proceeds of Crime Act 2002", 0.1),
                    Clue.anywhere("as varied", 0.1))
            .fields(ConfiscationFields.with(
                    required("hearing.date", Parser.DATE, "Date of variation", "Varied on", "Date varied"),
                    required(
                            "variedOrder.date",
                            Parser.DATE,
                            "Date of original order",
                            "Original order made on",
                            "Order of"),
                    required("variation.section", Parser.TEXT, "Varied under", "Section", "Power to vary"),
                    optional("variation.reason", Parser.TEXT, "Reason for variation", "Reason"),
                    optional("variedOrder.benefit", Parser.MONEY, "Benefit before", "Former benefit"),
                    optional(
                            "variedOrder.available",
                            Parser.MONEY,
                            "Available amount before",
                            "Former available amount"),
                    required(
                            "variedOrder.recoverable",
                            Parser.MONEY,
                            "Recoverable amount before",
                            "Former recoverable amount"),
                    optional("variedOrder.paid", Parser.MONEY, "Paid so far", "Already paid")))
            .sections(ConfiscationFields.sections())
            .sendTo(
                    Recipient.ENFORCEMENT,
                    Optional.of("enforcementOffice.name"),
                    ConfiscationFields.allowed("variation.*", "variedOrder.*"))
            .rules(
                    ConfiscationRules.RECOVERABLE_AMOUNT,
                    ConfiscationRules.COMPENSATION,
                    ConfiscationRules.ASSETS,
                    ConfiscationRules.PARTS,
                    ConfiscationRules.DEFAULT_TERM_VARIED,
                    VariationRules.DATE,
                    VariationRules.DIRECTION,
                    VariationRules.SOMETHING_CHANGED,
                    VariationRules.PAID,
                    VariationRules.BEFORE_ADDS_UP)
            .keptFor(Period.ofYears(20))
            .build();

    private ConfiscationVariation() {}
}
