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

/** Notices of sending: one case, one to six defendants, each with offences of their own. */
final class SendingNoticeAuthor {

    private SendingNoticeAuthor() {}

    static Draft write(Writing w, Chance chance, int defendants) {
        Bench bench = chance.oneOf(Bench.all());
        LocalDate sent = chance.weekday(LocalDate.of(2026, 9, 1), 70);
        String urn = Numbers.urn(chance, bench.urnHead());
        w.beginRecord();
        List<Block> blocks = new ArrayList<>();
        if (w.layout() == Layout.LETTER) {
            blocks.add(new Block.Prose("To the listing officer, " + bench.crownCourt()));
            blocks.add(new Block.Prose(
                    "I give notice that the court named above has today sent the defendants named below to"
                            + " the Crown Court for trial under the Crime and Disorder Act 1998. The initial details of the"
                            + " prosecution case and a record of the bail decisions are enclosed."));
        }
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
        about.add(w.date("hearing.date", sent));
        about.add(w.text("statute", "Section 51 of the Crime and Disorder Act 1998"));
        about.add(w.date("issuedOn", sent));
        if (!w.has(Mistake.SENT_WITHOUT_HEARING)) {
            about.add(w.moment(
                    "nextHearing.at",
                    sent.plusDays(w.has(Mistake.SENT_TO_A_LATE_HEARING) ? 42 : 28),
                    LocalTime.of(chance.between(9, 14), 30)));
        }
        if (chance.percent(30)) {
            about.add(w.text(
                    "reportingRestrictions",
                    "Section 45 of the Youth Justice and Criminal Evidence Act 1999 applies to the complainant."));
        }
        if (chance.percent(20)) {
            about.add(w.text("interpreter", chance.oneOf(List.of("Polish", "Cantonese", "Welsh"))));
        }
        blocks.add(new Block.Pairs(Optional.of("The case"), about, true));
        for (int i = 1; i <= defendants; i++) {
            defendant(w, chance, bench, sent, i, defendants, blocks);
        }
        if (w.layout() == Layout.LETTER) {
            blocks.add(new Block.Prose("Please acknowledge receipt. Signed on behalf of the designated officer for "
                    + bench.area() + "."));
        }
        return new Draft(
                "Notice of sending for Crown Court trial",
                List.of(bench.name(), bench.address()),
                List.of("CrimPR 9.5"),
                blocks,
                "Notice of sending " + urn,
                Moments.afternoonOf(sent, chance),
                w.truth(),
                "sending-notice-" + urn.toLowerCase(java.util.Locale.ROOT),
                bench.code());
    }

    private static void defendant(
            Writing w, Chance chance, Bench bench, LocalDate sent, int number, int of, List<Block> blocks) {
        String path = "defendants[" + number + "].";
        People.Person person = People.someone(chance);
        List<Pair> pairs = new ArrayList<>();
        pairs.add(w.person(path + "name", person));
        w.dateOfBirth(path + "dateOfBirth", chance.dateOfBirth(sent, 18, 70), sent)
                .ifPresent(pairs::add);
        pairs.add(w.lines(path + "address", People.address(chance)));
        pairs.add(w.asn(path + "asn", Numbers.asn(chance, bench.urnHead())));
        if (chance.percent(70) || w.has(Mistake.WRONG_PNC_LETTER)) {
            pairs.add(w.pncId(path + "pncId", Numbers.pncId(chance)));
        }
        if (chance.percent(30)) {
            pairs.add(w.text(path + "croNumber", Numbers.croNumber(chance)));
        }
        int bail = w.has(Mistake.CUSTODY_WITHOUT_TIME_LIMIT) || w.has(Mistake.TIME_LIMIT_TOO_LATE)
                ? 0
                : w.has(Mistake.SENT_ON_BAIL_WITHOUT_CONDITIONS) ? 1 : chance.between(0, 2);
        switch (bail) {
            case 0 -> {
                pairs.add(w.text(path + "bailStatus", "Remanded in custody"));
                if (!w.has(Mistake.CUSTODY_WITHOUT_TIME_LIMIT)) {
                    pairs.add(w.date(path + "custodyTimeLimit", w.timeLimit(sent, 182)));
                }
            }
            case 1 -> {
                pairs.add(w.text(path + "bailStatus", "Conditional bail"));
                if (!w.has(Mistake.SENT_ON_BAIL_WITHOUT_CONDITIONS)) {
                    pairs.add(w.lines(
                            path + "bailConditions",
                            List.of(
                                    "To live and sleep each night at the address above.",
                                    "Not to contact directly or indirectly any prosecution witness.",
                                    "Not to go within 100 metres of the scene of the alleged offence, "
                                            + "save to attend court or by prior appointment with a solicitor.")));
                }
            }
            default -> pairs.add(w.text(path + "bailStatus", "Unconditional bail"));
        }
        blocks.add(new Block.Pairs(
                Optional.of(of == 1 ? "About the person sent" : "Person " + number + " of " + of), pairs, true));
        List<List<Pair>> offences = new ArrayList<>();
        int count = chance.between(1, 3);
        for (int i = 1; i <= count; i++) {
            String at = path + "offences[" + i + "].";
            Charge charge = chance.oneOf(Charge.all());
            LocalDate day = sent.minusDays(chance.between(2, 200));
            offences.add(List.of(
                    w.offenceCode(at + "code", charge),
                    w.text(at + "title", charge.title()),
                    w.text(at + "wording", charge.wordingAt(w.words(day), "Market Place")),
                    w.date(at + "date", day),
                    w.text(at + "plea", chance.oneOf(List.of("Not guilty", "No indication", "Guilty")))));
        }
        blocks.add(new Block.Items(Optional.of("Matters sent"), "Charge", offences, true));
    }
}
