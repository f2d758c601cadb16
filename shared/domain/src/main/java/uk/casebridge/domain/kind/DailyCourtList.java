package uk.casebridge.domain.kind;

import static uk.casebridge.domain.kind.FieldSpec.optional;
import static uk.casebridge.domain.kind.FieldSpec.required;
import static uk.casebridge.domain.kind.FieldSpec.requiredUnless;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Severity;
import uk.casebridge.domain.identifier.Check;
import uk.casebridge.domain.identifier.CroNumber;
import uk.casebridge.domain.identifier.LibraCaseNumber;
import uk.casebridge.domain.recipient.Recipient;

/** What a magistrates' court will hear on a day: one record for each case of a defendant on the list. */
final class DailyCourtList {

    private static final String SOURCE = "Libra ExternalDocumentRequest, ADULT_COURT_LIST_DAILY";

    private static final String ORGANISATION = "defendant.organisation";

    /** Rooms from this number on are not rooms: courts list there what has no room yet. */
    private static final int FIRST_DUMMY_ROOM = 50;

    private static final int CASE_NUMBER_LENGTH = 10;

    static final Kind KIND = Kind.named("daily-court-list", "Daily court list")
            .laidDownIn(SOURCE)
            .unit(Unit.DEFENDANT_IN_CASE)
            .key("court.code", "hearing.date", "case.number", "defendant.name", "defendant.dateOfBirth")
            .recognisedBy(
                    Clue.title("Daily court list", 0.6),
                    Clue.title("Adult court list", 0.6),
                    Clue.anywhere("Listing number", 0.1),
                    Clue.anywhere("Maximum penalty", 0.1))
            .fields(
                    required("court.code", Parser.COURT_CODE, "Court code"),
                    optional("court.name", Parser.TEXT, "Court", "Magistrates' court", "Sitting at"),
                    optional("court.lja", Parser.TEXT, "Local justice area", "LJA"),
                    optional("issuedOn", Parser.DATE, "List prepared on", "Printed on"),
                    required("hearing.date", Parser.DATE, "Date of hearing", "Hearing date", "For hearing on"),
                    optional("hearing.room", Parser.TEXT, "Courtroom", "Room"),
                    optional("hearing.panel", Parser.TEXT, "Panel", "Bench"),
                    optional("hearing.startsAt", Parser.DATE_AND_TIME, "Session begins", "Listed for"),
                    optional("hearing.slot", Parser.TEXT, "Slot", "Block"),
                    required("defendant.name", Parser.NAME, "Defendant", "Defendant name", "Name of defendant"),
                    optional(ORGANISATION, Parser.YES_NO, "Defendant is an organisation", "Organisation"),
                    requiredUnless(ORGANISATION, "defendant.dateOfBirth", Parser.DATE, "Date of birth", "DOB", "Born"),
                    optional("defendant.gender", Parser.TEXT, "Gender", "Sex"),
                    optional("defendant.nationality", Parser.TEXT, "Nationality"),
                    optional("defendant.address", Parser.LINES, "Address", "Defendant address"),
                    optional("defendant.pncId", Parser.PNC_ID, "PNC ID", "PNC"),
                    // Lists carry stand-ins here, so what is no CRO number must not hold a whole day's list.
                    optional("defendant.croNumber", Parser.TEXT, "CRO number", "CRO"),
                    required("case.number", Parser.TEXT, "Case number", "Case no", "Libra case number"),
                    optional("case.urn", Parser.URN, "Case URN", "URN"),
                    optional("case.informant", Parser.TEXT, "Informant", "Prosecutor"),
                    optional("listing.number", Parser.TEXT, "Listing number", "Time listed"),
                    optional("listing.sequence", Parser.NUMBER, "Order on the list"),
                    optional("offences[*].sequence", Parser.NUMBER),
                    required("offences[*].code", Parser.OFFENCE_CODE, "Offence code", "Code", "CJS code"),
                    required("offences[*].title", Parser.TEXT, "Offence title", "Offence", "Title"),
                    optional("offences[*].summary", Parser.TEXT, "Summary of offence", "Particulars"),
                    optional("offences[*].legislation", Parser.TEXT, "Contrary to", "Legislation"),
                    optional("offences[*].maximumPenalty", Parser.TEXT, "Maximum penalty", "Max penalty"),
                    optional("offences[*].plea", Parser.TEXT, "Plea"),
                    optional("offences[*].pleaDate", Parser.DATE),
                    optional("offences[*].convictionDate", Parser.DATE, "Conviction date", "Convicted on"),
                    optional("offences[*].adjournedOn", Parser.DATE, "Adjourned on", "Last adjourned"),
                    optional("offences[*].adjournmentReason", Parser.TEXT, "Reason for adjournment"))
            .rules(
                    (fields, context) -> dummyRoom(fields),
                    (fields, context) -> caseNumber(fields),
                    (fields, context) -> croNumber(fields),
                    (fields, context) -> organisation(fields))
            .sendTo(
                    Recipient.PROBATION,
                    Optional.empty(),
                    "court.*",
                    "issuedOn",
                    "hearing.*",
                    "defendant.*",
                    "case.*",
                    "listing.*",
                    "offences[*].*")
            // Most people on a list are in no prison: who produces somebody needs to know whom, where and when, not
            // why.
            .sendFieldsTo(
                    Recipient.PRISON,
                    Optional.empty(),
                    "court.*",
                    "hearing.*",
                    "defendant.name",
                    "defendant.dateOfBirth",
                    "defendant.pncId",
                    "case.number",
                    "case.urn",
                    "listing.*")
            .keptFor(Period.ofYears(1))
            .build();

