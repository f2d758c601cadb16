package uk.casebridge.reading.messages;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.identifier.Asn;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.kind.KindCatalogue;

/**
 * A hearing of the Common Platform, as JSON: cases with their defendants, and applications about one of them. Comes as it
 * is or with the time it was shared around it. Its times are UTC; days are those of London.
 */
final class CommonPlatformHearing {

    static final String TOLD = "Common Platform hearing";

    private static final Kind KIND = KindCatalogue.get("resulted-case");

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Node hearing;
    private final LocalDate shared;
    private final Optional<Instant> sharedAt;

    private CommonPlatformHearing(Node hearing, Optional<Instant> sharedAt) {
        this.hearing = hearing;
        this.sharedAt = sharedAt;
        this.shared = sharedAt.map(at -> LocalDate.ofInstant(at, LONDON)).orElse(LocalDate.MAX);
    }

    static Kind kind() {
        return KIND;
    }

    /** The hearing that a message is, if it is one. */
    static Optional<CommonPlatformHearing> of(Node message) {
        Node hearing = message.at("hearing").orElse(message);
        boolean is = hearing.at("courtCentre").isPresent()
                && (hearing.at("hearingDays").isPresent()
                        || hearing.at("prosecutionCases").isPresent());
        return is
                ? Optional.of(new CommonPlatformHearing(
                        hearing, message.text("sharedTime").flatMap(CommonPlatformHearing::instant)))
                : Optional.empty();
    }

    /** When its results were shared, which each sharing says anew. */
    Optional<Instant> sharedAt() {
        return sharedAt;
    }

    /**
     * One record for each defendant of each case; an application about none of them gives one of its own, or where it is
     * about no defendant at all, a finding.
     */
    List<Draft> records() {
        List<Draft> records = new ArrayList<>();
        Set<Node> placed = new LinkedHashSet<>();
        for (Node oneCase : hearing.all("prosecutionCases")) {
            Optional<String> urn = urn(oneCase);
            for (Node defendant : oneCase.allOrEmpty("defendants")) {
                List<Node> applications = applications(defendant, urn);
                placed.addAll(applications);
                records.add(record(oneCase, defendant, applications));
            }
        }
        int ofNoDefendant = 0;
        for (Node application : hearing.all("courtApplications")) {
            Optional<Node> subject = application.at("subject/masterDefendant");
            if (placed.contains(application)) {
                continue;
            }
            if (subject.isPresent()) {
                Node itsCase = application.at("courtApplicationCases").orElse(application);
                records.add(record(itsCase, subject.get(), List.of(application)));
            } else {
                ofNoDefendant++;
            }
        }
        if (ofNoDefendant > 0) {
            Finding left = Doubts.applicationsLeftOut(ofNoDefendant);
            records.forEach(record -> record.put(left));
        }
        return records;
    }

    private static Optional<String> urn(Node oneCase) {
        return oneCase.firstText(
                "prosecutionCaseIdentifier/caseURN",
                "prosecutionCaseIdentifier/prosecutionAuthorityReference",
                "applicationReference");
    }

    /** The applications about a defendant in this case; in one that names no case here, in any. */
    private List<Node> applications(Node defendant, Optional<String> urn) {
        Optional<String> id = defendant.text("masterDefendantId");
        return hearing.all("courtApplications").stream()
                .filter(application -> id.isPresent()
                        && application
                                .text("subject/masterDefendant/masterDefendantId")
                                .equals(id))
                .filter(application -> {
                    List<String> cases = application.texts("courtApplicationCases/prosecutionCaseIdentifier/caseURN");
                    return cases.isEmpty() || urn.filter(cases::contains).isPresent();
                })
                .toList();
    }

    private Draft record(Node oneCase, Node defendant, List<Node> applications) {
        Draft draft = new Draft(KIND);
        court(draft);
        draft.put("case.urn", urn(oneCase));
        draft.put(
                "case.prosecutor",
                oneCase.firstText(
                        "prosecutionCaseIdentifier/prosecutionAuthorityName",
                        "prosecutionCaseIdentifier/prosecutionAuthorityCode"));
        hearing(draft);
        defendant(draft, defendant);
        results(draft, defendant.all("defendantCaseJudicialResults"), "case.results");
        results(draft, ofDefendant(defendant), "defendant.results");
        restrictions(draft, defendant);
        offences(draft, defendant, applications);
        int number = 0;
        for (Node application : applications) {
            String at = "applications[" + ++number + "].";
            draft.put(at + "reference", application.text("applicationReference"));
            draft.put(at + "type", application.text("type/type"));
            results(draft, application.all("judicialResults"), at + "results");
        }
        return draft;
    }

    private void court(Draft draft) {
        Node court = hearing.at("courtCentre").orElseGet(() -> new Node("courtCentre"));
        Courts.put(draft, court.text("code"));
        draft.put("court.name", court.text("name"));
        draft.put("court.lja", court.firstText("lja/ljaName", "lja/ljaCode"));
        draft.put("hearing.room", court.text("roomName"));
    }

