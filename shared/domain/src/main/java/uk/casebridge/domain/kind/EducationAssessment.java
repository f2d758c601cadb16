package uk.casebridge.domain.kind;

import static uk.casebridge.domain.kind.FieldSpec.optional;
import static uk.casebridge.domain.kind.FieldSpec.required;

import java.time.Period;
import java.util.Optional;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.rules.LearningRules;

/** What a person could read, write and reckon when it was assessed in prison. */
final class EducationAssessment {

    static final Kind KIND = Kind.named("education-assessment", "Education assessment")
            .laidDownIn("Prison education: functional skills assessment record")
            .unit(Unit.PERSON)
            .key("learner.name", "learner.dateOfBirth", "prison.name", "assessedOn")
            .recognisedBy(
                    Clue.title("Education assessment", 0.7),
                    Clue.title("Initial assessment of learning", 0.7),
                    Clue.anywhere("Unique learner number", 0.1),
                    Clue.anywhere("Subject assessed", 0.2),
                    Clue.title("Certificate", -0.4),
                    Clue.title("work plan", -0.4))
            .fields(LearnerFields.with(
                    required("assessedOn", Parser.DATE, "Date of assessment", "Assessed on"),
                    optional("assessor", Parser.TEXT, "Assessor", "Assessed by"),
                    optional("priorAttainment", Parser.TEXT, "Prior attainment", "Highest level before"),
                    required("assessments[*].subject", Parser.TEXT, "Subject assessed", "Subject"),
                    required("assessments[*].level", Parser.TEXT, "Working at", "Level reached", "Level"),
                    optional("assessments[*].score", Parser.TEXT, "Score", "Marks"),
                    optional("support.needs", Parser.TEXT, "Additional learning needs", "Support needed")))
            .sections(Section.headed("Results", "assessments[*]"))
            .sendFieldsTo(
                    Recipient.CAREERS,
                    Optional.of("careersArea"),
                    "learner.*",
                    "prison.*",
                    "assessedOn",
                    "priorAttainment",
                    "assessments[*].*",
                    "careersArea")
            .sendTo(
                    Recipient.PRISON,
                    Optional.of("prison.name"),
                    "learner.*",
                    "prison.*",
                    "assessedOn",
                    "assessor",
                    "priorAttainment",
                    "assessments[*].*",
                    "support.*")
            .rules(LearningRules.LEVELS, LearningRules.LENGTHS)
            .keptFor(Period.ofYears(10))
            .build();

    private EducationAssessment() {}
}
