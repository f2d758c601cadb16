package uk.casebridge.domain.kind;

import static uk.casebridge.domain.kind.FieldSpec.optional;
import static uk.casebridge.domain.kind.FieldSpec.required;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Rule;
import uk.casebridge.domain.finding.Severity;
import uk.casebridge.domain.recipient.Recipient;

/**
 * A certified extract of the register that proves a conviction and what was ordered. It goes to the Crown Court that asked
 * for it; one that somebody else asked for has no place here and so becomes a to-do.
 */
final class MemorandumOfConviction {

    static final Kind KIND = Kind.named("memorandum-of-conviction", "Memorandum of conviction")
            // Statutory basis and fee of an extract are not settled in what we read, so no rule rests on them.
            .laidDownIn("CrimPR 2020 r 28.10(2): certificate of conviction and register entry")
            .unit(Unit.DEFENDANT_AT_HEARING)
            .key("cases[*].urn", "court.name", "hearing.date", "defendant.name", "defendant.dateOfBirth")
            .recognisedBy(
                    Clue.title("Memorandum of conviction", 0.7),
                    Clue.title("Memorandum of an entry", 0.7),
                    Clue.title("Certificate of conviction", 0.7),
                    Clue.anywhere("true extract", 0.2),
                    Clue.anywhere("Register generated on", -0.5),
                    Clue.anywhere("Post-hearing custody", -0.5))
            .fields(
                    required("court.name", Parser.TEXT, "Court", "Magistrates' court", "Convicting court"),
                    optional("court.code", Parser.COURT_CODE, "Court code"),
                    optional("court.lja", Parser.TEXT, "Local justice area", "LJA"),
                    required("cases[*].urn", Parser.URN, "Case number", "Case URN", "Case reference"),
                    required("hearing.date", Parser.DATE, "Date of entry", "Register date", "Date of hearing"),
                    optional("issuedOn", Parser.DATE, "Date of memorandum", "Certified on", "Given on"),
                    optional("requester.name", Parser.TEXT, "Requested by", "Issued to", "For the use of"),
                    required("defendant.name", Parser.NAME, "Defendant", "Name of defendant", "Person convicted"),
                    required("defendant.dateOfBirth", Parser.DATE, "Date of birth", "DOB", "Born"),
                    optional("defendant.address", Parser.LINES, "Address", "Defendant address"),
                    required("offences[*].title", Parser.TEXT, "Offence", "Nature of offence", "Convicted of"),
                    optional("offences[*].code", Parser.OFFENCE_CODE, "Offence code", "CJS code"),
                    optional("offences[*].wording", Parser.TEXT, "Particulars of offence", "Wording"),
                    optional("offences[*].plea", Parser.TEXT, "Plea", "Plea entered"),
                    optional("offences[*].verdict", Parser.TEXT, "Verdict", "Finding"),
                    required("offences[*].convictionDate", Parser.DATE, "Conviction date", "Convicted on"),
                    required(
                            "offences[*].sentence",
                            Parser.TEXT,
                            "Sentence or order",
                            "Minute of adjudication",
                            "Adjudication"),
                    optional("certifiedBy", Parser.TEXT, "Certified by", "Officer of the court"))
            .rules(MemorandumOfConviction::certifiedTooEarly)
            .sendTo(
                    Recipient.CROWN_COURT,
                    Optional.of("requester.name"),
                    "court.*",
                    "cases[*].urn",
                    "hearing.*",
                    "issuedOn",
                    "requester.*",
                    "defendant.*",
                    "offences[*].*",
                    "certifiedBy")
            .keptFor(Period.ofYears(7))
            .build();

    private MemorandumOfConviction() {}

    private static List<Finding> certifiedTooEarly(Fields fields, Rule.Context context) {
        Optional<LocalDate> certified = fields.date("issuedOn");
        return fields.matching("offences[*].convictionDate").stream()
                .filter(field -> certified.isPresent()
                        && fields.date(field.path())
                                .filter(certified.get()::isBefore)
                                .isPresent())
                .map(field -> tooEarly(field, certified.orElseThrow()))
                .toList();
    }

    private static Finding tooEarly(Field convicted, LocalDate certified) {
        return new Finding(
                "MEMORANDUM-BEFORE-CONVICTION",
                Severity.WARNING,
                List.of("issuedOn", convicted.path()),
                "The memorandum is dated %s and proves a conviction of %s, a later day."
                        .formatted(certified, convicted.value()),
                "A date was mistyped, or the memorandum was printed before the result was entered.",
                "Compare both dates with the register and have the memorandum certified again.",
                "Print a memorandum from the register only after the result is entered.",
                "A memorandum certifies an entry that is in the register");
    }
}
