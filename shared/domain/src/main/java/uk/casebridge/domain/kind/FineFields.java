package uk.casebridge.domain.kind;

import static uk.casebridge.domain.kind.FieldSpec.optional;
import static uk.casebridge.domain.kind.FieldSpec.required;

import java.util.ArrayList;
import java.util.List;

/** The fields that papers about money imposed by a magistrates' court share: who owes what, to whom, and by when. */
final class FineFields {

    private FineFields() {}

    /** What makes two such papers versions of the same. */
    static String[] key() {
        return new String[] {"cases[*].urn", "court.name", "hearing.date", "defendant.name", "defendant.dateOfBirth"};
    }

    /** The court, the case and the person, then the fields of one kind alone, then the sums and the terms. */
    static List<FieldSpec> with(FieldSpec... own) {
        List<FieldSpec> fields = new ArrayList<>();
        fields.add(required("court.name", Parser.TEXT, "Court", "Imposing court", "Magistrates' court"));
        fields.add(optional("court.code", Parser.COURT_CODE, "Court code"));
        fields.add(required("cases[*].urn", Parser.URN, "Case URN", "URN", "Case reference", "Case number"));
        fields.add(required("hearing.date", Parser.DATE, "Date of order", "Date imposed", "Date of hearing"));
        fields.add(optional("issuedOn", Parser.DATE, "Date of notice", "Issued on"));
        fields.add(optional("account.number", Parser.ACCOUNT_NUMBER, "Account number", "Account no", "Fines account"));
        fields.add(required("defendant.name", Parser.NAME, "Offender", "Defendant name", "Name"));
        fields.add(required("defendant.dateOfBirth", Parser.DATE, "Date of birth", "DOB", "Born"));
        fields.add(optional("defendant.address", Parser.LINES, "Address", "Defendant address"));
        fields.add(optional("defendant.niNumber", Parser.NI_NUMBER, "National Insurance number", "NI number"));
        fields.addAll(List.of(own));
        fields.add(required("impositions[*].type", Parser.TEXT, "Imposition", "Type of imposition", "Imposed as"));
        fields.add(required("impositions[*].amount", Parser.MONEY, "Amount imposed", "Amount", "Sum imposed"));
        fields.add(optional("impositions[*].creditor", Parser.TEXT, "Payable to", "Creditor"));
        fields.add(required("sumDue", Parser.MONEY, "Sum due", "Total amount due", "Total to pay"));
        fields.add(optional("terms.text", Parser.TEXT, "Payment terms", "Terms of payment"));
        fields.add(optional("terms.payBy", Parser.DATE, "Pay by", "Payment due by", "To be paid by"));
        fields.add(optional("terms.instalment", Parser.MONEY, "Instalments of", "Instalment amount"));
        fields.add(optional("terms.period", Parser.TEXT, "Instalments every", "Frequency of instalments"));
        fields.add(optional("terms.firstPaymentOn", Parser.DATE, "First payment on", "First instalment due"));
        fields.add(required("finesOffice.name", Parser.TEXT, "Fines office", "Fines officer at", "Enforcement office"));
        return List.copyOf(fields);
    }
}