    private DailyCourtList() {}

    private static List<Finding> dummyRoom(Fields fields) {
        return fields
                .at("hearing.room")
                .filter(room -> room.value().matches("[0-9]{1,4}"))
                .filter(room -> Integer.parseInt(room.value()) >= FIRST_DUMMY_ROOM)
                .map(room -> new Finding(
                        "ROOM-DUMMY",
                        Severity.WARNING,
                        List.of(room.path()),
                        "Room %s is not a real room; nobody sits there.".formatted(room.value()),
                        "Cases without a room are listed in rooms numbered 50 and above.",
                        "Do not produce anybody for this listing; wait for a list with a real room, or ask the court.",
                        "List a case only when its room is known.",
                        "Lists with room numbers of 50 and above are left out by the court list gateway of probation"))
                .stream()
                .toList();
    }

    private static List<Finding> caseNumber(Fields fields) {
        return fields
                .at("case.number")
                .filter(number -> !number.value().isBlank())
                .filter(number -> LibraCaseNumber.check(number.value())
                        .found()
                        .filter(libra -> libra.value().length() == CASE_NUMBER_LENGTH)
                        .isEmpty())
                .map(number -> new Finding(
                        "CASE-NUMBER-LENGTH",
                        Severity.WARNING,
                        List.of(number.path()),
                        "The case number “%s” is not of ten digits.".formatted(number.value()),
                        "A leading nought was lost, or another reference was entered.",
                        "Look the case up by the defendant's name if its number finds nothing.",
                        "Keep the number as the case system prints it.",
                        "Libra court list schema: ten digits, nine seen and not enforced"))
                .stream()
                .toList();
    }

    private static List<Finding> croNumber(Fields fields) {
        return fields
                .at("defendant.croNumber")
                .filter(cro -> !cro.value().isBlank())
                .filter(cro -> !(CroNumber.check(cro.value()) instanceof Check.Valid<CroNumber>))
                .map(cro -> new Finding(
                        "CRO-STAND-IN",
                        Severity.WARNING,
                        List.of(cro.path()),
                        "“%s” is no valid CRO number.".formatted(cro.value()),
                        "Lists print a stand-in where the number is not known, or it was mistyped.",
                        "Do not look anybody up by it.",
                        "Leave the number out where it is not known.",
                        "Criminal Records Office number: check letter over year and serial, modulo 23"))
                .stream()
                .toList();
    }

    private static List<Finding> organisation(Fields fields) {
        return fields.value(ORGANISATION).filter("yes"::equals).isEmpty()
                ? List.of()
                : List.of(new Finding(
                        "DEFENDANT-ORGANISATION",
                        Severity.WARNING,
                        List.of("defendant.name"),
                        "The defendant is an organisation, so there is no date of birth.",
                        "A company or other body is prosecuted.",
                        "Nothing, if that is so. If the defendant is a person, ask the court to correct the list.",
                        "Enter people as people and organisations as organisations.",
                        SOURCE));
    }
}
