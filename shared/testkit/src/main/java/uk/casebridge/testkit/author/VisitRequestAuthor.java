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

/** Requests to visit: one prisoner, one lead visitor, sometimes others, one to three times in order of preference. */
final class VisitRequestAuthor {

    private static final List<String> RELATIONS = List.of("Sister", "Father", "Wife", "Friend", "Solicitor's clerk");

    private VisitRequestAuthor() {}

    static Draft write(Writing w, Chance chance) {
        Bench bench = chance.oneOf(Bench.all());
        LocalDate asked = chance.weekday(LocalDate.of(2026, 9, 1), 70);
        People.Person prisoner = People.someone(chance);
        w.beginRecord();
        List<Block> blocks = new ArrayList<>();
        if (w.layout() == Layout.LETTER) {
            blocks.add(new Block.Prose("To the visits booking office: I should like to visit the person named below."));
        }
        blocks.add(new Block.Pairs(Optional.of("Who is visited"), prisoner(w, chance, bench, prisoner, asked), true));
        blocks.add(new Block.Pairs(Optional.of("Who asks"), leadVisitor(w, chance, asked), false));
        int others = w.has(Mistake.SEVENTH_VISITOR) ? 6 : w.has(Mistake.FOURTH_ADULT) ? 3 : chance.between(0, 2);
        if (others > 0) {
            List<List<Pair>> items = new ArrayList<>();
            for (int i = 1; i <= others; i++) {
                boolean adult = w.has(Mistake.FOURTH_ADULT) || i == 1 && !w.has(Mistake.SEVENTH_VISITOR);
                String at = "visitors[" + i + "].";
                items.add(List.of(
                        w.person(at + "name", People.someone(chance)),
                        w.date(
                                at + "dateOfBirth",
                                adult ? chance.dateOfBirth(asked, 20, 60) : chance.dateOfBirth(asked, 2, 15)),
                        w.text(at + "relationship", chance.oneOf(RELATIONS))));
            }
            blocks.add(new Block.Items(Optional.of("Other visitors"), "Person", items, true));
        }
        List<List<Pair>> slots = new ArrayList<>();
        int choices = chance.between(1, 3);
        for (int i = 1; i <= choices; i++) {
            slots.add(List.of(w.moment(
                    "slots[" + i + "].at", asked.plusDays(5L + 4L * i), LocalTime.of(chance.between(10, 15), 30))));
        }
        blocks.add(new Block.Items(Optional.of("Choices"), "Choice", slots, false));
        if (chance.percent(30)) {
            blocks.add(new Block.Pairs(
                    Optional.empty(), List.of(w.text("assistance", "A visitor uses a wheelchair")), false));
        }
        return new Draft(
                w.layout() == Layout.LETTER ? "Request to visit" : "Prison visit request",
                List.of("Visits booking", bench.prison()),
                List.of(""),
                blocks,
                "Visits",
                Moments.afternoonOf(asked, chance),
                w.truth(),
                "visit-request-" + prisoner.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"),
                bench.code());
    }

    private static List<Pair> prisoner(Writing w, Chance chance, Bench bench, People.Person prisoner, LocalDate asked) {
        List<Pair> pairs = new ArrayList<>();
        pairs.add(w.person("prisoner.name", prisoner));
        pairs.add(w.text("prisoner.number", Numbers.prisonNumber(chance)));
        w.dateOfBirth("prisoner.dateOfBirth", chance.dateOfBirth(asked, 21, 70), asked)
                .ifPresent(pairs::add);
        pairs.add(w.prison("prison.name", bench.prisonFor(prisoner)));
        pairs.add(w.date("requestedOn", asked));
        if (chance.percent(60)) {
            pairs.add(w.text("visitOrder.type", chance.oneOf(List.of("VO", "PVO"))));
        }
        return pairs;
    }

    private static List<Pair> leadVisitor(Writing w, Chance chance, LocalDate asked) {
        List<Pair> pairs = new ArrayList<>();
        pairs.add(w.person("leadVisitor.name", People.someone(chance)));
        pairs.add(w.date(
                "leadVisitor.dateOfBirth",
                w.has(Mistake.LEAD_VISITOR_TOO_YOUNG)
                        ? asked.minusYears(18).plusDays(1)
                        : chance.dateOfBirth(asked, 20, 70)));
        pairs.add(w.text("leadVisitor.relationship", chance.oneOf(RELATIONS)));
        pairs.add(w.text("leadVisitor.email", "visitor" + chance.digits(3) + "@example.org"));
        pairs.add(w.text("leadVisitor.phone", "020 7946 0" + chance.digits(3)));
        return pairs;
    }
}