    private void hearing(Draft draft) {
        sitting().ifPresent(day -> {
            draft.put("hearing.date", LocalDate.ofInstant(day.at(), LONDON).toString(), day.raw());
            draft.put("hearing.startsAt", day.at().toString(), day.raw());
        });
        draft.put("hearing.type", hearing.text("type/description"));
        hearing.text("jurisdictionType").ifPresent(code -> draft.put("hearing.jurisdiction", words(code), code));
    }

    private record Sitting(Instant at, String raw) {}

    /** The day that the results are of: the last one that had come when they were shared, else the first. */
    private Optional<Sitting> sitting() {
        List<Sitting> days = hearing.texts("hearingDays/sittingDay").stream()
                .flatMap(text -> instant(text).map(at -> new Sitting(at, text)).stream())
                .toList();
        return days.stream()
                .filter(day -> !LocalDate.ofInstant(day.at(), LONDON).isAfter(shared))
                .reduce((earlier, later) -> later.at().isAfter(earlier.at()) ? later : earlier)
                .or(() -> days.stream().findFirst());
    }

    private void defendant(Draft draft, Node defendant) {
        Node person = defendant.at("personDefendant").orElseGet(() -> new Node("personDefendant"));
        Node details = person.at("personDetails").orElseGet(() -> new Node("personDetails"));
        Optional<Node> organisation = defendant.at("legalEntityDefendant/organisation");
        if (organisation.isPresent()) {
            draft.put("defendant.name", organisation.get().text("name"));
            draft.put("defendant.organisation", "yes", "legalEntityDefendant");
        } else {
            List<String> names = details.texts("firstName", "middleName", "lastName");
            draft.put("defendant.name", Optional.of(String.join(" ", names)).filter(name -> !name.isEmpty()));
        }
        draft.put("defendant.dateOfBirth", details.text("dateOfBirth"));
        defendant
                .text("isYouth")
                .ifPresent(youth -> draft.put("defendant.youth", youth.equals("true") ? "yes" : "no", youth));
        details.text("gender").ifPresent(code -> draft.put("defendant.gender", gender(code), code));
        draft.put("defendant.nationality", details.text("nationalityDescription"));
        draft.putLines(
                "defendant.address",
                organisation
                        .orElse(details)
                        .texts(
                                "address/address1",
                                "address/address2",
                                "address/address3",
                                "address/address4",
                                "address/address5",
                                "address/postcode"));
        draft.put("defendant.asn", asn(defendant, person));
        draft.put("defendant.pncId", defendant.text("pncId"));
        draft.put("defendant.croNumber", defendant.text("croNumber"));
        draft.put("defendant.attendance", attendance(defendant, draft.value("hearing.date")));
        draft.put("defendant.bailStatus", person.text("bailStatus/description"));
        draft.put("defendant.bailConditions", person.text("bailConditions"));
        draft.put("defendant.bailReasons", person.text("bailReasons"));
    }

    /** The prosecutor's reference is the ASN where the police prosecute; others put their own there. */
    private static Optional<String> asn(Node defendant, Node person) {
        List<String> references = Stream.of(
                        defendant.text("prosecutionAuthorityReference"), person.text("arrestSummonsNumber"))
                .flatMap(Optional::stream)
                .toList();
        return references.stream()
                .filter(text -> Asn.check(text).found().isPresent())
                .findFirst()
                .or(() -> references.stream().findFirst());
    }

    private static String gender(String code) {
        return switch (code) {
            case "MALE" -> "Male";
            case "FEMALE" -> "Female";
            case "NOT_KNOWN" -> "Unknown";
            case "NOT_SPECIFIED" -> "Not specified";
            default -> code;
        };
    }

    private Optional<String> attendance(Node defendant, Optional<String> date) {
        Optional<String> id = defendant.text("id");
        return hearing.all("defendantAttendance").stream()
                .filter(one -> id.isPresent() && one.text("defendantId").equals(id))
                .flatMap(one -> one.all("attendanceDays").stream())
                .filter(day -> date.isEmpty() || day.text("day").equals(date))
                .flatMap(day -> day.text("attendanceType").stream())
                .findFirst()
                .map(type -> switch (type) {
                    case "IN_PERSON" -> "In person";
                    case "BY_VIDEO" -> "By video link";
                    case "NOT_PRESENT" -> "Not present";
                    default -> type;
                });
    }

    /** The results about a defendant as a whole, which stand beside the cases. */
    private List<Node> ofDefendant(Node defendant) {
        Optional<String> id = defendant.text("masterDefendantId");
        return Stream.concat(
                        defendant.all("judicialResults").stream(),
                        hearing.all("defendantJudicialResults").stream()
                                .filter(one -> id.isPresent()
                                        && one.text("masterDefendantId").equals(id))
                                .flatMap(one -> one.all("judicialResult").stream()))
                .toList();
    }

