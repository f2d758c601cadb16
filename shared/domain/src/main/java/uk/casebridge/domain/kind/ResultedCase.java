package uk.casebridge.domain.kind;

import static uk.casebridge.domain.kind.FieldSpec.optional;
import static uk.casebridge.domain.kind.FieldSpec.required;
import static uk.casebridge.domain.kind.FieldSpec.requiredUnless;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Severity;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.rule.ResultRules;

/** What a court decided of one defendant in one case at one hearing, for the police to enter. */
final class ResultedCase {

    private static final String SOURCE = "SPI ResultedCaseMessage; Common Platform hearing results";

    private static final String ORGANISATION = "defendant.organisation";

    /** What an offence's number on the charge sheet may be. */
    private static final String SEQUENCE = "0*[1-9][0-9]{0,2}";

    private static final int ADULT = 18;

    static final Kind KIND = Kind.named("resulted-case", "Resulted case")
            .laidDownIn(SOURCE)
            .unit(Unit.DEFENDANT_IN_CASE)
            .key("case.urn", "court.code", "hearing.date", "defendant.name", "defendant.dateOfBirth")
            .urgent(fields -> fields.value("defendant.bailStatus")
                            .filter(status -> status.toLowerCase(Locale.ROOT).contains("custody"))
                            .isPresent()
                    ? Urgency.CUSTODY
                    : Urgency.ORDINARY)
            .recognisedBy(
                    Clue.title("Resulted case", 0.6),
                    Clue.title("Court results for the police", 0.6),
                    Clue.anywhere("Offence sequence", 0.1),
                    Clue.anywhere("Mode of trial", 0.1),
                    Clue.anywhere("Post-hearing custody", -0.5))
            .fields(
                    required("court.code", Parser.COURT_CODE, "Court code"),
                    optional("court.name", Parser.TEXT, "Court", "Magistrates' court", "Court that sat"),
                    optional("court.lja", Parser.TEXT, "Local justice area", "PSA code", "LJA"),
                    required("case.urn", Parser.URN, "Case URN", "URN", "Case reference"),
                    optional("case.prosecutor", Parser.TEXT, "Prosecuting authority", "Prosecutor"),
                    required("hearing.date", Parser.DATE, "Date of hearing", "Hearing date", "Heard on"),
                    optional("hearing.startsAt", Parser.DATE_AND_TIME, "Sitting at", "Listed for", "Time of hearing"),
                    optional("hearing.room", Parser.TEXT, "Courtroom", "Room"),
                    optional("hearing.type", Parser.TEXT, "Hearing type", "Type of hearing"),
                    optional("hearing.jurisdiction", Parser.TEXT, "Jurisdiction"),
                    optional("issuedOn", Parser.DATE, "Results shared on", "Date of results", "Shared on"),
                    required("defendant.name", Parser.NAME, "Defendant", "Defendant name", "Name of defendant"),
                    optional(ORGANISATION, Parser.YES_NO, "Defendant is an organisation", "Organisation"),
                    requiredUnless(ORGANISATION, "defendant.dateOfBirth", Parser.DATE, "Date of birth", "DOB", "Born"),
                    optional("defendant.youth", Parser.YES_NO, "Youth", "Under 18"),
                    optional("defendant.gender", Parser.TEXT, "Gender", "Sex"),
                    optional("defendant.nationality", Parser.TEXT, "Nationality"),
                    optional("defendant.address", Parser.LINES, "Address", "Defendant address"),
                    optional("defendant.asn", Parser.ASN, "ASN", "Arrest summons number"),
                    optional("defendant.pncId", Parser.PNC_ID, "PNC ID", "PNC"),
                    optional("defendant.croNumber", Parser.CRO_NUMBER, "CRO number", "CRO"),
                    optional("defendant.attendance", Parser.TEXT, "Attendance", "Present at hearing"),
                    optional("defendant.bailStatus", Parser.TEXT, "Bail status", "Bail or custody"),
                    optional("defendant.bailConditions", Parser.LINES, "Bail conditions", "Conditions of bail"),
                    optional("defendant.bailReasons", Parser.TEXT, "Reasons for bail conditions or custody"),
                    optional("defendant.results[*].code", Parser.TEXT),
                    optional("defendant.results[*].text", Parser.TEXT),
                    optional("case.results[*].code", Parser.TEXT),
                    optional("case.results[*].text", Parser.TEXT),
                    optional("reportingRestrictions", Parser.TEXT, "Reporting restrictions", "Reporting restriction"),
                    optional("offences[*].sequence", Parser.NUMBER, "Offence sequence", "Sequence"),
                    optional("offences[*].urn", Parser.URN),
                    required("offences[*].code", Parser.OFFENCE_CODE, "Offence code", "Code", "CJS code"),
                    optional("offences[*].title", Parser.TEXT, "Offence title", "Offence", "Title"),
                    optional("offences[*].wording", Parser.TEXT, "Wording", "Particulars"),
                    optional("offences[*].legislation", Parser.TEXT),
                    optional("offences[*].startDate", Parser.DATE, "Offence date", "Date of offence", "Committed on"),
                    optional("offences[*].endDate", Parser.DATE, "Offence end date"),
                    optional("offences[*].location", Parser.TEXT, "Place of offence", "Location"),
                    optional("offences[*].arrestDate", Parser.DATE, "Arrested on"),
                    optional("offences[*].chargeDate", Parser.DATE, "Charged on"),
                    optional("offences[*].plea", Parser.TEXT, "Plea"),
                    optional("offences[*].pleaDate", Parser.DATE),
                    optional("offences[*].modeOfTrial", Parser.TEXT, "Mode of trial"),
                    optional("offences[*].verdict", Parser.TEXT, "Finding", "Verdict"),
                    optional("offences[*].convictionDate", Parser.DATE, "Conviction date", "Convicted on"),
                    optional("offences[*].results[*].code", Parser.TEXT),
                    optional("offences[*].results[*].category", Parser.TEXT),
                    optional("offences[*].results[*].text", Parser.TEXT, "Result text", "Result"),
                    optional("offences[*].results[*].qualifiers", Parser.TEXT),
                    optional("offences[*].results[*].amendmentReason", Parser.TEXT),
                    optional("offences[*].results[*].duration", Parser.TEXT),
                    optional("offences[*].results[*].secondDuration", Parser.TEXT),
                    optional("offences[*].results[*].from", Parser.DATE),
                    optional("offences[*].results[*].until", Parser.DATE),
                    optional("offences[*].results[*].amount", Parser.MONEY),
                    optional("offences[*].results[*].penaltyPoints", Parser.NUMBER),
                    optional("offences[*].results[*].nextHearing.at", Parser.DATE_AND_TIME),
                    optional("offences[*].results[*].nextHearing.court", Parser.COURT_CODE),
                    optional("offences[*].results[*].nextHearing.reason", Parser.TEXT),
                    optional("applications[*].reference", Parser.TEXT),
                    optional("applications[*].type", Parser.TEXT),
                    optional("applications[*].results[*].code", Parser.TEXT),
                    optional("applications[*].results[*].text", Parser.TEXT))
            .rules(
                    (fields, context) -> sequences(fields),
                    (fields, context) -> unresulted(fields),
                    (fields, context) -> asnMissing(fields),
                    (fields, context) -> organisation(fields),
                    (fields, context) -> youth(fields),
                    ResultRules.MESSAGE)
            .sendTo(
                    Recipient.POLICE,
                    Optional.empty(),
                    "court.*",
                    "case.*",
                    "hearing.*",
                    "issuedOn",
                    "defendant.*",
                    "reportingRestrictions",
                    "offences[*].*",
                    "applications[*].*")
            .keptFor(Period.ofYears(7))
            .build();

