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

/** Papers of prison education besides certificates: assessments, and inductions with the plan that follows. */
final class LearningAuthor {

    private static final List<String> PRISONS =
            List.of("HMP Leeds", "HMP Wandsworth", "HMP Bristol", "HMP Hull", "HMP Berwyn");
    private static final List<String> AREAS = List.of("London", "North West", "Yorkshire and the Humber");
    private static final List<String> SUBJECTS =
            List.of("English", "Mathematics", "Digital functional skills", "ESOL", "Reading");
    private static final List<String> LEVELS = List.of("Entry Level 1", "Entry Level 3", "Level 1", "Level 2");
    private static final List<List<String>> GOALS = List.of(
            List.of("Get a licence for a fork-lift truck", "Pass mathematics at Level 1", "Take the safety course"),
            List.of("Write letters to my children without help", "Join the reading group", "Finish English at Level 1"),
            List.of("Work as a baker on release", "Work in the prison bakery", "Write a curriculum vitae"));

    private LearningAuthor() {}

    static Draft assessment(Writing w, Chance chance) {
        LocalDate assessed = chance.weekday(LocalDate.of(2026, 6, 1), 120);
        String prison = chance.oneOf(PRISONS);
        People.Person learner = People.someone(chance);
        w.beginRecord();
        List<Block> blocks = new ArrayList<>();
        if (w.layout() == Layout.LETTER) {
            blocks.add(new Block.Prose(
                    "The person named below was assessed on reception, so that learning can begin at the right level. The"
                            + " scores are out of forty; the level is the one at which the person works now."));
        }
        blocks.add(
                new Block.Pairs(Optional.of("About the person"), learner(w, chance, learner, prison, assessed), true));
        List<Pair> about = new ArrayList<>();
        about.add(w.date("assessedOn", assessed));
        about.add(w.text("assessor", People.someone(chance).name()));
        if (chance.percent(60)) {
            about.add(w.text("priorAttainment", "Entry Level 3 in English"));
        }
        blocks.add(new Block.Pairs(Optional.of("About the day"), about, false));
        List<List<Pair>> results = new ArrayList<>();
        int count = chance.between(2, 4);
        for (int i = 1; i <= count; i++) {
            String at = "assessments[" + i + "].";
            results.add(List.of(
                    w.text(at + "subject", SUBJECTS.get(i - 1)),
                    w.text(at + "level", chance.oneOf(LEVELS)),
                    w.text(at + "score", chance.between(10, 40) + " of 40")));
        }
        blocks.add(new Block.Items(Optional.of("Results"), "Test", results, true));
        List<Pair> rest = new ArrayList<>();
        if (chance.percent(40)) {
            rest.add(w.text("support.needs", "Coloured overlay for reading"));
        }
        rest.add(w.text("careersArea", chance.oneOf(AREAS)));
        blocks.add(new Block.Pairs(Optional.of("What follows"), rest, false));
        return draft(
                w,
                chance,
                w.layout() == Layout.LETTER ? "Initial assessment of learning" : "Education assessment",
                prison,
                blocks,
                assessed,
                "assessment-",
                learner);
    }

    static Draft plan(Writing w, Chance chance) {
        LocalDate inducted = chance.weekday(LocalDate.of(2026, 6, 1), 120);
        String prison = chance.oneOf(PRISONS);
        People.Person learner = People.someone(chance);
        w.beginRecord();
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Block.Pairs(Optional.of("About the person"), learner(w, chance, learner, prison, inducted), true));
        List<Pair> about = new ArrayList<>();
        about.add(w.date("enteredOn", inducted.minusDays(w.has(Mistake.INDUCTION_LATE) ? 45 : chance.between(4, 30))));
        about.add(w.date("inductedOn", inducted));
        about.add(w.text("workOnRelease", chance.oneOf(List.of("Yes", "No", "Not sure"))));
        about.add(w.text("workInterests", chance.oneOf(List.of("Baking and catering", "Warehouse work", "Gardening"))));
        about.add(w.text("workHistory", chance.oneOf(List.of("Kitchen porter for two years", "None"))));
        about.add(w.text("skills", "Patience, working in a team"));
        about.add(w.date("reviewDue", inducted.plusDays(90)));
        blocks.add(new Block.Pairs(Optional.of("Induction"), about, false));
        if (chance.percent(60)) {
            String at = "priorQualifications[1].";
            blocks.add(new Block.Items(
                    Optional.of("Qualifications held"),
                    "Entry",
                    List.of(List.of(
                            w.text(at + "subject", "Food hygiene"),
                            w.text(at + "level", chance.oneOf(LEVELS)),
                            w.text(at + "grade", "Pass"))),
                    true));
        }
        List<List<Pair>> goals = new ArrayList<>();
        int count = chance.between(1, 3);
        for (int i = 1; i <= count; i++) {
            String at = "goals[" + i + "].";
            List<String> goal = GOALS.get(i - 1);
            goals.add(List.of(
                    w.text(at + "title", goal.getFirst()),
                    w.lines(at + "steps", goal.subList(1, goal.size())),
                    w.date(at + "targetDate", inducted.plusDays(60L * i)),
                    w.text(at + "status", "Active")));
        }
        blocks.add(new Block.Items(Optional.of("Goals and steps"), "Plan", goals, false));
        blocks.add(
                new Block.Pairs(Optional.of("On release"), List.of(w.text("careersArea", chance.oneOf(AREAS))), false));
        return draft(
                w,
                chance,
                w.layout() == Layout.TWO_COLUMN ? "Personal learning and work plan" : "Induction and work plan",
                prison,
                blocks,
                inducted,
                "induction-plan-",
                learner);
    }

    private static List<Pair> learner(Writing w, Chance chance, People.Person learner, String prison, LocalDate at) {
        List<Pair> pairs = new ArrayList<>();
        pairs.add(w.person("learner.name", learner));
        w.dateOfBirth("learner.dateOfBirth", chance.dateOfBirth(at, 18, 65), at).ifPresent(pairs::add);
        String uln = Numbers.uln(chance);
        pairs.add(w.text(
                "learner.uln",
                w.has(Mistake.WRONG_ULN_DIGIT)
                        ? uln.substring(0, 9) + (char) ('0' + (uln.charAt(9) - '0' + 1) % 10)
                        : uln));
        pairs.add(w.text("learner.prisonNumber", Numbers.prisonNumber(chance)));
        pairs.add(w.prison("prison.name", prison));
        return pairs;
    }

    private static Draft draft(
            Writing w,
            Chance chance,
            String title,
            String prison,
            List<Block> blocks,
            LocalDate day,
            String stem,
            People.Person learner) {
        return new Draft(
                title,
                List.of(prison, "Learning and skills"),
                List.of(""),
                blocks,
                "Education record",
                Moments.afternoonOf(day, chance),
                w.truth(),
                stem + learner.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"),
                chance.oneOf(Bench.all()).code());
    }
}
