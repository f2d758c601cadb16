package uk.casebridge.testkit.author;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.casebridge.testkit.Mistake;
import uk.casebridge.testkit.draft.Block;
import uk.casebridge.testkit.draft.Block.Pair;
import uk.casebridge.testkit.draft.Draft;

/** Notices that someone held is to be released on bail, some only once a condition is met. */
final class BailAuthor {

    private BailAuthor() {}

    static Draft write(Writing w, Chance chance, int defendants) {
        return CustodyPaper.write(
                w,
                chance,
                defendants,
                switch (w.layout()) {
                    case TABLE -> "Bail from custody";
                    case TWO_COLUMN -> "Notice of release on bail";
                    case LETTER -> "End of custody: bail granted";
                },
                "Urgent: act on receipt",
                "bail-from-custody-",
                (hearing, blocks) -> defendant(w, chance, hearing, blocks));
    }

    private static void defendant(Writing w, Chance chance, CustodyPaper.Hearing hearing, List<Block> blocks) {
        People.Person person = People.someone(chance);
        Bench bench = hearing.bench();
        LocalDate heard = hearing.date();
        blocks.add(new Block.Prose(
                switch (w.layout()) {
                    case TABLE -> "To the governor: discharge this prisoner today unless detained for another reason.";
                    case TWO_COLUMN ->
                        "The court has ended the remand of the person shown. Discharge without delay, unless detained"
                                + " for another reason.";
                    case LETTER ->
                        "To the governor or director of the establishment named below. The court has granted bail to"
                                + " the person named. You are directed to release on bail that person forthwith, unless"
                                + " detained for another reason, once anything required before release is met.";
                }));
        List<Pair> pairs = CustodyPaper.particulars(
                w, chance, hearing, person, chance.dateOfBirth(heard, 18, 70), bench.prisonFor(person));
        if (chance.percent(60)) {
            pairs.add(w.text("defendant.prisonNumber", Numbers.prisonNumber(chance)));
        }
        blocks.add(new Block.Pairs(Optional.of("The prisoner"), pairs, true));
        List<Pair> bail = new ArrayList<>();
        boolean bare = w.has(Mistake.CONDITIONAL_BAIL_WITHOUT_CONDITIONS);
        boolean conditional = chance.percent(70) || bare;
        bail.add(w.text("bail.decision", conditional ? "Conditional bail" : "Unconditional bail"));
        bail.add(w.text(
                "bail.reason",
                chance.oneOf(List.of(
                        "The prosecutor's appeal against bail was dismissed.",
                        "The prosecutor gave up the appeal against bail.",
                        "The custody time limit ran out and was not extended.",
                        "A further application for bail was granted."))));
        if (conditional && !bare) {
            bail.add(w.lines(
                    "bail.conditions",
                    List.of(
                            "To live and sleep each night at the address above.",
                            "Curfew from 19:00 to 07:00, electronically monitored.",
                            "Not to contact any prosecution witness.")));
            if (chance.percent(40)) {
                bail.add(w.lines(
                        "bail.beforeRelease",
                        List.of(chance.oneOf(List.of(
                                "Passport to be handed to the police.",
                                "One surety of £500 to be taken.",
                                "Security of £1,000 to be lodged with the court.")))));
            }
        }
        bail.add(w.moment(
                "nextHearing.at", chance.weekday(heard.plusDays(7), 21), LocalTime.of(chance.between(9, 14), 0)));
        bail.add(w.text("nextHearing.court", chance.percent(50) ? bench.crownCourt() : bench.name()));
        blocks.add(new Block.Pairs(Optional.of("What was decided"), bail, false));
        List<List<Pair>> charges = new ArrayList<>();
        int count = chance.between(1, 3);
        for (int i = 1; i <= count; i++) {
            charges.add(CustodyPaper.charge(w, "offences[" + i + "].", chance.oneOf(Charge.all())));
        }
        blocks.add(new Block.Items(Optional.of("Matters on which bail is granted"), "Charge", charges, true));
    }
}
