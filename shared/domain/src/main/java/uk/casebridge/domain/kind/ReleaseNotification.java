package uk.casebridge.domain.kind;

import static uk.casebridge.domain.kind.FieldSpec.optional;
import static uk.casebridge.domain.kind.FieldSpec.required;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Rule;
import uk.casebridge.domain.finding.Severity;
import uk.casebridge.domain.recipient.Recipient;

/**
 * A prison's word that somebody is released: enforcement takes up what is owed, careers the learning, probation the
 * supervision. Only probation is told the conditions and gets the paper. A stay in prison is told from the next by the day
 * it began, so that a later release of the same person is not taken for an amendment of this one.
 */
final class ReleaseNotification {

    static final Kind KIND = Kind.named("release-notification", "Release notification")
            .laidDownIn("Prison discharge record; Criminal Justice Act 2003 part 12 chapter 6 (release on licence)")
            .unit(Unit.PERSON)
            .key("prisoner.name", "prisoner.dateOfBirth", "prisoner.prisonNumber", "release.heldSince")
            .recognisedBy(
                    Clue.title("Release notification", 0.7),
                    Clue.title("Notification of release", 0.7),
                    Clue.title("Notice of discharge", 0.7),
                    Clue.anywhere("discharged from", 0.1),
                    Clue.anywhere("licence", 0.2))
            .fields(
                    required("prisoner.name", Parser.NAME, "Prisoner", "Name of prisoner", "Full name"),
                    required("prisoner.dateOfBirth", Parser.DATE, "Date of birth", "DOB", "Born"),
                    required("prisoner.prisonNumber", Parser.PRISON_NUMBER, "Prison number", "Prisoner number"),
                    optional("prisoner.pncId", Parser.PNC_ID, "PNC ID", "PNC"),
                    required("prison.name", Parser.TEXT, "Releasing prison", "Establishment", "Discharged from"),
                    required("release.date", Parser.DATE, "Date of release", "Release date", "To be discharged on"),
                    required("release.heldSince", Parser.DATE, "Date of reception", "Held since", "Received on"),
                    optional("release.type", Parser.TEXT, "Type of release", "Basis of release", "Discharged on"),
                    optional("release.address", Parser.LINES, "Release address", "Address on release"),
                    optional("release.conditions", Parser.LINES, "Licence conditions", "Conditions of release"),
                    optional("release.licenceEnds", Parser.DATE, "Licence expires", "Licence ends"),
                    optional(
                            "supervision.firstAppointment",
                            Parser.DATE_AND_TIME,
                            "First appointment",
                            "To report on",
                            "Reporting instructions"),
                    optional("supervision.region", Parser.TEXT, "Probation region", "Supervising region"),
                    optional("careersArea", Parser.TEXT, "Careers service area", "Release area"))
            .rules(ReleaseNotification::beforeReception)
            .sendFieldsTo(
                    Recipient.ENFORCEMENT,
                    Optional.empty(),
                    "prisoner.*",
                    "prison.*",
                    "release.date",
                    "release.address")
            .sendTo(
                    Recipient.PROBATION,
                    Optional.of("supervision.region"),
                    "prisoner.*",
                    "prison.*",
                    "release.*",
                    "supervision.*")
            .sendFieldsTo(
                    Recipient.CAREERS,
                    Optional.of("careersArea"),
                    "prisoner.name",
                    "prisoner.dateOfBirth",
                    "prisoner.prisonNumber",
                    "prison.*",
                    "release.date",
                    "careersArea")
            .keptFor(Period.ofYears(7))
            .build();

    private ReleaseNotification() {}

    private static List<Finding> beforeReception(Fields fields, Rule.Context context) {
        Optional<LocalDate> released = fields.date("release.date");
        Optional<LocalDate> received = fields.date("release.heldSince");
        if (released.isEmpty() || received.isEmpty() || !released.get().isBefore(received.get())) {
            return List.of();
        }
        return List.of(new Finding(
                "RELEASE-BEFORE-RECEPTION",
                Severity.WARNING,
                List.of("release.date", "release.heldSince"),
                "The release on %s lies before the reception on %s.".formatted(released.get(), received.get()),
                "One of the dates was mistyped, or they were exchanged.",
                "Ask the prison's discharge office for the right dates.",
                "Take both dates from the prisoner's record.",
                "A release follows its reception"));
    }
}
