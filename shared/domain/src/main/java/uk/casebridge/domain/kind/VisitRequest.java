package uk.casebridge.domain.kind;

import static uk.casebridge.domain.kind.FieldSpec.optional;
import static uk.casebridge.domain.kind.FieldSpec.required;

import java.time.Period;
import java.util.Optional;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.rules.VisitRules;

/** Someone's request to visit a person in prison. */
final class VisitRequest {

    static final Kind KIND = Kind.named("visit-request", "Prison visit request")
            .laidDownIn("Prison Rules 1999 rr 35, 35A, 73")
            .unit(Unit.PERSON)
            .key("prisoner.name", "prisoner.number", "requestedOn", "leadVisitor.name")
            .recognisedBy(
                    Clue.title("Prison visit request", 0.7),
                    Clue.title("Request to visit", 0.7),
                    Clue.anywhere("Lead visitor", 0.2),
                    Clue.anywhere("Preferred time", 0.1))
            .fields(
                    required("prisoner.name", Parser.NAME, "Prisoner", "Name of prisoner", "Person to be visited"),
                    required("prisoner.number", Parser.PRISON_NUMBER, "Prison number", "Prisoner number"),
                    required("prisoner.dateOfBirth", Parser.DATE, "Date of birth", "DOB", "Born"),
                    required("prison.name", Parser.TEXT, "Prison", "Establishment", "Held at"),
                    required("requestedOn", Parser.DATE, "Date of request", "Requested on", "Dated"),
                    optional("visitOrder.type", Parser.TEXT, "Type of visiting order", "Visiting order type"),
                    optional("visitOrder.number", Parser.TEXT, "Visiting order number", "VO number"),
                    required("leadVisitor.name", Parser.NAME, "Lead visitor", "Name of lead visitor"),
                    required(
                            "leadVisitor.dateOfBirth",
                            Parser.DATE,
                            "Lead visitor's date of birth",
                            "Date of birth of lead visitor"),
                    optional(
                            "leadVisitor.relationship",
                            Parser.TEXT,
                            "Lead visitor is the prisoner's",
                            "Relationship of lead visitor"),
                    optional("leadVisitor.email", Parser.TEXT, "Email", "Email address"),
                    optional("leadVisitor.phone", Parser.TEXT, "Telephone", "Phone number", "Phone"),
                    optional("visitors[*].name", Parser.NAME, "Visitor", "Name of visitor", "Visitor's name"),
                    optional(
                            "visitors[*].dateOfBirth",
                            Parser.DATE,
                            "Visitor's date of birth",
                            "Date of birth of visitor"),
                    optional("visitors[*].relationship", Parser.TEXT, "Relationship", "Relationship to prisoner"),
                    required("slots[*].at", Parser.DATE_AND_TIME, "Preferred time", "Date and time", "Time wished for"),
                    optional("assistance", Parser.TEXT, "Assistance needed", "Help needed at the visit"))
            .sections(Section.headed("Other visitors", "visitors[*]"), Section.headed("Choices", "slots[*]"))
            .sendTo(
                    Recipient.PRISON,
                    Optional.of("prison.name"),
                    "prisoner.*",
                    "prison.*",
                    "requestedOn",
                    "visitOrder.*",
                    "leadVisitor.*",
                    "visitors[*].*",
                    "slots[*].*",
                    "assistance")
            .rules(VisitRules.PARTY, VisitRules.ADULTS, VisitRules.LEAD_VISITOR, VisitRules.CHOICES, VisitRules.CONTACT)
            .keptFor(Period.ofYears(2))
            .build();

    private VisitRequest() {}
}
