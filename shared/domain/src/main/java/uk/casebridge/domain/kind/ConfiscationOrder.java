package uk.casebridge.domain.kind;

import static uk.casebridge.domain.kind.FieldSpec.optional;
import static uk.casebridge.domain.kind.FieldSpec.required;

import java.time.Period;
import java.util.Optional;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.rules.ConfiscationRules;

/** The Crown Court's order to pay back what was gained by crime, which a magistrates' court enforces. */
final class ConfiscationOrder {

    static final Kind KIND = Kind.named("confiscation-order", "Confiscation order")
            .laidDownIn("Proceeds of Crime Act 2002 ss 6 to 13, 35")
            .unit(Unit.DEFENDANT_AT_HEARING)
            .key("crownCase.number", "court.name", "hearing.date", "defendant.name", "defendant.dateOfBirth")
            .recognisedBy(
                    Clue.title("Confiscation order", 0.6),
                    Clue.anywhere("Proceeds of Crime Act 2002", 0.1),
                    Clue.anywhere("Recoverable amount", 0.1),
                    Clue.anywhere("Default term", 0.1),
                    Clue.title("Variation of confiscation order", -0.8),
                    Clue.title("Varied confiscation order", -0.8),
                    Clue.title("varying a confiscation order", -0.8))
            .fields(ConfiscationFields.with(
                    required("hearing.date", Parser.DATE, "Date of order", "Order made on", "Made on"),
                    optional("statute", Parser.TEXT, "Made under", "Statute"),
                    optional(
                            "timeToPay.extendedOn",
                            Parser.DATE,
                            "Time to pay extended on",
                            "Extension of time granted on"),
                    optional("restraintOrder", Parser.TEXT, "Restraint order", "Restraint or receivership"),
                    optional(
                            "investigator.reference",
                            Parser.TEXT,
                            "Financial investigator's reference",
                            "Asset recovery reference"),
                    optional("victim", Parser.TEXT, "Compensation payable to", "Victim")))
            .sections(ConfiscationFields.sections())
            .sendTo(
                    Recipient.ENFORCEMENT,
                    Optional.of("enforcementOffice.name"),
                    ConfiscationFields.allowed("statute", "timeToPay.*", "restraintOrder", "investigator.*", "victim"))
            .rules(
                    ConfiscationRules.RECOVERABLE_AMOUNT,
                    ConfiscationRules.COMPENSATION,
                    ConfiscationRules.ASSETS,
                    ConfiscationRules.PARTS,
                    ConfiscationRules.TIME,
                    ConfiscationRules.DEFAULT_TERM)
            // Money ordered is collected, and interest on it grows, long after most files are gone.
            .keptFor(Period.ofYears(20))
            .build();

    private ConfiscationOrder() {}
}
