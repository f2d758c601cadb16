package uk.casebridge.testkit.author;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.casebridge.testkit.Mistake;
import uk.casebridge.testkit.draft.Block;
import uk.casebridge.testkit.draft.Block.Pair;
import uk.casebridge.testkit.draft.Draft;

/** Warrants of detention: for those under 18 a detention and training order, from 18 to 20 a young offender institution. */
final class DetentionAuthor {

    private static final List<String> FOR_CHILDREN = List.of("HMYOI Feltham A", "HMYOI Wetherby", "HMYOI Werrington");
    private static final List<String> FOR_YOUNG_MEN = List.of("HMYOI Feltham B", "HMP Isis", "HMP Brinsford");
    private static final List<String> TEAMS =
            List.of("Bexley Youth Justice Service", "Leeds Youth Justice Service", "Bristol Youth Offending Team");

    private DetentionAuthor() {}

    static Draft write(Writing w, Chance chance, int defendants) {
        return CustodyPaper.write(
                w,
                chance,
                defendants,
                switch (w.layout()) {
                    case TABLE -> "Warrant of detention";
                    case TWO_COLUMN -> "Warrant of commitment to detention";
                    case LETTER -> "Warrant of detention of a young person";
                },
                "To accompany the young person",
                "detention-warrant-",
                (hearing, blocks) -> defendant(w, chance, hearing, blocks));
    }

    private static void defendant(Writing w, Chance chance, CustodyPaper.Hearing hearing, List<Block> blocks) {
        People.Person person = People.someone(chance);
        boolean child = chance.percent(50) || w.has(Mistake.TRAINING_TERM_TOO_LONG);
        LocalDate heard = hearing.date();
        blocks.add(new Block.Prose(
                switch (w.layout()) {
                    case TABLE -> "To the officer in charge of the escort and the governor of the place named below.";
                    case TWO_COLUMN ->
                        "You are to convey the young person to the accommodation named and there to detain"
                                + " the young person for the period shown.";
                    case LETTER ->
                        "The young person named below has been convicted and ordered to be detained. You, the"
                                + " escort, are required to take the young person to the institution named, and you, the"
                                + " governor or director, to receive and detain the young person as the order says.";
                }));
        List<Pair> pairs = CustodyPaper.particulars(
                w,
                chance,
                hearing,
                person,
                chance.dateOfBirth(heard, child ? 14 : 18, child ? 16 : 19),
                child
                        ? chance.oneOf(FOR_CHILDREN)
                        : person.woman() ? hearing.bench().prisonFor(person) : chance.oneOf(FOR_YOUNG_MEN));
        if (child) {
            pairs.add(w.person("defendant.parentOrGuardian.name", People.someone(chance)));
        }
        blocks.add(new Block.Pairs(Optional.of("The young person and the court"), pairs, true));
        List<Pair> order = new ArrayList<>();
        int months = w.has(Mistake.TRAINING_TERM_TOO_LONG) ? 30 : 2 * chance.between(2, 12);
        order.add(w.text(
                "detention.order",
                child ? "Detention and training order" : "Detention in a young offender institution"));
        order.add(w.text("sentence.total", months + " months"));
        order.add(w.text("sentence.remandDays", Integer.toString(chance.between(0, 60))));
        if (child) {
            order.add(w.date("detention.supervisionFrom", heard.plusMonths(months / 2)));
            order.add(w.text("detention.youthTeam", chance.oneOf(TEAMS)));
        }
        blocks.add(new Block.Pairs(Optional.of("What the court ordered"), order, false));
        List<List<Pair>> offences = new ArrayList<>();
        int count = chance.between(1, 3);
        for (int i = 1; i <= count; i++) {
            offences.add(CustodyPaper.sentenced(w, chance, i, heard, "detention"));
        }
        blocks.add(new Block.Items(Optional.of("Terms for each conviction"), "Conviction", offences, true));
        CustodyPaper.warnings(w, chance, blocks);
    }
}
