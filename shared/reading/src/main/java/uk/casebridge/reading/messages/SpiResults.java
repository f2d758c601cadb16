package uk.casebridge.reading.messages;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.List;
import java.util.Optional;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.kind.KindCatalogue;

/**
 * SPI {@code ResultedCaseMessage}: a session of a magistrates' court, its cases, their defendants with offences and
 * results. Comes bare, in a {@code DeliverRequest}, or as text within a {@code RouteData}.
 */
final class SpiResults {

    static final String PAYLOAD = "ResultedCaseMessage";

    static final String SESSION = "Session";

    private static final Kind KIND = KindCatalogue.get("resulted-case");

    private SpiResults() {}

    static Kind kind() {
        return KIND;
    }

    /** When the message was made, as its envelope says; a bare one does not say. */
    static Optional<Instant> madeAt(Node envelope) {
        Optional<Instant> created =
                envelope.text("MessageMetadata/CreationDateTime").flatMap(SpiResults::instant);
        return created.isPresent() ? created : envelope.at("DataStream").flatMap(SpiResults::dated);
    }

    private static Optional<Instant> dated(Node stream) {
        Optional<String> date = stream.text("Dated");
        Optional<String> time = stream.text("Timed");
        if (date.isEmpty() || time.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(date.get())
                    .atTime(OffsetTime.parse(time.get()))
                    .toInstant());
        } catch (DateTimeException e) {
            // A time that is none is as good as no time.
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            // Without a zone it could be of any hour: it orders nothing.
            return Optional.empty();
        }
    }

    /** One record for each defendant of each case of a session; a case without one gives a record that says so. */
    static void records(Node session, List<Draft> records) {
        for (Node oneCase : session.all("Case")) {
            for (Node defendant : oneCase.allOrEmpty("Defendant")) {
                records.add(record(session, oneCase, defendant));
            }
        }
    }

    private static Draft record(Node session, Node oneCase, Node defendant) {
        Draft draft = new Draft(KIND);
        Node hearing = session.at("CourtHearing").orElse(session);
        Courts.put(draft, hearing.firstText("Hearing/CourtHearingLocation", "CourtHearingLocation"));
        draft.put("court.lja", hearing.text("PSAcode"));
        draft.put("case.urn", oneCase.text("PTIURN"));
        Optional<String> date = hearing.firstText("Hearing/DateOfHearing", "DateOfHearing");
        draft.put("hearing.date", date);
        draft.put("hearing.startsAt", moment(date, hearing.firstText("Hearing/TimeOfHearing", "TimeOfHearing")));
        defendant
                .at("CourtIndividualDefendant")
                .ifPresentOrElse(
                        person -> person(draft, person),
                        () -> defendant.at("CourtCorporateDefendant").ifPresent(body -> organisation(draft, body)));
        draft.put("defendant.asn", defendant.text("ProsecutorReference"));
        int number = 0;
        for (Node offence : defendant.all("Offence")) {
            offence(draft, offence, "offences[" + ++number + "].");
        }
        return draft;
    }

    private static void person(Draft draft, Node individual) {
        Node details =
                individual.at("PersonDefendant/BasePersonDetails").orElseGet(() -> new Node("BasePersonDetails"));
        List<String> names = details.texts(
                "PersonName/PersonGivenName1",
                "PersonName/PersonGivenName2",
                "PersonName/PersonGivenName3",
                "PersonName/PersonFamilyName");
        draft.put("defendant.name", joined(names));
        draft.put("defendant.dateOfBirth", details.text("Birthdate"));
        details.text("Gender").ifPresent(code -> draft.put("defendant.gender", SpiCodes.gender(code), code));
        draft.put("defendant.pncId", individual.firstText("PNCidentifier", "PersonDefendant/PNCidentifier"));
        draft.put("defendant.bailConditions", individual.firstText("PersonDefendant/BailConditions", "BailConditions"));
        common(draft, individual);
    }

    private static void organisation(Draft draft, Node body) {
        draft.put("defendant.name", body.firstText("OrganisationName/OrganisationName", "OrganisationName"));
        draft.put("defendant.organisation", "yes", body.name());
        draft.put("defendant.pncId", body.text("PNCidentifier"));
        common(draft, body);
    }

    private static void common(Draft draft, Node defendant) {
        draft.putLines(
                "defendant.address",
                defendant
                        .at("Address")
                        .map(address -> address.texts(
                                "SimpleAddress/AddressLine1",
                                "SimpleAddress/AddressLine2",
                                "SimpleAddress/AddressLine3",
                                "SimpleAddress/AddressLine4",
                                "SimpleAddress/AddressLine5",
                                "ComplexAddress/PAON",
                                "ComplexAddress/StreetDescription",
                                "ComplexAddress/Locality",
                                "ComplexAddress/Town",
                                "ComplexAddress/AdministrativeArea",
                                "ComplexAddress/PostCode"))
                        .orElse(List.of()));
        draft.put("defendant.attendance", defendant.text("PresentAtHearing"));
        defendant.text("BailStatus").ifPresent(code -> draft.put("defendant.bailStatus", SpiCodes.remand(code), code));
        draft.put("defendant.bailReasons", defendant.text("ReasonForBailConditionsOrCustody"));
    }

    private static void offence(Draft draft, Node offence, String at) {
        Node details = offence.at("BaseOffenceDetails").orElse(offence);
        details.text("OffenceSequenceNumber")
                .ifPresent(number -> draft.put(at + "sequence", number.replaceFirst("^0+(?=.)", ""), number));
        draft.put(at + "code", details.text("OffenceCode"));
        draft.put(at + "wording", details.text("OffenceWording"));
        draft.put(at + "startDate", details.text("OffenceTiming/OffenceStart/OffenceDateStartDate"));
        draft.put(at + "endDate", details.text("OffenceTiming/OffenceEnd/OffenceEndDate"));
        draft.put(at + "location", details.text("LocationOfOffence"));
        draft.put(at + "arrestDate", details.text("ArrestDate"));
        draft.put(at + "chargeDate", details.text("ChargeDate"));
        offence.text("Plea").ifPresent(code -> draft.put(at + "plea", SpiCodes.plea(code), code));
        offence.text("ModeOfTrial").ifPresent(code -> draft.put(at + "modeOfTrial", SpiCodes.modeOfTrial(code), code));
        offence.text("Finding").ifPresent(code -> draft.put(at + "verdict", SpiCodes.verdict(code), code));
        draft.put(at + "convictionDate", offence.text("ConvictionDate"));
        int number = 0;
        for (Node result : offence.all("Result")) {
            result(draft, result, at + "results[" + ++number + "].");
        }
    }

    private static void result(Draft draft, Node result, String at) {
        draft.put(at + "code", result.text("ResultCode"));
        draft.put(at + "text", result.text("ResultText"));
        draft.put(at + "qualifiers", joined(result.texts("ResultCodeQualifier")));
        duration(draft, result, at + "duration", "DurationValue", "DurationUnit");
        duration(draft, result, at + "secondDuration", "SecondaryDurationValue", "SecondaryDurationUnit");
        draft.put(at + "from", result.text("Outcome/Duration/DurationStartDate"));
        draft.put(at + "until", result.text("Outcome/Duration/DurationEndDate"));
        draft.put(at + "amount", result.text("Outcome/ResultAmountSterling"));
        draft.put(at + "penaltyPoints", result.text("Outcome/PenaltyPoints"));
        result.at("NextHearing").ifPresent(next -> {
            draft.put(
                    at + "nextHearing.at",
                    moment(
                            next.text("NextHearingDetails/DateOfHearing"),
                            next.text("NextHearingDetails/TimeOfHearing")));
            draft.put(at + "nextHearing.court", next.text("NextHearingDetails/CourtHearingLocation"));
            draft.put(at + "nextHearing.reason", next.text("NextHearingReason"));
        });
    }

    private static void duration(Draft draft, Node result, String path, String value, String unit) {
        Optional<String> number = result.text("Outcome/Duration/" + value);
        String code = result.text("Outcome/Duration/" + unit).orElse("");
        number.ifPresent(text -> draft.put(path, SpiCodes.duration(text, code).strip(), (text + " " + code).strip()));
    }

    /** A day and a London wall time as one text; nothing where there is no day. */
    static Optional<String> moment(Optional<String> date, Optional<String> time) {
        return date.flatMap(day -> time.map(hour -> day + " " + hour));
    }

    private static Optional<String> joined(List<String> texts) {
        return texts.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", texts));
    }
}
