package uk.casebridge.testkit.author;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.casebridge.testkit.Layout;
import uk.casebridge.testkit.Mistake;
import uk.casebridge.testkit.draft.Block;
import uk.casebridge.testkit.draft.Block.Pair;
import uk.casebridge.testkit.draft.Draft;

/** Warrants that commit to prison: on remand, or to serve a sentence. One record for each defendant. */
final class WarrantAuthor {

    private static final String FOOTER = "To be carried with the prisoner";

    private WarrantAuthor() {}

    static Draft remand(Writing w, Chance chance, int defendants) {
        return CustodyPaper.write(
                w,
                chance,
                defendants,
                w.layout() == Layout.LETTER ? "Warrant of commitment on remand" : "Remand warrant",
                FOOTER,
                "remand-warrant-",
                (hearing, blocks) -> defendant(w, chance, hearing, true, blocks));
    }

    static Draft sentence(Writing w, Chance chance, int defendants) {
        return CustodyPaper.write(
                w,
                chance,
                defendants,
                w.layout() == Layout.LETTER ? "Warrant of commitment on sentence" : "Warrant for custodial sentence",
                FOOTER,
                "custodial-warrant-",
                (hearing, blocks) -> defendant(w, chance, hearing, false, blocks));
    }

    private static void defendant(
            Writing w, Chance chance, CustodyPaper.Hearing hearing, boolean remand, List<Block> blocks) {
        People.Person person = People.someone(chance);
        if (w.layout() == Layout.LETTER) {
            blocks.add(new Block.Prose(
                    remand
                            ? "To the constables of the police area and to the governor of the establishment named below: the"
                                    + " person named in this warrant is remanded in custody. You, the constables, are required to"
                                    + " take that person there, and you, the governor, to keep that person until the hearing or"
                                    + " until otherwise delivered in due course of law."
                            : "To the constables of the police area and to the governor of the establishment named below: the"
                                    + " person named in this warrant has been sentenced and is committed to prison for the term"
                                    + " stated. You are required to take and keep that person accordingly."));
        }
        List<Pair> pairs = CustodyPaper.particulars(
                w,
                chance,
                hearing,
                person,
                w.has(Mistake.IMPRISONED_UNDER_21)
                        ? hearing.date().minusYears(18).minusDays(40)
                        : chance.dateOfBirth(hearing.date(), 21, 70),
                hearing.bench().prisonFor(person));
        blocks.add(new Block.Pairs(Optional.of(remand ? "Particulars" : "Particulars of the commitment"), pairs, true));
        blocks.add(remand ? remanded(w, chance, hearing) : sentenced(w, chance));
        List<List<Pair>> offences = new ArrayList<>();
        int count = chance.between(1, 4);
        for (int i = 1; i <= count; i++) {
            offences.add(
                    remand
                            ? CustodyPaper.charge(w, "offences[" + i + "].", chance.oneOf(Charge.all()))
                            : CustodyPaper.sentenced(w, chance, i, hearing.date(), "imprisonment"));
        }
        blocks.add(new Block.Items(
                Optional.of(remand ? "Charges before the court" : "Sentences passed"), "Charge", offences, true));
        CustodyPaper.warnings(w, chance, blocks);
    }

    private static Block remanded(Writing w, Chance chance, CustodyPaper.Hearing hearing) {
        Bench bench = hearing.bench();
        LocalDate heard = hearing.date();
        List<Pair> pairs = new ArrayList<>();
        LocalDate next = chance.weekday(heard.plusDays(5), 22);
        pairs.add(w.moment("nextHearing.at", next, LocalTime.of(chance.between(9, 14), 0)));
        pairs.add(w.text("nextHearing.court", chance.percent(50) ? bench.crownCourt() : bench.name()));
        if (!w.has(Mistake.CUSTODY_WITHOUT_TIME_LIMIT)) {
            pairs.add(w.date("defendant.custodyTimeLimit", w.timeLimit(heard, 56)));
        }
        pairs.add(w.text(
                "remand.reason",
                chance.oneOf(List.of(
                        "Substantial grounds to believe the defendant would fail to surrender: previous failures, no fixed"
                                + " address and the strength of the evidence.",
                        "Substantial grounds to believe the defendant would commit further offences while on bail."))));
        return new Block.Pairs(Optional.of("Remand"), pairs, false);
    }

    private static Block sentenced(Writing w, Chance chance) {
        return new Block.Pairs(
                Optional.of("The term"),
                List.of(
                        w.text("sentence.total", chance.between(3, 12) + " months' imprisonment"),
                        w.text("sentence.remandDays", Integer.toString(chance.between(0, 60)))),
                false);
    }
}
