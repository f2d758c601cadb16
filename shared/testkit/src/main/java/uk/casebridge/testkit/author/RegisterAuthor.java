package uk.casebridge.testkit.author;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.casebridge.testkit.Layout;
import uk.casebridge.testkit.Mistake;
import uk.casebridge.testkit.draft.Block;
import uk.casebridge.testkit.draft.Block.Pair;
import uk.casebridge.testkit.draft.Draft;

/** Prison Court Registers: everything ordered for a defendant at a hearing. One record for each defendant. */
final class RegisterAuthor {

    private RegisterAuthor() {}

    static Draft write(Writing w, Chance chance, int defendants) {
        Bench bench = chance.oneOf(Bench.all());
        LocalDate heard = chance.weekday(LocalDate.of(2026, 9, 1), 70);
        String urn = Numbers.urn(chance, bench.urnHead());
        String court = w.courtName(bench);
        List<Block> blocks = new ArrayList<>();
        for (int i = 1; i <= defendants; i++) {
            if (i > 1) {
                blocks.add(new Block.NewPage());
            }
            w.beginRecord();
            w.note("court.name", court);
            w.note("court.address", bench.address());
            w.note("court.lja", bench.area() + " Magistrates' Court");
            w.note("generatedOn", heard.toString());
            defendant(w, chance, bench, heard, urn, blocks);
        }
        return new Draft(
                w.layout() == Layout.TWO_COLUMN ? "" : "Prison Court Register",
                List.of(court, bench.address()),
                List.of(
                        w.label("generatedOn") + ": " + w.words(heard),
                        w.label("court.lja") + ": " + bench.area() + " Magistrates' Court"),
                blocks,
                "",
                Moments.afternoonOf(heard, chance),
                w.truth(),
                "register-" + urn.toLowerCase(Locale.ROOT),
                bench.code());
    }

    private static void defendant(
            Writing w, Chance chance, Bench bench, LocalDate heard, String urn, List<Block> blocks) {
        People.Person person = People.someone(chance);
        LocalDate born = chance.dateOfBirth(heard, 21, 70);
        if (w.layout() == Layout.LETTER) {
            blocks.add(new Block.Prose(
                    "For the governor: these are the orders that the court made today about the person named below."));
        }
        List<Pair> pairs = new ArrayList<>();
        pairs.add(w.person("defendant.name", person));
        pairs.add(w.lines("defendant.address", People.address(chance)));
        w.dateOfBirth("defendant.dateOfBirth", born, heard).ifPresent(pairs::add);
        pairs.add(w.text(
                "defendant.age", Integer.toString(Period.between(born, heard).getYears())));
        pairs.add(w.text("defendant.gender", person.gender()));
        pairs.add(chance.percent(60) ? w.text("defendant.nationality", "British") : w.empty("defendant.nationality"));
        pairs.add(
                chance.percent(30)
                        ? w.text("defendant.aliases", People.someone(chance).name())
                        : w.empty("defendant.aliases"));
        pairs.add(w.empty("defendant.parentOrGuardian.name"));
        pairs.add(w.empty("defendant.parentOrGuardian.address"));
        pairs.add(w.urn("cases[1].urn", urn));
        pairs.add(w.date("hearing.date", heard));
        pairs.add(w.asn("defendant.asn", Numbers.asn(chance, bench.urnHead())));
        pairs.add(w.text("defendant.attendance", chance.oneOf(List.of("In person", "By video link"))));
        pairs.add(chance.percent(50) ? w.text("solicitor", "Price & Partners LLP") : w.empty("solicitor"));
        pairs.add(w.text("prosecutor", "Crown Prosecution Service"));
        pairs.add(w.text("hearing.jurisdiction", "MAGISTRATES"));
        pairs.add(w.text("hearing.type", chance.oneOf(List.of("First hearing", "Sentence", "Trial"))));
        pairs.add(w.text(
                "defendant.custodyStatus", chance.oneOf(List.of("Custody", "Remanded in custody", "Not Applicable"))));
        pairs.add(w.empty("officerInCase"));
        blocks.add(new Block.Pairs(Optional.empty(), pairs, true));
        List<List<Pair>> offences = new ArrayList<>();
        int count = chance.between(1, 4);
        for (int i = 1; i <= count; i++) {
            offences.add(offence(w, chance, heard, "offences[" + i + "]."));
        }
        blocks.add(new Block.Items(Optional.of("Offences"), "Charge", offences, false));
    }

    private static List<Pair> offence(Writing w, Chance chance, LocalDate heard, String at) {
        Charge charge = chance.oneOf(Charge.all());
        String wording = charge.wordingAt(w.words(heard.minusDays(chance.between(3, 90))), "Market Place");
        boolean convicted = chance.percent(70) || w.has(Mistake.VERDICT_WITHOUT_CONVICTION_DATE);
        boolean trial = w.has(Mistake.VERDICT_WITHOUT_CONVICTION_DATE) || chance.percent(40);
        List<Pair> offence = new ArrayList<>();
        offence.add(w.offenceCode(at + "code", charge));
        offence.add(w.text(at + "title", charge.title()));
        offence.add(w.printed(at + "wording", wording, wording, charge.legislation()));
        w.note(at + "legislation", charge.legislation());
        String plea = trial ? "NOT_GUILTY" : "GUILTY";
        w.note(at + "pleaDate", heard.toString());
        offence.add(w.printed(at + "plea", plea, plea + ", " + w.words(heard)));
        offence.add(w.empty(at + "indicatedPlea"));
        offence.add(convicted && trial ? w.text(at + "verdict", "Found guilty") : w.empty(at + "verdict"));
        offence.add(w.text(
                at + "allocationDecision",
                chance.oneOf(List.of("Summary-only offence", "Court directs trial by jury", "No mode of trial"))));
        offence.add(
                convicted && !w.has(Mistake.VERDICT_WITHOUT_CONVICTION_DATE)
                        ? w.date(at + "convictionDate", heard)
                        : w.empty(at + "convictionDate"));
        int results = chance.between(1, 2);
        for (int r = 1; r <= results; r++) {
            offence.add(w.lines(at + "results[" + r + "].text", result(chance, convicted, r, at)));
        }
        return List.copyOf(offence);
    }

    private static List<String> result(Chance chance, boolean convicted, int number, String at) {
        if (!convicted) {
            return number == 1
                    ? List.of(
                            "RI - Remanded in custody",
                            "Remanded in custody. Reason: the defendant is likely to fail to surrender and to commit"
                                    + " further offences, having regard to previous convictions and the absence of community"
                                    + " ties. Custody time limit expires after 56 days.")
                    : List.of("ADJ - Adjournment", "Adjourned for legal advice and representation.");
        }
        return number == 1
                ? List.of(
                        "IMP - Imprisonment",
                        "Committed to prison for " + chance.between(2, 6)
                                + " months"
                                // Of several sentences all but the first say how they are served.
                                + (at.startsWith("offences[1]") ? "" : ", concurrent")
                                + ". Reason: the offence is so serious that"
                                + " only a custodial sentence can be justified, having been committed on bail against a lone"
                                + " worker. Bail remand days to count (tagged days): 0. Total custodial period: "
                                + chance.between(6, 12) + " months.")
                : List.of("FVS - Surcharge", "To pay victim surcharge of £154.00.");
    }
}
