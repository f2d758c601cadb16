package uk.casebridge.domain.kind;

import static uk.casebridge.domain.kind.FieldSpec.optional;
import static uk.casebridge.domain.kind.FieldSpec.required;

import java.time.Period;
import java.util.Optional;
import uk.casebridge.domain.recipient.Recipient;

/** A certificate that a person in prison gained a qualification. */
final class EducationCertificate {

    static final Kind KIND = Kind.named("education-certificate", "Education certificate")
            .laidDownIn("Prison education: qualification record")
            .unit(Unit.PERSON)
            .key("learner.name", "learner.dateOfBirth", "qualification.title", "qualification.level")
            .recognisedBy(
                    Clue.title("Certificate of achievement", 0.6),
                    Clue.title("Education certificate", 0.6),
                    Clue.anywhere("Unique learner number", 0.3),
                    Clue.anywhere("Awarding organisation", 0.3),
                    Clue.anywhere("Qualification", 0.1))
            .fields(
                    required("learner.name", Parser.NAME, "Learner", "Name of learner", "Awarded to"),
                    required("learner.dateOfBirth", Parser.DATE, "Date of birth", "DOB", "Born"),
                    optional("learner.uln", Parser.ULN, "Unique learner number", "ULN"),
                    optional("learner.prisonNumber", Parser.PRISON_NUMBER, "Prison number", "Prisoner number"),
                    optional("prison.name", Parser.TEXT, "Establishment", "Prison", "Place of learning"),
                    required("qualification.title", Parser.TEXT, "Qualification", "Qualification title", "Course"),
                    required("qualification.level", Parser.TEXT, "Level"),
                    optional("qualification.number", Parser.TEXT, "Qualification number", "Ofqual number"),
                    optional("qualification.grade", Parser.TEXT, "Grade", "Outcome"),
                    required("qualification.awardedOn", Parser.DATE, "Date awarded", "Awarded on", "Date of award"),
                    optional("qualification.awardingOrganisation", Parser.TEXT, "Awarding organisation", "Awarded by"),
                    optional("careersArea", Parser.TEXT, "Careers service area", "Release area"))
            .sendTo(
                    Recipient.CAREERS,
                    Optional.of("careersArea"),
                    "learner.*",
                    "prison.*",
                    "qualification.*",
                    "careersArea")
            .sendTo(Recipient.PRISON, Optional.of("prison.name"), "learner.*", "prison.*", "qualification.*")
            .keptFor(Period.ofYears(10))
            .build();

    private EducationCertificate() {}
}
