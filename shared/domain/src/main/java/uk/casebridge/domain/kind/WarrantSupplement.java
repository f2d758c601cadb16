package uk.casebridge.domain.kind;

import static uk.casebridge.domain.kind.FieldSpec.optional;
import static uk.casebridge.domain.kind.FieldSpec.required;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Rule;
import uk.casebridge.domain.finding.Severity;
import uk.casebridge.domain.recipient.Recipient;

/**
 * A sheet that adds to a warrant what did not stand on it: further offences, time to count, what the prison must know.
 * It is read with its warrant and never replaces it, so the warrant it adds to is part of its key.
 */
final class WarrantSupplement {

    static final Kind KIND = Kind.named("warrant-supplement", "Warrant supplement")
            .laidDownIn("HMCTS event type WEE_Layout5")
            .unit(Unit.DEFENDANT_AT_HEARING)
            .key(CustodyFields.key("supplement.warrant"))
            .alwaysUrgent()
            .recognisedBy(
                    Clue.title("Warrant supplement", 0.7),
                    Clue.title("Supplement to warrant", 0.7),
                    Clue.title("Supplement to a warrant", 0.7),
                    Clue.anywhere("read with the warrant", 0.2),
                    Clue.anywhere("Post-hearing custody", -0.5))
            .fields(CustodyFields.courtAndPerson(
                    "Date of supplement",
                    required("prison.name", Parser.TEXT, "Prison", "Place of custody", "Establishment"),
                    required("supplement.warrant", Parser.TEXT, "Supplement to", "Attached to", "Adds to"),
                    required("supplement.warrantDate", Parser.DATE, "Warrant dated", "Date of that warrant"),
                    required(
                            "supplement.particulars",
                            Parser.LINES,
                            "Further particulars",
                            "Additional information",
                            "Details"),
                    optional(
                            "supplement.curfewDays",
                            Parser.NUMBER,
                            "Tagged bail days to count",
                            "Qualifying curfew days",
                            "Days on curfew"),
                    optional("supplement.medical", Parser.TEXT, "Medical information", "Health"),
                    optional("offences[*].code", Parser.OFFENCE_CODE, "Offence code", "Code", "CJS code"),
                    optional("offences[*].title", Parser.TEXT, "Offence title", "Offence", "Title"),
                    optional("offences[*].result", Parser.TEXT, "Result", "Order", "Outcome"),
                    optional("warnings", Parser.TEXT, "Risk markers", "Warnings")))
            .rules(WarrantSupplement::olderThanItsWarrant)
            .sendTo(
                    Recipient.PRISON,
                    Optional.of("prison.name"),
                    "court.*",
                    "cases[*].urn",
                    "hearing.*",
                    "issuedOn",
                    "defendant.*",
                    "prison.*",
                    "supplement.*",
                    "offences[*].*",
                    "warnings")
            .keptFor(Period.ofYears(7))
            .build();

    private WarrantSupplement() {}

    private static List<Finding> olderThanItsWarrant(Fields fields, Rule.Context context) {
        Optional<LocalDate> warrant = fields.date("supplement.warrantDate");
        Optional<LocalDate> supplement = fields.date("issuedOn");
        if (warrant.isEmpty() || supplement.isEmpty() || !supplement.get().isBefore(warrant.get())) {
            return List.of();
        }
        return List.of(new Finding(
                "SUPPLEMENT-BEFORE-WARRANT",
                Severity.WARNING,
                List.of("issuedOn", "supplement.warrantDate"),
                "The supplement is dated %s, before the warrant of %s that it adds to."
                        .formatted(supplement.get(), warrant.get()),
                "A date was mistyped, or the supplement belongs to an earlier warrant.",
                "Compare both with the register and ask the court which warrant it adds to.",
                "Let the case system print the supplement together with its warrant.",
                "HMCTS event type WEE_Layout5: a supplement is issued with or after its warrant (our reading)"));
    }
}
