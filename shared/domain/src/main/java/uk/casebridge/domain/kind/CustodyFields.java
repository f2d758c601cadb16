package uk.casebridge.domain.kind;

import static uk.casebridge.domain.kind.FieldSpec.optional;
import static uk.casebridge.domain.kind.FieldSpec.required;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The fields that every paper by which a court commits someone to custody, or ends it, has: who, where and for what. */
final class CustodyFields {

    private CustodyFields() {}

    /** What makes two such papers versions of the same, and what else does for one kind alone. */
    static String[] key(String... own) {
        return Stream.concat(
                        Stream.of(
                                "cases[*].urn",
                                "court.name",
                                "hearing.date",
                                "defendant.name",
                                "defendant.dateOfBirth"),
                        Stream.of(own))
                .toArray(String[]::new);
    }

    /**
     * The court, the case and the person, then the fields of one kind alone, then the offences and markers.
     *
     * @param issued what the date of the paper is called
     */
    static List<FieldSpec> with(String issued, FieldSpec... own) {
        List<FieldSpec> fields = courtAndPerson(issued, own);
        fields.add(required("offences[*].code", Parser.OFFENCE_CODE, "Offence code", "Code", "CJS code"));
        fields.add(required("offences[*].title", Parser.TEXT, "Offence title", "Offence", "Title"));
        fields.add(optional("warnings", Parser.TEXT, "Risk markers", "Warnings"));
        return List.copyOf(fields);
    }

    /** The court, the case and the person, then the fields of one kind alone, offences among them if it has any. */
    static List<FieldSpec> courtAndPerson(String issued, FieldSpec... own) {
        List<FieldSpec> fields = new ArrayList<>();
        fields.add(required("court.name", Parser.TEXT, "Court", "Magistrates' court", "Committing court"));
        fields.add(optional("court.code", Parser.COURT_CODE, "Court code"));
        fields.add(required("cases[*].urn", Parser.URN, "Case URN", "URN", "Case reference", "Case number"));
        fields.add(required("hearing.date", Parser.DATE, "Date of hearing", "Hearing date", "Dated"));
        fields.add(optional("issuedOn", Parser.DATE, issued, "Issued on"));
        fields.add(required("defendant.name", Parser.NAME, "Defendant", "Defendant name", "Name"));
        fields.add(required("defendant.dateOfBirth", Parser.DATE, "Date of birth", "DOB", "Born"));
        fields.add(optional("defendant.gender", Parser.TEXT, "Gender", "Sex"));
        fields.add(optional("defendant.address", Parser.LINES, "Address", "Defendant address"));
        fields.add(optional("defendant.asn", Parser.ASN, "ASN", "Arrest summons number"));
        fields.add(optional("defendant.pncId", Parser.PNC_ID, "PNC ID", "PNC"));
        fields.addAll(List.of(own));
        return fields;
    }
}
