package uk.casebridge.domain.kind;

import static uk.casebridge.domain.kind.FieldSpec.optional;
import static uk.casebridge.domain.kind.FieldSpec.required;

import java.time.Period;
import java.util.Optional;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.rules.LearningRules;

/** What a person wants to learn and work at in prison and on release, and the steps towards it. */
final class InductionPlan {

    static final Kind KIND = Kind.named("induction-plan", "Induction and work plan")
            .laidDownIn("Prison education: personal learning plan, induction and goals")
            .unit(Unit.PERSON)
            .key("learner.name", "learner.dateOfBirth", "prison.name", "inductedOn")
            .recognisedBy(
                    Clue.title("Induction and work plan", 0.8),
                    Clue.title("Personal learning and work plan", 0.8),
                    Clue.anywhere("Work on release", 0.1),
                    Clue.anywhere("Steps", 0.1),
                    Clue.title("Education assessment", -0.4))
            .fields(LearnerFields.with(
                    optional("enteredOn", Parser.DATE, "Date of reception", "Entered prison on"),
                    required("inductedOn", Parser.DATE, "Date of induction", "Inducted on"),
                    optional("exemption", Parser.TEXT, "Reason induction is late", "Induction exemption"),
                    required("workOnRelease", Parser.TEXT, "Work on release", "Hopes to work on release"),
                    optional("workInterests", Parser.TEXT, "Work interests", "Kinds of work wished for"),
                    optional("workHistory", Parser.TEXT, "Work history", "Previous work"),
                    optional("skills", Parser.TEXT, "Personal skills", "Skills"),
                    optional("reviewDue", Parser.DATE, "Review due", "Next review by"),
                    optional("priorQualifications[*].subject", Parser.TEXT, "Qualification subject", "Subject studied"),
                    optional("priorQualifications[*].level", Parser.TEXT, "Qualification level", "Level"),
                    optional("priorQualifications[*].grade", Parser.TEXT, "Grade"),
                    required("goals[*].title", Parser.TEXT, "Goal", "Aim", "What I want to do"),
                    required("goals[*].steps", Parser.LINES, "Steps", "Steps to get there"),
                    optional("goals[*].targetDate", Parser.DATE, "Target date", "To be reached by"),
                    optional("goals[*].status", Parser.TEXT, "Status of goal", "Goal is")))
            .sections(
                    Section.headed("Qualifications held", "priorQualifications[*]"),
                    Section.headed("Goals and steps", "goals[*]"))
            .sendTo(
                    Recipient.PRISON,
                    Optional.of("prison.name"),
                    "learner.*",
                    "prison.*",
                    "enteredOn",
                    "inductedOn",
                    "exemption",
                    "workOnRelease",
                    "workInterests",
                    "workHistory",
                    "skills",
                    "reviewDue",
                    "priorQualifications[*].*",
                    "goals[*].*")
            .sendFieldsTo(
                    Recipient.CAREERS,
                    Optional.of("careersArea"),
                    "learner.*",
                    "prison.*",
                    "inductedOn",
                    "workOnRelease",
                    "workInterests",
                    "workHistory",
                    "skills",
                    "reviewDue",
                    "priorQualifications[*].*",
                    "goals[*].*",
                    "careersArea")
            .rules(LearningRules.INDUCTION, LearningRules.LEVELS, LearningRules.LENGTHS)
            .keptFor(Period.ofYears(10))
            .build();

    private InductionPlan() {}
}
