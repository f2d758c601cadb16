package uk.casebridge.testkit.author;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.casebridge.testkit.Mistake;
import uk.casebridge.testkit.draft.Block;
import uk.casebridge.testkit.draft.Block.Pair;
import uk.casebridge.testkit.draft.Draft;

/** Sheets that add to a warrant what did not stand on it. */
final class SupplementAuthor {

    private SupplementAuthor() {}

    static Draft write(Writing w, Chance chance, int defendants) {
        return CustodyPaper.write(
                w,
                chance,
                defendants,
                switch (w.layout()) {
                    case TABLE -> "Warrant supplement";
                    case TWO_COLUMN -> "Supplement to warrant";
                    case LETTER -> "Supplement to a warrant of commitment";
                },
                "Not valid without the warrant",
                "warrant-supplement-",
                (hearing, blocks) -> defendant(w, chance, hearing, blocks));
    }

    private static void defendant(Writing w, Chance chance, CustodyPaper.Hearing hearing, List<Block> blocks) {
        People.Person person = People.someone(chance);
        LocalDate heard = hearing.date();
        blocks.add(new Block.Prose(
                switch (w.layout()) {
                    case TABLE -> "This sheet is to be read with the warrant and kept with it.";
                    case TWO_COLUMN -> "Continuation. To be read with the warrant named.";
                    case LETTER ->
                        "To the governor. The particulars below did not stand on the warrant that was sent with the"
                                + " person named. They are to be read with the warrant and form part of it.";
                }));
        List<Pair> added = new ArrayList<>();
        added.add(w.text(
                "supplement.warrant",
                chance.oneOf(List.of(
                        "Remand warrant", "Warrant for custodial sentence", "Warrant of commitment in default"))));
        added.add(w.date("supplement.warrantDate", w.has(Mistake.SUPPLEMENT_TOO_EARLY) ? heard.plusWeeks(1) : heard));
        List<Pair> pairs = CustodyPaper.particulars(
                w,
                chance,
                hearing,
                person,
                chance.dateOfBirth(heard, 21, 70),
                hearing.bench().prisonFor(person));
        blocks.add(new Block.Pairs(Optional.of("Whom it concerns"), pairs, true));
        added.add(w.lines(
                "supplement.particulars",
                chance.oneOf(List.of(
                        List.of("A further charge was put at the same hearing and is listed below."),
                        List.of(
                                "The disqualification is extended by the period below.",
                                "The extension is half of the custodial term."),
                        List.of("The court recommends that the person be seen by health care on reception.")))));
        if (chance.percent(50)) {
            added.add(w.text("supplement.curfewDays", Integer.toString(chance.between(1, 60))));
        }
        if (chance.percent(40)) {
            added.add(w.text(
                    "supplement.medical",
                    chance.oneOf(List.of("Insulin twice a day", "Epilepsy: last seizure this summer"))));
        }
        blocks.add(new Block.Pairs(Optional.of("What is added"), added, false));
        boolean mustNameCharge = w.has(Mistake.UNKNOWN_OFFENCE_CODE) || w.has(Mistake.OFFENCE_CODE_TOO_SHORT);
        if (chance.percent(60) || mustNameCharge) {
            List<Pair> charge = CustodyPaper.charge(w, "offences[1].", chance.oneOf(Charge.all()));
            charge.add(w.text(
                    "offences[1].result", chance.oneOf(List.of("Remanded to the same date", "No separate penalty"))));
            blocks.add(new Block.Items(Optional.of("Further charges"), "Charge", List.of(charge), true));
        }
        CustodyPaper.warnings(w, chance, blocks);
        blocks.add(new Block.Prose(
                "For the designated officer, " + hearing.bench().area() + ". The warrant itself is unchanged."));
    }
}
