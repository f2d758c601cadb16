package uk.casebridge.domain.kind;

import static uk.casebridge.domain.kind.FieldSpec.optional;
import static uk.casebridge.domain.kind.FieldSpec.required;

import java.util.ArrayList;
import java.util.List;

/** The fields that papers about a person's learning in prison share. */
final class LearnerFields {

    private LearnerFields() {}

    /** The learner and the prison, then the fields of one kind alone, then where the person goes on release. */
    static List<FieldSpec> with(FieldSpec... own) {
        List<FieldSpec> fields = new ArrayList<>();
        fields.add(required("learner.name", Parser.NAME, "Learner", "Name of learner", "Name"));
        fields.add(required("learner.dateOfBirth", Parser.DATE, "Date of birth", "DOB", "Born"));
        fields.add(optional("learner.uln", Parser.ULN, "Unique learner number", "ULN"));
        fields.add(optional("learner.prisonNumber", Parser.PRISON_NUMBER, "Prison number", "Prisoner number"));
        fields.add(required("prison.name", Parser.TEXT, "Establishment", "Prison", "Place of learning"));
        fields.addAll(List.of(own));
        fields.add(optional("careersArea", Parser.TEXT, "Careers service area", "Release area"));
        return List.copyOf(fields);
    }
}
