package uk.casebridge.testkit.author;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import uk.casebridge.testkit.Layout;
import uk.casebridge.testkit.Mistake;
import uk.casebridge.testkit.draft.Block;
import uk.casebridge.testkit.draft.Block.Pair;
import uk.casebridge.testkit.draft.Draft;

/** What one courtroom will hear on a day: its session said once, then each case. One record for each case. */
final class CourtListAuthor {

    private CourtListAuthor() {}

    static Draft write(Writing w, Chance chance, int cases) {
        Bench bench = chance.oneOf(Bench.all());
        LocalDate day = chance.weekday(LocalDate.of(2026, 9, 1), 70);
        List<Block> blocks = new ArrayList<>();
        w.beginRecord();
        blocks.add(session(w, chance, bench, day));
        Map<String, String> session = Map.copyOf(w.truth().getFirst());
        for (int i = 1; i <= cases; i++) {
            if (i > 1) {
                w.beginRecord();
                session.forEach(w::note);
            }
            blocks.add(oneCase(w, chance, bench, day, i));
            blocks.add(offences(w, chance, day));
        }
        return new Draft(
                w.layout() == Layout.LETTER ? "Adult court list" : "Daily court list",
                List.of(bench.name(), bench.address()),
                List.of(bench.area()),
                blocks,
                "Not for publication",
                Moments.afternoonOf(day.minusDays(1), chance),
                w.truth(),
                "court-list-" + bench.code().toLowerCase(Locale.ROOT) + "-" + day,
                bench.code());
    }

    private static Block session(Writing w, Chance chance, Bench bench, LocalDate day) {
        List<Pair> pairs = new ArrayList<>();
        pairs.add(w.text("court.name", w.courtName(bench)));
        pairs.add(w.text("court.code", bench.code()));
        pairs.add(w.text("court.lja", bench.area()));
        pairs.add(w.date("issuedOn", day.minusDays(1)));
        pairs.add(w.date("hearing.date", day));
        pairs.add(w.text("hearing.room", "0" + chance.between(1, 9)));
        pairs.add(w.text("hearing.panel", "Adult"));
        pairs.add(w.moment("hearing.startsAt", day, LocalTime.of(chance.percent(50) ? 10 : 14, 0)));
        return new Block.Pairs(Optional.of("The session"), pairs, true);
    }

    private static Block oneCase(Writing w, Chance chance, Bench bench, LocalDate day, int number) {
        People.Person person = People.someone(chance);
        List<Pair> pairs = new ArrayList<>();
        pairs.add(w.person("defendant.name", person));
        w.dateOfBirth("defendant.dateOfBirth", chance.dateOfBirth(day, 19, 70), day)
                .ifPresent(pairs::add);
        pairs.add(w.text("defendant.gender", person.gender()));
        pairs.add(w.lines("defendant.address", People.address(chance)));
        if (chance.percent(70) || w.has(Mistake.WRONG_PNC_LETTER)) {
            pairs.add(w.pncId("defendant.pncId", Numbers.pncId(chance)));
        }
        if (chance.percent(30)) {
            pairs.add(w.text("defendant.croNumber", Numbers.croNumber(chance)));
        }
        pairs.add(w.text("case.number", "26" + chance.digits(8)));
        pairs.add(w.urn("case.urn", Numbers.urn(chance, bench.urnHead())));
        pairs.add(w.text("listing.number", chance.oneOf(List.of("1st", "2nd", "3rd", "4th"))));
        return new Block.Pairs(Optional.of("Case " + number + " on the list"), pairs, true);
    }

    private static Block offences(Writing w, Chance chance, LocalDate day) {
        List<List<Pair>> offences = new ArrayList<>();
        int count = chance.between(1, 3);
        for (int i = 1; i <= count; i++) {
            String at = "offences[" + i + "].";
            Charge charge = chance.oneOf(Charge.all());
            LocalDate committed = day.minusDays(chance.between(2, 200));
            offences.add(List.of(
                    w.offenceCode(at + "code", charge),
                    w.text(at + "title", charge.title()),
                    w.text(at + "summary", charge.wordingAt(w.words(committed), "Market Place")),
                    w.text(at + "maximumPenalty", "6 months or an unlimited fine"),
                    w.text(at + "plea", chance.oneOf(List.of("Not guilty", "No plea", "Guilty")))));
        }
        return new Block.Items(Optional.of("Charges"), "Charge", offences, false);
    }
}
