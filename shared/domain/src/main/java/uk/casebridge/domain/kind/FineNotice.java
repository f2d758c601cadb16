package uk.casebridge.domain.kind;

import static uk.casebridge.domain.kind.FieldSpec.optional;
import static uk.casebridge.domain.kind.FieldSpec.required;

import java.time.Period;
import java.util.Optional;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.rules.FineRules;

/** The notice that tells what a court fined someone for which offence, and by when it must be paid. */
final class FineNotice {

    static final Kind KIND = Kind.named("fine-notice", "Notice of financial penalty")
            .laidDownIn("Magistrates' Courts Act 1980 ss 75, 76, 82; Sentencing Act 2020 part 7")
            .unit(Unit.DEFENDANT_AT_HEARING)
            .key(FineFields.key())
            .recognisedBy(
                    Clue.title("Notice of financial penalty", 0.7),
                    Clue.title("Notice of fine", 0.7),
                    Clue.anywhere("days in default", 0.1),
                    Clue.anywhere("Offence code", 0.1),
                    Clue.title("Collection order", -0.6),
                    Clue.title("Post-hearing custody", -0.5))
            .fields(FineFields.with(
                    required("offences[*].code", Parser.OFFENCE_CODE, "Offence code", "Code", "CJS code"),
                    required("offences[*].title", Parser.TEXT, "Offence title", "Offence", "Title"),
                    optional("offences[*].date", Parser.DATE, "Date of offence", "Offence date"),
                    optional(
                            "defaultTerm",
                            Parser.TEXT,
                            "Term in default",
                            "Imprisonment in default",
                            "In default of payment")))
            .sections(Section.headed("Convicted of", "offences[*]"), Section.headed("Sums imposed", "impositions[*]"))
            .sendTo(
                    Recipient.ENFORCEMENT,
                    Optional.of("finesOffice.name"),
                    "court.*",
                    "cases[*].urn",
                    "hearing.*",
                    "issuedOn",
                    "account.*",
                    "defendant.*",
                    "offences[*].*",
                    "impositions[*].*",
                    "sumDue",
                    "terms.*",
                    "defaultTerm",
                    "finesOffice.*")
            .rules(
                    FineRules.SUM_DUE,
                    FineRules.NOT_NOTHING,
                    FineRules.SURCHARGE,
                    FineRules.PAY_BY,
                    FineRules.DEFAULT_TERM)
            .keptFor(Period.ofYears(7))
            .build();

    private FineNotice() {}
}
