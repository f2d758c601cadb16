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

/** What all papers about someone's custody share: one page or more and one record for each defendant of a hearing. */
final class CustodyPaper {

    private CustodyPaper() {}

    /** A hearing with the case that was heard. */
    record Hearing(Bench bench, LocalDate date, String urn) {}

    /** Writes what a paper says of one defendant. */
    interface Page {
        void write(Hearing hearing, List<Block> blocks);
    }

    /**
     * A paper with so many defendants.
     *
     * @param stem how the name of the file begins
     */
    static Draft write(
            Writing w, Chance chance, int defendants, String title, String footer, String stem, Page defendant) {
        Bench bench = chance.oneOf(Bench.all());
        LocalDate heard = chance.weekday(LocalDate.of(2026, 9, 1), 70);
        String urn = Numbers.urn(chance, bench.urnHead());
        Hearing hearing = new Hearing(bench, heard, urn);
        List<Block> blocks = new ArrayList<>();
        for (int i = 1; i <= defendants; i++) {
            if (i > 1) {
                blocks.add(new Block.NewPage());
            }
            w.beginRecord();
            defendant.write(hearing, blocks);
        }
        return new Draft(
                title,
                List.of(bench.name(), bench.address()),
                List.of(bench.area(), "Case " + urn),
                blocks,
                footer,
                Moments.afternoonOf(heard, chance),
                w.truth(),
                stem + urn.toLowerCase(Locale.ROOT),
                bench.code());
    }

    /** The court, the case, where the person is or goes, and the person. */
    static List<Pair> particulars(
            Writing w, Chance chance, Hearing hearing, People.Person person, LocalDate born, String prison) {
        LocalDate heard = hearing.date();
        Bench bench = hearing.bench();
        List<Pair> pairs = new ArrayList<>();
        pairs.add(w.text("court.name", w.courtName(bench)));
        if (w.layout() != Layout.LETTER) {
            pairs.add(w.text("court.code", bench.code()));
        }
        pairs.add(w.urn("cases[1].urn", hearing.urn()));
        pairs.add(w.date("hearing.date", heard));
        pairs.add(w.date("issuedOn", heard));
        pairs.add(w.prison("prison.name", prison));
        pairs.add(w.person("defendant.name", person));
        w.dateOfBirth("defendant.dateOfBirth", born, heard).ifPresent(pairs::add);
        pairs.add(w.text("defendant.gender", person.gender()));
        pairs.add(w.lines("defendant.address", People.address(chance)));
        pairs.add(w.asn("defendant.asn", Numbers.asn(chance, bench.urnHead())));
        if (chance.percent(70) || w.has(Mistake.WRONG_PNC_LETTER)) {
            pairs.add(w.pncId("defendant.pncId", Numbers.pncId(chance)));
        }
        return pairs;
    }

    /** A charge as papers about custody name it: its code and title. */
    static List<Pair> charge(Writing w, String at, Charge charge) {
        List<Pair> pairs = new ArrayList<>();
        pairs.add(w.offenceCode(at + "code", charge));
        pairs.add(w.text(at + "title", charge.title()));
        return pairs;
    }

    /** A charge with the sentence passed on it. */
    static List<Pair> sentenced(Writing w, Chance chance, int number, LocalDate heard, String sort) {
        String at = "offences[" + number + "].";
        List<Pair> offence = charge(w, at, chance.oneOf(Charge.all()));
        offence.add(w.text(at + "sentence", chance.between(2, 26) + " weeks' " + sort));
        offence.add(w.text(
                at + "served",
                w.has(Mistake.CONCURRENT_AND_CONSECUTIVE)
                        ? "Concurrent, consecutive to charge 1"
                        : number == 1 ? "Concurrent" : chance.oneOf(List.of("Concurrent", "Consecutive to charge 1"))));
        offence.add(w.date(at + "convictionDate", heard.minusDays(chance.between(0, 30))));
        return List.copyOf(offence);
    }

    /** What the escort must know, in half of all papers. */
    static void warnings(Writing w, Chance chance, List<Block> blocks) {
        if (chance.percent(50)) {
            blocks.add(new Block.Pairs(
                    Optional.empty(),
                    List.of(w.text(
                            "warnings",
                            chance.oneOf(List.of(
                                    "Self-harm: see person escort record",
                                    "Asthma, carries an inhaler",
                                    "None known at court")))),
                    false));
        }
    }
}
