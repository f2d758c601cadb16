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

/** What a court decided of each defendant of a case, printed for the police. One record for each defendant. */
final class ResultedCaseAuthor {

    private ResultedCaseAuthor() {}

    static Draft write(Writing w, Chance chance, int defendants) {
        Bench bench = chance.oneOf(Bench.all());
        LocalDate heard = chance.weekday(LocalDate.of(2026, 9, 1), 70);
        String urn = Numbers.urn(chance, bench.urnHead());
        LocalTime sitting = LocalTime.of(chance.between(9, 14), chance.percent(50) ? 0 : 30);
        String room = "0" + chance.between(1, 9);
        String type = chance.oneOf(List.of("First hearing", "Sentence", "Trial"));
        List<Block> blocks = new ArrayList<>();
        for (int i = 1; i <= defendants; i++) {
            if (i > 1) {
                blocks.add(new Block.NewPage());
            }
            w.beginRecord();
            if (w.layout() == Layout.LETTER) {
                blocks.add(
                        new Block.Prose(
                                "To the officer in charge of results: the court has dealt with the person named below as follows."));
            }
            blocks.add(hearing(w, bench, heard, sitting, urn, room, type));
            blocks.add(defendant(w, chance, bench, heard));
            blocks.add(offences(w, chance, heard));
        }
        return new Draft(
                w.layout() == Layout.LETTER ? "Court results for the police" : "Resulted case",
                List.of(bench.name(), bench.address()),
                List.of(bench.area()),
                blocks,
                "Results of " + urn,
                Moments.afternoonOf(heard, chance),
                w.truth(),
                "resulted-case-" + urn.toLowerCase(Locale.ROOT),
                bench.code());
    }

    private static Block hearing(
            Writing w, Bench bench, LocalDate heard, LocalTime sitting, String urn, String room, String type) {
        List<Pair> pairs = new ArrayList<>();
        pairs.add(w.text("court.name", w.courtName(bench)));
        pairs.add(w.text("court.code", bench.code()));
        pairs.add(w.text("court.lja", bench.area()));
        pairs.add(w.urn("case.urn", urn));
        pairs.add(w.text("case.prosecutor", "Crown Prosecution Service"));
        pairs.add(w.date("hearing.date", heard));
        pairs.add(w.moment("hearing.startsAt", heard, sitting));
        pairs.add(w.text("hearing.room", room));
        pairs.add(w.text("hearing.type", type));
        pairs.add(w.date("issuedOn", heard));
        return new Block.Pairs(Optional.of("The hearing"), pairs, true);
    }

    private static Block defendant(Writing w, Chance chance, Bench bench, LocalDate heard) {
        People.Person person = People.someone(chance);
        List<Pair> pairs = new ArrayList<>();
        pairs.add(w.person("defendant.name", person));
        w.dateOfBirth("defendant.dateOfBirth", chance.dateOfBirth(heard, 19, 70), heard)
                .ifPresent(pairs::add);
        pairs.add(w.text("defendant.gender", person.gender()));
        pairs.add(w.lines("defendant.address", People.address(chance)));
        pairs.add(w.asn("defendant.asn", Numbers.asn(chance, bench.urnHead())));
        if (chance.percent(70) || w.has(Mistake.WRONG_PNC_LETTER)) {
            pairs.add(w.pncId("defendant.pncId", Numbers.pncId(chance)));
        }
        pairs.add(w.text("defendant.attendance", chance.oneOf(List.of("In person", "By video link", "Not present"))));
        pairs.add(
                w.text("defendant.bailStatus", chance.oneOf(List.of("Conditional bail", "Custody", "Not applicable"))));
        return new Block.Pairs(Optional.of("The person"), pairs, true);
    }

    private static Block offences(Writing w, Chance chance, LocalDate heard) {
        List<List<Pair>> offences = new ArrayList<>();
        int count = chance.between(1, 3);
        for (int i = 1; i <= count; i++) {
            String at = "offences[" + i + "].";
            Charge charge = chance.oneOf(Charge.all());
            LocalDate day = heard.minusDays(chance.between(2, 200));
            boolean convicted = chance.percent(70);
            List<Pair> offence = new ArrayList<>();
            offence.add(w.text(at + "sequence", Integer.toString(i)));
            offence.add(w.offenceCode(at + "code", charge));
            offence.add(w.text(at + "title", charge.title()));
            offence.add(w.text(at + "wording", charge.wordingAt(w.words(day), "Market Place")));
            offence.add(w.date(at + "startDate", day));
            offence.add(w.text(at + "plea", convicted ? "Guilty" : "Not guilty"));
            offence.add(w.text(at + "modeOfTrial", "Summary only"));
            if (convicted) {
                offence.add(w.text(at + "verdict", "Guilty"));
                offence.add(w.date(at + "convictionDate", heard));
            }
            offence.add(w.text(
                    at + "results[1].text",
                    convicted
                            ? "FO - Fined £" + chance.between(50, 900) + ".00"
                            : "ADJ - Adjourned for trial at a time to be fixed"));
            offences.add(List.copyOf(offence));
        }
        return new Block.Items(Optional.of("Charges and results"), "Charge", offences, false);
    }
}