    private static void restrictions(Draft draft, Node defendant) {
        List<String> labels = defendant.texts("offences/reportingRestrictions/label").stream()
                .distinct()
                .toList();
        draft.put(
                "reportingRestrictions", Optional.of(String.join("; ", labels)).filter(text -> !text.isEmpty()));
    }

    /** The offences of the case, then those of an order that an application is about, which bear their own case's number. */
    private static void offences(Draft draft, Node defendant, List<Node> applications) {
        int number = 0;
        for (Node offence : defendant.all("offences")) {
            offence(draft, offence, "offences[" + ++number + "].");
        }
        for (Node application : applications) {
            for (Node offence : application.all("courtApplicationCases/offences")) {
                offence(draft, offence, "offences[" + ++number + "].");
            }
            for (Node order : application.all("courtOrder/courtOrderOffences")) {
                Optional<Node> offence = order.at("offence");
                if (offence.isPresent()) {
                    String at = "offences[" + ++number + "].";
                    draft.put(
                            at + "urn",
                            order.text("prosecutionCaseIdentifier/caseURN")
                                    .filter(urn -> !draft.value("case.urn").equals(Optional.of(urn))));
                    offence(draft, offence.get(), at);
                }
            }
        }
    }

    private static void offence(Draft draft, Node offence, String at) {
        draft.put(at + "sequence", offence.text("orderIndex"));
        draft.put(at + "code", offence.text("offenceCode"));
        draft.put(at + "title", offence.text("offenceTitle"));
        draft.put(at + "wording", offence.text("wording"));
        draft.put(at + "legislation", offence.text("offenceLegislation"));
        draft.put(at + "startDate", offence.text("startDate"));
        draft.put(at + "endDate", offence.text("endDate"));
        draft.put(at + "arrestDate", offence.text("arrestDate"));
        draft.put(at + "chargeDate", offence.text("chargeDate"));
        offence.text("plea/pleaValue").ifPresent(code -> draft.put(at + "plea", words(code), code));
        draft.put(at + "pleaDate", offence.text("plea/pleaDate"));
        draft.put(at + "modeOfTrial", offence.text("modeOfTrial"));
        draft.put(at + "verdict", offence.text("verdict/verdictType/description"));
        draft.put(at + "convictionDate", offence.text("convictionDate"));
        results(draft, offence.all("judicialResults"), at + "results");
    }

    /** Results in their order, without those that were deleted and those whose words stand in another's. */
    private static void results(Draft draft, List<Node> results, String list) {
        boolean ofOffence = list.startsWith("offences");
        int number = 0;
        for (Node result : results) {
            if (result.says("isDeleted") || result.says("publishedAsAPrompt")) {
                continue;
            }
            String at = list + "[" + ++number + "].";
            draft.put(at + "code", result.text("cjsCode"));
            draft.put(at + "text", result.firstText("resultText", "label"));
            if (ofOffence) {
                draft.put(at + "category", result.text("category"));
                draft.put(at + "qualifiers", result.text("qualifier"));
                draft.put(at + "amendmentReason", result.text("amendmentReason"));
                more(draft, result, at);
            }
        }
    }

    private static void more(Draft draft, Node result, String at) {
        duration(draft, result, at + "duration", "primary");
        duration(draft, result, at + "secondDuration", "secondary");
        draft.put(at + "from", result.text("durationElement/durationStartDate"));
        draft.put(at + "until", result.text("durationElement/durationEndDate"));
        List<String> amounts = result.all("judicialResultPrompts").stream()
                .filter(prompt -> prompt.says("isFinancialImposition"))
                .flatMap(prompt -> prompt.text("value").stream())
                .toList();
        // Of several amounts none is the amount; the text of the result says them all.
        draft.put(at + "amount", amounts.size() == 1 ? Optional.of(amounts.getFirst()) : Optional.empty());
        result.at("nextHearing").ifPresent(next -> {
            draft.put(at + "nextHearing.at", next.text("listedStartDateTime"));
            draft.put(at + "nextHearing.court", next.firstText("courtCentre/courtHearingLocation", "courtCentre/code"));
            draft.put(at + "nextHearing.reason", next.firstText("adjournmentReason", "type/description"));
        });
    }

    private static void duration(Draft draft, Node result, String path, String which) {
        result.text("durationElement/" + which + "DurationValue").ifPresent(number -> {
            String unit =
                    result.text("durationElement/" + which + "DurationUnit").orElse("");
            draft.put(path, SpiCodes.duration(number, unit).strip(), (number + " " + unit).strip());
        });
    }

    /** A code in capitals as words: {@code Not guilty} for {@code NOT_GUILTY}. */
    private static String words(String code) {
        return code.matches("[A-Z]+(_[A-Z]+)*")
                ? code.charAt(0) + code.substring(1).replace('_', ' ').toLowerCase(Locale.ROOT)
                : code;
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            // A time without its zone could be any hour, and words are none: it says nothing.
            return Optional.empty();
        }
    }
}