    private ResultedCase() {}

    private static List<Finding> sequences(Fields fields) {
        List<Finding> findings = new ArrayList<>();
        for (Field sequence : fields.matching("offences[*].sequence")) {
            if (!sequence.value().matches(SEQUENCE)) {
                findings.add(new Finding(
                        "OFFENCE-SEQUENCE",
                        Severity.ERROR,
                        List.of(sequence.path()),
                        "“%s” is not the number of an offence; they are counted from 1 to 999."
                                .formatted(sequence.raw()),
                        "The offence was added at court and has no number of the police's yet.",
                        "Look the offence up on the charge sheet and enter its number there.",
                        "Add offences from the police's case file, so that they bring their number.",
                        "Exception HO100239 of the court results standing data"));
            }
        }
        return findings;
    }

    private static List<Finding> unresulted(Fields fields) {
        List<String> without = fields.members("offences").stream()
                .filter(offence -> fields.members(offence + ".results").isEmpty())
                .toList();
        if (without.isEmpty()) {
            return List.of();
        }
        return List.of(new Finding(
                "OFFENCE-WITHOUT-RESULT",
                Severity.WARNING,
                without,
                "Offences on which no result is given: %d of %d."
                        .formatted(without.size(), fields.members("offences").size()),
                "The hearing was shared before every offence was resulted, or a result was taken back.",
                "Ask the court whether the offence was left open; if it was resulted, ask for the results again.",
                "Result every offence before the hearing is shared.",
                SOURCE));
    }

