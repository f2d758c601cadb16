package uk.casebridge.reading.messages;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Severity;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.domain.record.RecordKey;
import uk.casebridge.domain.record.SourceTime;
import uk.casebridge.domain.standing.CourtCode;

/**
 * Libra court lists, {@code ExternalDocumentRequest}: documents, each with its sessions, blocks of time, cases and
 * offences. Comes bare or in a SOAP envelope. The name of a document's source file carries its routing, as in
 * {@code 5_26102020_2992_B10JQ01_ADULT_COURT_LIST_DAILY}: sequence, day of hearing, local justice area, court and room.
 */
final class LibraCourtList {

    static final String PAYLOAD = "ExternalDocumentRequest";

    static final String SESSION = "session";

    private static final Kind KIND = KindCatalogue.get("daily-court-list");

    private static final String SOURCE = "Libra court list";

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final Pattern ROUTING = Pattern.compile("(?i)\\d+_(\\d{8})_\\d+_([A-Z0-9]{7})_[A-Z_]+");

    private static final DateTimeFormatter ROUTING_DATE = DateTimeFormatter.ofPattern("ddMMuuuu", Locale.UK);

    private static final DateTimeFormatter PRINTED_DATE = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.UK);

    private LibraCourtList() {}

    static Kind kind() {
        return KIND;
    }

    /** When a document was made: the day and time it was run; else the day it was printed, which says no hour. */
    private static SourceTime madeAt(Node document) {
        Optional<LocalDate> run =
                document.text("info/parameters/pi_run_date").flatMap(text -> date(text, PRINTED_DATE));
        Optional<LocalTime> time = document.text("info/start_time").flatMap(LibraCourtList::time);
        if (run.isPresent() && time.isPresent()) {
            return Message.time(
                    Optional.of(run.get().atTime(time.get()).atZone(LONDON).toInstant()));
        }
        Optional<Instant> printed = document.text("data/job/printdate")
                .flatMap(text -> date(text, PRINTED_DATE))
                .or(() -> run)
                .map(day -> day.atStartOfDay(LONDON).toInstant());
        return printed.isEmpty()
                ? SourceTime.unknown()
                : new SourceTime(printed, SourceTime.Evidence.PRINTED, Optional.empty());
    }

    /**
     * One record for each case of a session.
     *
     * @param document the document that it belongs to, as far as it was read
     * @param fileName the name of the file the message came as, for where the document names none
     */
    static void records(Node document, Node session, String fileName, List<Draft> records) {
        Matcher routing = ROUTING.matcher(document.text("info/source_file_name").orElse(fileName));
        Optional<CourtCode> routed = Optional.empty();
        Optional<LocalDate> day = Optional.empty();
        if (routing.find()) {
            routed = CourtCode.check(routing.group(2)).found();
            day = date(routing.group(1), ROUTING_DATE);
        }
        for (Node block : session.all("blocks/block")) {
            for (Node oneCase : block.all("cases/case")) {
                Draft draft = new Draft(KIND);
                draft.madeAt(madeAt(document));
                session(draft, session, block, routed);
                when(draft, session, block, day);
                defendant(draft, oneCase);
                listing(draft, oneCase);
                int number = 0;
                for (Node offence : oneCase.all("offences/offence")) {
                    offence(draft, offence, "offences[" + ++number + "].");
                }
                records.add(draft);
            }
        }
    }

    /**
     * Each case once: one that is listed again on the same day, for the afternoon say, is told by a finding on the first,
     * since one record holds what a list says of a case on a day.
     */
    static List<Draft> onceEach(List<Draft> drafts) {
        Map<RecordKey, Draft> first = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            Draft before = first.putIfAbsent(draft.key(), draft);
            if (before != null) {
                before.put(listedAgain(draft));
            }
        }
        return List.copyOf(first.values());
    }

    private static Finding listedAgain(Draft again) {
        String where =
                again.value("hearing.room").map(room -> " in room " + room).orElse("");
        String when = again.raw("hearing.startsAt")
                .map(raw -> " at " + raw.substring(raw.indexOf(' ') + 1))
                .orElse("");
        return new Finding(
                "LISTED-AGAIN",
                Severity.WARNING,
                List.of("case.number"),
                "The case stands on the list of that day once more%s%s.".formatted(where, when),
                "It is listed for two parts of the day, or was moved and left in its old place.",
                "Ask the court at which time the case is heard.",
                "Take a case out of its old place when it is moved.",
                SOURCE);
    }

    private static void session(Draft draft, Node session, Node block, Optional<CourtCode> routed) {
        Courts.put(draft, session.text("ou_code").or(() -> routed.map(CourtCode::value)));
        draft.put("court.name", session.text("court"));
        draft.put("court.lja", session.text("lja"));
        // The room of the session is the one people see; the court's code only says it where the session does not.
        session.text("room")
                .filter(room -> !room.matches("0+"))
                .ifPresent(room -> draft.put("hearing.room", room, room));
        draft.put("hearing.panel", session.text("panel"));
        draft.put("hearing.slot", block.text("desc"));
    }

    private static void when(Draft draft, Node session, Node block, Optional<LocalDate> routed) {
        Optional<String> day = session.text("doh");
        draft.put("hearing.date", day.or(() -> routed.map(LocalDate::toString)));
        Optional<String> begins = block.text("bstart").or(() -> session.text("sstart"));
        draft.put("hearing.startsAt", SpiResults.moment(draft.value("hearing.date"), begins));
        Optional<LocalDate> sits = day.flatMap(text -> date(text, PRINTED_DATE));
        if (sits.isPresent() && routed.isPresent() && !sits.equals(routed)) {
            draft.put(otherDay(sits.get(), routed.get()));
        }
    }

    private static Finding otherDay(LocalDate sits, LocalDate routed) {
        return new Finding(
                "LIST-DATE-DIFFERS",
                Severity.WARNING,
                List.of("hearing.date"),
                "The list says that the court sits on %s, the name of its file %s."
                        .formatted(sits.format(PRINTED_DATE), routed.format(PRINTED_DATE)),
                "The file bears the name of another day's list, or the session was moved.",
                "Ask the court on which day it sits before anybody is produced.",
                "Name each list's file for its own day.",
                "Libra court list: routing in the file's name");
    }

    private static void defendant(Draft draft, Node oneCase) {
        List<String> names = oneCase.texts(
                "def_name_elements/forename1",
                "def_name_elements/forename2",
                "def_name_elements/forename3",
                "def_name_elements/surname");
        boolean organisation = oneCase.text("def_type").filter("O"::equals).isPresent();
        // The elements come as a whole or not at all; without a family name they are no name.
        Optional<String> inParts = oneCase.text("def_name_elements/surname").isPresent()
                ? Optional.of(String.join(" ", names))
                : Optional.empty();
        draft.put(
                "defendant.name", organisation ? oneCase.text("def_name") : inParts.or(() -> oneCase.text("def_name")));
        if (organisation) {
            draft.put("defendant.organisation", "yes", "O");
        }
        draft.put("defendant.dateOfBirth", oneCase.text("def_dob"));
        oneCase.text("def_sex").ifPresent(code -> draft.put("defendant.gender", gender(code), code));
        draft.put(
                "defendant.nationality",
                Optional.of(String.join(", ", oneCase.texts("nationality1", "nationality2")))
                        .filter(text -> !text.isEmpty()));
        draft.putLines(
                "defendant.address",
                oneCase.texts(
                        "def_addr/line1",
                        "def_addr/line2",
                        "def_addr/line3",
                        "def_addr/line4",
                        "def_addr/line5",
                        "def_addr/pcode"));
        draft.put("defendant.pncId", oneCase.text("pnc_id"));
        draft.put("defendant.croNumber", oneCase.text("cro_number"));
    }

    private static void listing(Draft draft, Node oneCase) {
        draft.put("case.number", oneCase.text("caseno"));
        draft.put("case.urn", oneCase.text("urn"));
        draft.put("case.informant", oneCase.text("inf"));
        draft.put("listing.number", oneCase.text("listno"));
        draft.put("listing.sequence", oneCase.text("cseq"));
    }

    private static void offence(Draft draft, Node offence, String at) {
        draft.put(at + "sequence", offence.text("oseq"));
        draft.put(at + "code", offence.text("code"));
        draft.put(at + "title", offence.text("title"));
        draft.put(at + "summary", offence.text("sum"));
        draft.put(at + "legislation", offence.text("as"));
        draft.put(at + "maximumPenalty", offence.text("maxpen"));
        offence.text("plea").ifPresent(code -> draft.put(at + "plea", plea(code), code));
        draft.put(at + "pleaDate", offence.text("pleadate"));
        draft.put(at + "convictionDate", offence.text("convdate"));
        draft.put(at + "adjournedOn", offence.text("adjdate"));
        draft.put(at + "adjournmentReason", offence.text("adjreason"));
    }

    private static String gender(String code) {
        return switch (code) {
            case "M" -> "Male";
            case "F" -> "Female";
            case "N" -> "Not specified";
            default -> code;
        };
    }

    /** Pleas come by the codes of the criminal justice system; the list of them is standing data. */
    private static String plea(String code) {
        return switch (code) {
            case "G" -> "Guilty";
            case "NG" -> "Not guilty";
            case "NONE" -> "No plea";
            default -> code;
        };
    }

    private static Optional<LocalDate> date(String text, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(text, format));
        } catch (DateTimeException e) {
            // A day that is none says nothing; where a record needs it, its field keeps the words for a rule to judge.
            return Optional.empty();
        }
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (DateTimeException e) {
            // As with a day that is none.
            return Optional.empty();
        }
    }
}
