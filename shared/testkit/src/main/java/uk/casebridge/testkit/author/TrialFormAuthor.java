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

/** The forms on which parties say how a trial is to be prepared: one case, its defendants, its witnesses. */
final class TrialFormAuthor {

    private static final List<String> FIRMS =
            List.of("Holt and Meredith LLP", "Castle Street Chambers", "Duty solicitor", "Not represented");
    private static final List<List<String>> ISSUES = List.of(
            List.of("Identification: the defendant says he was elsewhere."),
            List.of("Self-defence: who struck first.", "Whether the injury came from the blow."),
            List.of("Dishonesty: the defendant thought the goods were paid for."));

    private TrialFormAuthor() {}

    static Draft caseManagement(Writing w, Chance chance, int defendants) {
        Bench bench = chance.oneOf(Bench.all());
        LocalDate sent = chance.weekday(LocalDate.of(2026, 9, 1), 70);
        String urn = Numbers.urn(chance, bench.urnHead());
        w.beginRecord();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Prose(
                switch (w.layout()) {
                    case TABLE -> "Part 1, to be completed by the parties and the court when the case is sent.";
                    case TWO_COLUMN -> "Completed at the sending hearing for the judge at the Crown Court.";
                    case LETTER ->
                        "The parties have told the court what follows, so that the judge can manage the case from the"
                                + " first hearing at the Crown Court. Nothing here is evidence of a plea.";
                }));
        List<Pair> about = new ArrayList<>();
        about.add(w.text("court.name", w.courtName(bench)));
        about.add(w.text("receivingCourt.name", bench.crownCourt()));
        about.add(w.urn("case.urn", urn));
        about.add(w.date("hearing.date", sent));
        about.add(w.moment(
                "nextHearing.at",
                sent.plusDays(w.has(Mistake.PTPH_TOO_LATE) ? 42 : 28),
                LocalTime.of(chance.between(9, 14), 30)));
        about.add(w.text("prosecutor", People.someone(chance).name()));
        about.add(w.text("trial.estimate", chance.between(2, 8) + " days"));
        if (chance.percent(20)) {
            about.add(w.text("interpreter", chance.oneOf(List.of("Polish", "Cantonese", "Welsh"))));
        }
        blocks.add(new Block.Pairs(Optional.of("The case"), about, true));
        for (int i = 1; i <= defendants; i++) {
            String path = "defendants[" + i + "].";
            List<Pair> pairs = person(w, chance, path, sent);
            boolean custody = chance.percent(40) || w.has(Mistake.CUSTODY_WITHOUT_TIME_LIMIT);
            pairs.add(w.text(path + "bailStatus", custody ? "Remanded in custody" : "Unconditional bail"));
            if (custody && !w.has(Mistake.CUSTODY_WITHOUT_TIME_LIMIT)) {
                pairs.add(w.date(path + "custodyTimeLimit", w.timeLimit(sent, 182)));
            }
            blocks.add(new Block.Pairs(
                    Optional.of(defendants == 1 ? "The accused" : "Accused " + i + " of " + defendants), pairs, true));
            List<List<Pair>> counts = new ArrayList<>();
            int count = chance.between(1, 3);
            for (int k = 1; k <= count; k++) {
                String at = path + "offences[" + k + "].";
                Charge charge = chance.oneOf(Charge.all());
                counts.add(List.of(
                        w.offenceCode(at + "code", charge),
                        w.text(at + "title", charge.title()),
                        w.text(
                                at + "likelyPlea",
                                chance.oneOf(List.of("Not guilty", "Guilty", "Guilty to a lesser offence")))));
            }
            blocks.add(new Block.Items(Optional.of("Pleas to be expected"), "Allegation", counts, true));
        }
        List<Pair> trial = new ArrayList<>();
        trial.add(w.lines("trial.issues", chance.oneOf(ISSUES)));
        preparation(w, chance, sent, trial);
        trial.add(w.text("trial.datesToAvoid", "Counsel is away from " + w.words(sent.plusDays(90))));
        blocks.add(new Block.Pairs(Optional.of("Preparing the trial"), trial, false));
        witnesses(w, chance, "issue", List.of("Identification", "Injuries", "Arrest and interview"), blocks);
        blocks.add(new Block.Prose("Completed in court and confirmed by both advocates."));
        return draft(
                w,
                chance,
                bench,
                sent,
                urn,
                switch (w.layout()) {
                    case TABLE -> "Better Case Management form";
                    case TWO_COLUMN -> "BCM form";
                    case LETTER -> "Better Case Management: information for the Crown Court";
                },
                "bcm-form-",
                blocks);
    }

    static Draft effectiveTrial(Writing w, Chance chance, int defendants) {
        Bench bench = chance.oneOf(Bench.all());
        LocalDate heard = chance.weekday(LocalDate.of(2026, 9, 1), 70);
        String urn = Numbers.urn(chance, bench.urnHead());
        w.beginRecord();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Prose(
                switch (w.layout()) {
                    case TABLE -> "For use where a not guilty plea is entered and a summary trial is fixed.";
                    case TWO_COLUMN -> "Completed by both parties at the hearing at which the trial was fixed.";
                    case LETTER ->
                        "A plea of not guilty was entered and the trial fixed as shown. The parties settled the"
                                + " following with the court; each must tell the court at once if anything changes.";
                }));
        List<Pair> about = new ArrayList<>();
        about.add(w.text("court.name", w.courtName(bench)));
        if (w.layout() == Layout.TABLE) {
            about.add(w.text("court.code", bench.code()));
        }
        about.add(w.urn("case.urn", urn));
        about.add(w.date("hearing.date", heard));
        about.add(
                w.moment("trial.at", chance.weekday(heard.plusDays(30), 60), LocalTime.of(chance.between(9, 14), 30)));
        about.add(w.text("trial.estimate", chance.oneOf(List.of("Half a day", "One day", "Two hours"))));
        about.add(w.text("prosecutor", People.someone(chance).name()));
        if (chance.percent(20)) {
            about.add(w.text("interpreter", chance.oneOf(List.of("Polish", "Cantonese", "Welsh"))));
        }
        blocks.add(new Block.Pairs(Optional.of("The trial"), about, true));
        for (int i = 1; i <= defendants; i++) {
            String path = "defendants[" + i + "].";
            blocks.add(new Block.Pairs(
                    Optional.of(defendants == 1 ? "The accused" : "Accused " + i + " of " + defendants),
                    person(w, chance, path, heard),
                    true));
            List<List<Pair>> charges = new ArrayList<>();
            int count = chance.between(1, 2);
            for (int k = 1; k <= count; k++) {
                String at = path + "offences[" + k + "].";
                Charge charge = chance.oneOf(Charge.all());
                charges.add(List.of(
                        w.offenceCode(at + "code", charge),
                        w.text(at + "title", charge.title()),
                        w.text(at + "plea", "Not guilty")));
            }
            blocks.add(new Block.Items(Optional.of("To be tried"), "Allegation", charges, true));
        }
        List<Pair> trial = new ArrayList<>();
        if (!w.has(Mistake.TRIAL_WITHOUT_ISSUES)) {
            trial.add(w.lines("trial.issues", chance.oneOf(ISSUES)));
        }
        trial.add(w.lines(
                "trial.admissions",
                List.of("Continuity of the exhibits is agreed.", "The interview need not be read.")));
        preparation(w, chance, heard, trial);
        blocks.add(new Block.Pairs(Optional.of("What was settled"), trial, false));
        witnesses(w, chance, "calledBy", List.of("Prosecution", "Defence"), blocks);
        blocks.add(new Block.Prose(
                "Each party must tell the court at once of anything that puts the trial date at risk."));
        return draft(
                w,
                chance,
                bench,
                heard,
                urn,
                switch (w.layout()) {
                    case TABLE -> "Preparation for Effective Trial";
                    case TWO_COLUMN -> "PET form";
                    case LETTER -> "Preparation for trial in a magistrates' court";
                },
                "pet-form-",
                blocks);
    }

    private static List<Pair> person(Writing w, Chance chance, String path, LocalDate heard) {
        List<Pair> pairs = new ArrayList<>();
        pairs.add(w.person(path + "name", People.someone(chance)));
        w.dateOfBirth(path + "dateOfBirth", chance.dateOfBirth(heard, 18, 70), heard)
                .ifPresent(pairs::add);
        pairs.add(w.text(path + "representative", chance.oneOf(FIRMS)));
        return pairs;
    }

    private static void preparation(Writing w, Chance chance, LocalDate from, List<Pair> pairs) {
        if (chance.percent(50)) {
            pairs.add(w.text("trial.expertEvidence", "Cell site analyst, report by " + w.words(from.plusDays(21))));
        }
        if (chance.percent(50)) {
            pairs.add(w.text("trial.specialMeasures", "Screens for the complainant"));
        }
        pairs.add(w.text("trial.disclosure", "Schedule served by " + w.words(from.plusDays(14))));
    }

    private static void witnesses(Writing w, Chance chance, String why, List<String> reasons, List<Block> blocks) {
        List<List<Pair>> all = new ArrayList<>();
        int count = chance.between(1, 4);
        for (int i = 1; i <= count; i++) {
            String at = "witnesses[" + i + "].";
            all.add(List.of(
                    w.person(at + "name", People.someone(chance)),
                    w.text(at + why, chance.oneOf(reasons)),
                    w.text(at + "time", chance.between(1, 6) * 10 + " minutes")));
        }
        blocks.add(new Block.Items(Optional.of("Who is to give evidence"), "Person", all, true));
    }

    private static Draft draft(
            Writing w,
            Chance chance,
            Bench bench,
            LocalDate day,
            String urn,
            String title,
            String stem,
            List<Block> blocks) {
        return new Draft(
                title,
                List.of(bench.name(), bench.address()),
                List.of(bench.area()),
                blocks,
                "Case " + urn,
                Moments.afternoonOf(day, chance),
                w.truth(),
                stem + urn.toLowerCase(Locale.ROOT),
                bench.code());
    }
}
