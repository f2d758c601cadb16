package uk.casebridge.testkit.author;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.casebridge.testkit.Layout;
import uk.casebridge.testkit.Mistake;
import uk.casebridge.testkit.draft.Block;
import uk.casebridge.testkit.draft.Block.Pair;
import uk.casebridge.testkit.draft.Draft;

/** Memoranda of conviction: certified extracts of the register, asked for by the Crown Court. */
final class MemorandumAuthor {

    private static final List<String> OFFICERS =
            List.of("A. Legal Adviser", "Designated officer", "For the justices' clerk");

    private MemorandumAuthor() {}

    static Draft write(Writing w, Chance chance, int defendants) {
        Bench bench = chance.oneOf(Bench.all());
        LocalDate entered = chance.weekday(LocalDate.of(2026, 7, 1), 90);
        String urn = Numbers.urn(chance, bench.urnHead());
        LocalDate after = chance.weekday(entered.plusDays(10), 30);
        LocalDate certified = w.has(Mistake.CERTIFIED_TOO_EARLY) ? entered.minusDays(60) : after;
        List<Block> blocks = new ArrayList<>();
        for (int i = 1; i <= defendants; i++) {
            if (i > 1) {
                blocks.add(new Block.NewPage());
            }
            w.beginRecord();
            defendant(w, chance, bench, entered, certified, urn, blocks);
        }
        return new Draft(
                switch (w.layout()) {
                    case TABLE -> "Memorandum of conviction";
                    case TWO_COLUMN -> "Memorandum of an entry in the register";
                    case LETTER -> "Certificate of conviction";
                },
                List.of(bench.name(), bench.address()),
                List.of("Extract of the register"),
                blocks,
                "Not valid without the stamp of the court",
                Moments.afternoonOf(certified, chance),
                w.truth(),
                "memorandum-of-conviction-" + urn.toLowerCase(Locale.ROOT),
                bench.code());
    }

    private static void defendant(
            Writing w,
            Chance chance,
            Bench bench,
            LocalDate entered,
            LocalDate certified,
            String urn,
            List<Block> blocks) {
        if (w.layout() == Layout.LETTER) {
            blocks.add(new Block.Prose(
                    "I certify that the person named below was convicted before the court sitting on the day shown, and"
                            + " that what follows is a true extract of the register."));
        }
        List<Pair> about = new ArrayList<>();
        about.add(w.text("court.name", w.courtName(bench)));
        about.add(w.text("court.lja", bench.area()));
        about.add(w.urn("cases[1].urn", urn));
        about.add(w.date("hearing.date", entered));
        about.add(w.date("issuedOn", certified));
        about.add(w.text("requester.name", bench.crownCourt()));
        about.add(w.person("defendant.name", People.someone(chance)));
        w.dateOfBirth("defendant.dateOfBirth", chance.dateOfBirth(entered, 18, 70), entered)
                .ifPresent(about::add);
        about.add(w.lines("defendant.address", People.address(chance)));
        blocks.add(new Block.Pairs(Optional.of("The entry"), about, true));
        List<List<Pair>> convictions = new ArrayList<>();
        int count = chance.between(1, 3);
        for (int i = 1; i <= count; i++) {
            convictions.add(conviction(w, chance, entered, "offences[" + i + "]."));
        }
        blocks.add(new Block.Items(Optional.of("Convictions recorded"), "Conviction", convictions, false));
        blocks.add(new Block.Pairs(Optional.empty(), List.of(w.text("certifiedBy", chance.oneOf(OFFICERS))), false));
        if (w.layout() != Layout.LETTER) {
            blocks.add(new Block.Prose("I certify that this is a true extract of the register of the court."));
        }
    }

    private static List<Pair> conviction(Writing w, Chance chance, LocalDate entered, String at) {
        Charge charge = chance.oneOf(Charge.all());
        boolean admitted = chance.percent(60);
        LocalDate day = entered.minusDays(chance.between(30, 200));
        List<Pair> conviction = new ArrayList<>();
        conviction.add(w.text(at + "title", charge.title()));
        conviction.add(w.offenceCode(at + "code", charge));
        conviction.add(w.text(at + "wording", charge.wordingAt(w.words(day), "Long Acre")));
        conviction.add(w.text(at + "plea", admitted ? "Guilty" : "Not guilty"));
        if (!admitted) {
            conviction.add(w.text(at + "verdict", "Guilty after trial"));
        }
        conviction.add(w.date(at + "convictionDate", entered.minusDays(chance.between(0, 21))));
        conviction.add(w.text(
                at + "sentence",
                chance.oneOf(List.of(
                        "Community order of 12 months with 120 hours of unpaid work",
                        "Fined £200, surcharge £80, costs £85",
                        "16 weeks' imprisonment suspended for 18 months",
                        "Conditional discharge for 12 months"))));
        return List.copyOf(conviction);
    }
}
