package uk.casebridge.testkit.author;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.casebridge.testkit.Layout;
import uk.casebridge.testkit.Mistake;
import uk.casebridge.testkit.draft.Block;
import uk.casebridge.testkit.draft.Block.Pair;
import uk.casebridge.testkit.draft.Draft;

/** Committals for sentence: one case, its convicted defendants, some of them with a view to confiscation. */
final class CommittalAuthor {

    private CommittalAuthor() {}

    static Draft write(Writing w, Chance chance, int defendants) {
        Bench bench = chance.oneOf(Bench.all());
        LocalDate committed = chance.weekday(LocalDate.of(2026, 9, 1), 70);
        String urn = Numbers.urn(chance, bench.urnHead());
        w.beginRecord();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Prose(
                switch (w.layout()) {
                    case TABLE -> "Part A. The court, having convicted, passes the case up for sentence.";
                    case TWO_COLUMN ->
                        "The defendants shown were convicted before this court and are committed for sentence.";
                    case LETTER ->
                        "To the Crown Court officer, " + bench.crownCourt() + ". The persons named below, having"
                                + " been convicted by this court, were today committed for sentence. The register entry, the"
                                + " bail decision and any report are enclosed as rule 28.10 asks.";
                }));
        List<Pair> about = new ArrayList<>();
        about.add(w.text("court.name", w.courtName(bench)));
        if (w.layout() != Layout.LETTER) {
            about.add(w.text("court.code", bench.code()));
        }
        about.add(w.text("receivingCourt.name", bench.crownCourt()));
        if (w.layout() == Layout.TABLE) {
            about.add(w.text("receivingCourt.code", bench.crownCode()));
        }
        about.add(w.urn("case.urn", urn));
        about.add(w.date("hearing.date", committed));
        about.add(w.text(
                "statute",
                chance.oneOf(List.of(
                        "Sentencing Act 2020, section 14",
                        "Sentencing Act 2020, section 18",
                        "Sentencing Act 2020, sections 14 and 20"))));
        about.add(w.date("issuedOn", committed));
        about.add(w.moment(
                "nextHearing.at", chance.weekday(committed.plusDays(14), 14), LocalTime.of(chance.between(9, 14), 30)));
        if (chance.percent(20)) {
            about.add(w.text("interpreter", chance.oneOf(List.of("Polish", "Cantonese", "Welsh"))));
        }
        blocks.add(new Block.Pairs(Optional.of("The committal"), about, true));
        for (int i = 1; i <= defendants; i++) {
            defendant(w, chance, bench, committed, i, defendants, blocks);
        }
        blocks.add(new Block.Prose(
                "Sent as soon as practicable after the hearing. For the designated officer, " + bench.area() + "."));
        return new Draft(
                switch (w.layout()) {
                    case TABLE -> "Committal for sentence";
                    case TWO_COLUMN -> "Notice of committal to the Crown Court";
                    case LETTER -> "Record of committal for sentence";
                },
                List.of(bench.name(), bench.address()),
                List.of("CrimPR 28.10"),
                blocks,
                "Committal " + urn,
                Moments.afternoonOf(committed, chance),
                w.truth(),
                "committal-for-sentence-" + urn.toLowerCase(Locale.ROOT),
                bench.code());
    }

    private static void defendant(
            Writing w, Chance chance, Bench bench, LocalDate committed, int number, int of, List<Block> blocks) {
        String path = "defendants[" + number + "].";
        List<Pair> pairs = new ArrayList<>();
        pairs.add(w.person(path + "name", People.someone(chance)));
        w.dateOfBirth(path + "dateOfBirth", chance.dateOfBirth(committed, 21, 70), committed)
                .ifPresent(pairs::add);
        pairs.add(w.lines(path + "address", People.address(chance)));
        pairs.add(w.asn(path + "asn", Numbers.asn(chance, bench.urnHead())));
        if (chance.percent(70) || w.has(Mistake.WRONG_PNC_LETTER)) {
            pairs.add(w.pncId(path + "pncId", Numbers.pncId(chance)));
        }
        boolean custody = chance.percent(50);
        pairs.add(w.text(path + "bailStatus", custody ? "Committed in custody" : "Conditional bail"));
        if (!custody) {
            pairs.add(w.lines(
                    path + "bailConditions",
                    List.of(
                            "To live and sleep each night at the address above.",
                            "To keep appointments with the probation service for the report.")));
        }
        pairs.add(w.yesNo(path + "preSentenceReport", chance.percent(60)));
        if (chance.percent(20)) {
            pairs.add(w.date(path + "interimDisqualification", committed));
        }
        boolean confiscation = chance.percent(30) || w.has(Mistake.POCA70_POWERS_NOT_SAID);
        pairs.add(w.yesNo(path + "poca70", confiscation));
        if (confiscation && !w.has(Mistake.POCA70_POWERS_NOT_SAID)) {
            pairs.add(w.yesNo(path + "wouldHaveCommittedAnyway", chance.percent(50)));
        }
        blocks.add(new Block.Pairs(
                Optional.of(of == 1 ? "The person committed" : "Person " + number + " of " + of), pairs, true));
        List<List<Pair>> offences = new ArrayList<>();
        int count = chance.between(1, 3);
        for (int i = 1; i <= count; i++) {
            String at = path + "offences[" + i + "].";
            Charge charge = chance.oneOf(Charge.all());
            boolean admitted = chance.percent(70);
            offences.add(List.of(
                    w.offenceCode(at + "code", charge),
                    w.text(at + "title", charge.title()),
                    w.text(at + "plea", admitted ? "Guilty" : "Not guilty"),
                    w.text(at + "verdict", admitted ? "Guilty plea accepted" : "Found guilty"),
                    w.date(at + "convictionDate", committed.minusDays(chance.between(0, 28)))));
        }
        blocks.add(new Block.Items(Optional.of("Convictions"), "Conviction", offences, true));
    }
}
