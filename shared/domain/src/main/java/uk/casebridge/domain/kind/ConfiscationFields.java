package uk.casebridge.domain.kind;

import static uk.casebridge.domain.kind.FieldSpec.optional;
import static uk.casebridge.domain.kind.FieldSpec.required;

import java.util.ArrayList;
import java.util.List;

/** The fields that a confiscation order and its variation share. */
final class ConfiscationFields {

    private ConfiscationFields() {}

    /** The court, the case and the person, then the fields of one kind alone, then the sums, parts and assets. */
    static List<FieldSpec> with(FieldSpec... own) {
        List<FieldSpec> fields = new ArrayList<>();
        fields.add(required("court.name", Parser.TEXT, "Court", "Crown Court centre", "Made by the court at"));
        fields.add(optional("court.code", Parser.COURT_CODE, "Court code"));
        fields.add(required(
                "crownCase.number", Parser.CROWN_CASE_NUMBER, "Crown Court case number", "Case number", "Case no"));
        fields.add(optional("cases[*].urn", Parser.URN, "Case URN", "URN"));
        fields.add(optional("issuedOn", Parser.DATE, "Issued on", "Date sealed"));
        fields.add(required("defendant.name", Parser.NAME, "Defendant", "Name of defendant", "Name"));
        fields.add(required("defendant.dateOfBirth", Parser.DATE, "Date of birth", "DOB", "Born"));
        fields.add(optional("defendant.address", Parser.LINES, "Address", "Defendant address"));
        fields.add(optional("defendant.pncId", Parser.PNC_ID, "PNC ID", "PNC"));
        fields.add(optional("defendant.prisonNumber", Parser.PRISON_NUMBER, "Prison number", "Prisoner number"));
        fields.addAll(List.of(own));
        fields.add(required(
                "confiscation.benefit",
                Parser.MONEY,
                "Benefit from criminal conduct",
                "Amount of benefit",
                "Benefit assessed at"));
        fields.add(required(
                "confiscation.available", Parser.MONEY, "Available amount", "Amount available", "Available assets"));
        fields.add(required(
                "confiscation.recoverable", Parser.MONEY, "Recoverable amount", "Amount to be paid", "Ordered to pay"));
        fields.add(optional("confiscation.hiddenAssets", Parser.YES_NO, "Hidden assets found", "Hidden assets"));
        fields.add(optional(
                "confiscation.compensation",
                Parser.MONEY,
                "Compensation from this sum",
                "Of which compensation",
                "Compensation payable out of it"));
        fields.add(optional(
                "confiscation.defaultTerm",
                Parser.TEXT,
                "Default term",
                "Term in default of payment",
                "Imprisonment in default"));
        fields.add(optional("payments[*].due", Parser.DATE, "Payment due", "Due by", "To be paid by"));
        fields.add(optional("payments[*].amount", Parser.MONEY, "Part payable", "Part to be paid", "Sum payable"));
        fields.add(optional("assets[*].description", Parser.TEXT, "Asset", "Description of asset", "Item"));
        fields.add(optional("assets[*].value", Parser.MONEY, "Value", "Value realisable", "Valued at"));
        fields.add(optional(
                "assets[*].interest", Parser.TEXT, "Interests", "Interests of others", "Third-party interest"));
        fields.add(optional(
                "assets[*].realisation", Parser.TEXT, "Realisation", "Method of realisation", "To be realised by"));
        fields.add(required(
                "enforcingCourt.name",
                Parser.TEXT,
                "Enforcing court",
                "To be enforced by",
                "Enforcing magistrates' court"));
        fields.add(optional("enforcingCourt.code", Parser.COURT_CODE, "Enforcing court code"));
        fields.add(optional(
                "enforcementOffice.name", Parser.TEXT, "Confiscation unit", "Enforcement office", "Confiscation team"));
        fields.add(optional("prosecutor", Parser.TEXT, "Prosecutor", "Prosecuting authority"));
        return List.copyOf(fields);
    }

    /** What the enforcement office may have of either: all that is on it. */
    static String[] allowed(String... own) {
        List<String> allowed = new ArrayList<>(List.of(
                "court.*",
                "crownCase.*",
                "cases[*].urn",
                "hearing.*",
                "issuedOn",
                "defendant.*",
                "confiscation.*",
                "payments[*].*",
                "assets[*].*",
                "enforcingCourt.*",
                "enforcementOffice.*",
                "prosecutor"));
        allowed.addAll(List.of(own));
        return allowed.toArray(String[]::new);
    }

    /** The headings below which the lists stand. */
    static Section[] sections() {
        return new Section[] {Section.headed("Time to pay", "payments[*]"), Section.headed("Assets", "assets[*]")};
    }
}