    private static List<Finding> asnMissing(Fields fields) {
        return fields.value("defendant.asn").isPresent()
                ? List.of()
                : List.of(new Finding(
                        "ASN-MISSING",
                        Severity.WARNING,
                        List.of("defendant.asn"),
                        "The results name no ASN, so the police cannot enter them by themselves.",
                        "The prosecutor is not the police, or the number was not entered when the case was opened.",
                        "If the offence is recordable, look the ASN up on the charge sheet.",
                        "Ask for the ASN when the case is opened.",
                        "Exception HO100206 of the court results standing data"));
    }

    private static List<Finding> organisation(Fields fields) {
        return fields.value(ORGANISATION).filter("yes"::equals).isEmpty()
                ? List.of()
                : List.of(new Finding(
                        "DEFENDANT-ORGANISATION",
                        Severity.WARNING,
                        List.of("defendant.name"),
                        "The defendant is an organisation, so there is neither a date of birth nor a police record.",
                        "A company or other body was prosecuted.",
                        "Nothing, if that is so. If the defendant is a person, ask the court for the results again.",
                        "Enter people as people and organisations as organisations.",
                        SOURCE));
    }

    private static List<Finding> youth(Fields fields) {
        Optional<LocalDate> born = fields.date("defendant.dateOfBirth");
        Optional<LocalDate> heard = fields.date("hearing.date");
        Optional<String> marked = fields.value("defendant.youth");
        boolean known = born.isPresent() && heard.isPresent();
        boolean young = known && Period.between(born.get(), heard.get()).getYears() < ADULT;
        if (known && marked.isPresent() && young != marked.get().equals("yes")) {
            return List.of(new Finding(
                    "YOUTH-MARKER-DISAGREES",
                    Severity.WARNING,
                    List.of("defendant.youth", "defendant.dateOfBirth"),
                    young
                            ? "By the date of birth the defendant was under 18 at the hearing, yet is marked as an adult."
                            : "By the date of birth the defendant was 18 or over at the hearing, yet is marked as a youth.",
                    "The marker was set when the case began and the defendant came of age since, or the date of birth is"
                            + " wrong.",
                    "Compare the date of birth with the charge sheet. Until it is settled, treat the defendant as a"
                            + " youth.",
                    "Look at the marker at each hearing.",
                    "Children and Young Persons Act 1933 s 107: a young person is under 18"));
        }
        if (!young && marked.filter("yes"::equals).isEmpty()) {
            return List.of();
        }
        return List.of(new Finding(
                "DEFENDANT-YOUTH",
                Severity.WARNING,
                List.of("defendant.dateOfBirth"),
                "The defendant was under 18 at the hearing.",
                "A youth was before the court.",
                "Nothing. Look to it that nobody publishes what could identify the defendant.",
                "Nothing is to be avoided; this travels with the results so that everyone knows.",
                "Children and Young Persons Act 1933 s 49"));
    }
}
