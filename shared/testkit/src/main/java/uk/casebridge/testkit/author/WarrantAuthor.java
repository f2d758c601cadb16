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

/** Warrants that commit to prison: on remand, or to serve a sentence. One record for each defendant. */
final class WarrantAuthor {

    private WarrantAuthor() {}

    static Draft remand(Writing w, Chance chance, int defendants) {
        return write(w, chance, defendants, true);
    }

    static Draft sentence(Writing w, Chance chance, int defendants) {
        return write(w, chance, defendants, false);
    }

    private static Draft write(Writing w, Chance chance, int defendants, boolean remand) {
        Bench bench = chance.oneOf(Bench.all());
        LocalDate heard = chance.weekday(LocalDate.of(2026, 9, 1), 70);
        String urn = Numbers.urn(chance, bench.urnHead());
        List<Block> blocks = new ArrayList<>();
        for (int i = 1; i <= defendants; i++) {
            if (i > 1) {
                blocks.add(new Block.NewPage());
            }
            w.beginRecord();
            defendant(w, chance, bench, heard, urn, remand, blocks);
        }
        String title = remand
                ? w.layout() == Layout.LETTER ? "Warrant of commitment on remand" : "Remand warrant"
                : w.layout() == Layout.LETTER ? "Warrant of commitment on sentence" : "Warrant for custodial sentence";
        return new Draft(
                title,
                List.of(bench.name(), bench.address()),
                List.of(bench.area(), "Case " + urn),
                blocks,
                "To be carried with the prisoner",
                Moments.afternoonOf(heard, chance),
                w.truth(),
                (remand ? "remand-warrant-" : "custodial-warrant-") + urn.toLowerCase(Locale.ROOT),
                bench.code());
    }

    private static void defendant(
            Writing w, Chance chance, Bench bench, LocalDate heard, String urn, boolean remand, List<Block> blocks) {
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
        List<Pair> pairs = new ArrayList<>();
        pairs.add(w.text("court.name", w.courtName(bench)));
        if (w.layout() != Layout.LETTER) {
            pairs.add(w.text("court.code", bench.code()));
        }
        pairs.add(w.urn("cases[1].urn", urn));
        pairs.add(w.date("hearing.date", heard));
        pairs.add(w.date("issuedOn", heard));
        pairs.add(w.prison("prison.name", bench.prisonFor(person)));
        pairs.add(w.person("defendant.name", person));
        w.dateOfBirth("defendant.dateOfBirth", chance.dateOfBirth(heard, 21, 70), heard)
                .ifPresent(pairs::add);
        pairs.add(w.text("defendant.gender", person.gender()));
        pairs.add(w.lines("defendant.address", People.address(chance)));
        pairs.add(w.asn("defendant.asn", Numbers.asn(chance, bench.urnHead())));
        if (chance.percent(70) || w.has(Mistake.WRONG_PNC_LETTER)) {
            pairs.add(w.pncId("defendant.pncId", Numbers.pncId(chance)));
        }
        blocks.add(new Block.Pairs(Optional.of(remand ? "Particulars" : "Particulars of the commitment"), pairs, true));
        blocks.add(remand ? remanded(w, chance, bench, heard) : sentenced(w, chance));
        List<List<Pair>> offences = new ArrayList<>();
        int count = chance.between(1, 4);
        for (int i = 1; i <= count; i++) {
            String at = "offences[" + i + "].";
            Charge charge = chance.oneOf(Charge.all());
            List<Pair> offence = new ArrayList<>();
            offence.add(w.offenceCode(at + "code", charge));
            offence.add(w.text(at + "title", charge.title()));
            if (!remand) {
                offence.add(w.text(at + "sentence", chance.between(2, 26) + " weeks' imprisonment"));
                offence.add(w.text(
                        at + "served",
                        w.has(Mistake.CONCURRENT_AND_CONSECUTIVE)
                                ? "Concurrent, consecutive to charge 1"
                                : i == 1
                                        ? "Concurrent"
                                        : chance.oneOf(List.of("Concurrent", "Consecutive to charge 1"))));
                offence.add(w.date(at + "convictionDate", heard.minusDays(chance.between(0, 30))));
            }
            offences.add(List.copyOf(offence));
        }
        blocks.add(new Block.Items(
                Optional.of(remand ? "Charges before the court" : "Sentences passed"), "Charge", offences, true));
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

    private static Block remanded(Writing w, Chance chance, Bench bench, LocalDate heard) {
        List<Pair> pairs = new ArrayList<>();
        LocalDate next = chance.weekday(heard.plusDays(5), 22);
        pairs.add(w.moment("nextHearing.at", next, LocalTime.of(chance.between(9, 14), 0)));
        pairs.add(w.text("nextHearing.court", chance.percent(50) ? bench.crownCourt() : bench.name()));
        if (!w.has(Mistake.CUSTODY_WITHOUT_TIME_LIMIT)) {
            pairs.add(w.date("defendant.custodyTimeLimit", heard.plusDays(56)));
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
