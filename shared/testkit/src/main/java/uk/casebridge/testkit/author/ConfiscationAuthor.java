package uk.casebridge.testkit.author;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.casebridge.domain.law.DefaultTerms;
import uk.casebridge.domain.law.Term;
import uk.casebridge.domain.money.Money;
import uk.casebridge.testkit.Layout;
import uk.casebridge.testkit.Mistake;
import uk.casebridge.testkit.draft.Block;
import uk.casebridge.testkit.draft.Block.Pair;
import uk.casebridge.testkit.draft.Draft;

/** Confiscation orders of the Crown Court, and what varies them. One record for each defendant. */
final class ConfiscationAuthor {

    private static final List<Long> BENEFITS = List.of(1_000_000L, 4_512_345L, 25_000_000L, 60_000_000L, 250_000_001L);
    private static final List<List<String>> ASSETS = List.of(
            List.of("Dwelling house and garden", "Spouse holds one half", "Sale by the defendant"),
            List.of("Motor car", "None", "Sale at auction"),
            List.of("Balance of a savings account", "None", "Transfer by the bank"),
            List.of("Wrist watch", "None", "Forfeited and sold"));

    private ConfiscationAuthor() {}

    static Draft order(Writing w, Chance chance, int defendants) {
        return write(w, chance, defendants, false);
    }

    static Draft variation(Writing w, Chance chance, int defendants) {
        return write(w, chance, defendants, true);
    }

    private static Draft write(Writing w, Chance chance, int defendants, boolean variation) {
        Bench bench = chance.oneOf(Bench.all());
        LocalDate made = chance.weekday(LocalDate.of(2026, 9, 1), 70);
        String number = Numbers.crownCase(chance);
        List<Block> blocks = new ArrayList<>();
        for (int i = 1; i <= defendants; i++) {
            if (i > 1) {
                blocks.add(new Block.NewPage());
            }
            w.beginRecord();
            new Page(w, chance, bench, made, number, variation).write(blocks);
        }
        String varied = switch (w.layout()) {
            case TABLE -> "Variation of confiscation order";
            case TWO_COLUMN -> "Varied confiscation order";
            case LETTER -> "Order varying a confiscation order";
        };
        return new Draft(
                variation ? varied : "Confiscation order",
                List.of("Crown Court", bench.crownCourt()),
                List.of("Proceeds of Crime Act 2002"),
                blocks,
                "Case " + number,
                Moments.afternoonOf(made, chance),
                w.truth(),
                (variation ? "confiscation-variation-" : "confiscation-order-") + number.toLowerCase(Locale.ROOT),
                bench.crownCode());
    }

    /** What such a paper says of one defendant. */
    private record Page(Writing w, Chance chance, Bench bench, LocalDate made, String number, boolean variation) {

        void write(List<Block> blocks) {
            if (w.layout() == Layout.LETTER) {
                blocks.add(new Block.Prose(
                        variation
                                ? "On application, and having heard the parties, the court varies the earlier order so that"
                                        + " it reads as varied below."
                                : "The court decided that the defendant had benefited from criminal conduct and makes the"
                                        + " order set out below, to be enforced as if it were a fine."));
            }
            blocks.add(new Block.Pairs(Optional.empty(), court(), true));
            blocks.add(new Block.Pairs(Optional.of("The person"), person(), true));
            Money benefit = new Money(chance.oneOf(BENEFITS));
            Money available =
                    !variation && chance.percent(30) ? benefit : benefit.percent(chance.oneOf(List.of(20, 55, 80)));
            if (variation) {
                blocks.add(new Block.Pairs(Optional.of("The earlier order"), before(benefit), false));
            }
            Money recoverable = w.has(Mistake.RECOVERABLE_WRONG)
                    ? new Money(benefit.smaller(available).pence() + 50_000)
                    : benefit.smaller(available);
            blocks.add(new Block.Pairs(
                    Optional.of(variation ? "The order as varied" : "The order"),
                    sums(benefit, available, recoverable),
                    false));
            payments(recoverable, blocks);
            assets(available, blocks);
            blocks.add(new Block.Pairs(Optional.of("Enforcement"), enforcement(), false));
        }

        private List<Pair> court() {
            List<Pair> pairs = new ArrayList<>();
            pairs.add(w.text(
                    "court.name", w.has(Mistake.UNKNOWN_COURT) ? "Little Snoring Crown Court" : bench.crownCourt()));
            if (w.layout() != Layout.LETTER) {
                pairs.add(w.text("court.code", bench.crownCode()));
            }
            pairs.add(w.text("crownCase.number", number));
            pairs.add(w.urn("cases[1].urn", Numbers.urn(chance, bench.urnHead())));
            pairs.add(w.date("hearing.date", made));
            pairs.add(w.date("issuedOn", made));
            return pairs;
        }

        private List<Pair> person() {
            List<Pair> pairs = new ArrayList<>();
            pairs.add(w.person("defendant.name", People.someone(chance)));
            w.dateOfBirth("defendant.dateOfBirth", chance.dateOfBirth(made, 20, 70), made)
                    .ifPresent(pairs::add);
            pairs.add(w.lines("defendant.address", People.address(chance)));
            if (chance.percent(60) || w.has(Mistake.WRONG_PNC_LETTER)) {
                pairs.add(w.pncId("defendant.pncId", Numbers.pncId(chance)));
            }
            if (chance.percent(40)) {
                pairs.add(w.text("defendant.prisonNumber", Numbers.prisonNumber(chance)));
            }
            return pairs;
        }

        /** The order that is varied: its recoverable amount was larger, since what was available proved too little. */
        private List<Pair> before(Money benefit) {
            boolean wrongWay = w.has(Mistake.VARIED_THE_WRONG_WAY);
            Money former = wrongWay ? benefit.percent(1) : benefit;
            List<Pair> pairs = new ArrayList<>();
            pairs.add(w.date("variedOrder.date", made.minusDays(400)));
            pairs.add(w.text("variation.section", "Section 23 of the Proceeds of Crime Act 2002"));
            pairs.add(w.text("variation.reason", "What could be realised proved to be inadequate"));
            pairs.add(w.money("variedOrder.benefit", benefit));
            pairs.add(w.money("variedOrder.available", former));
            pairs.add(w.money("variedOrder.recoverable", former));
            if (chance.percent(50)) {
                pairs.add(w.money("variedOrder.paid", new Money(12_500)));
            }
            return pairs;
        }

        private List<Pair> sums(Money benefit, Money available, Money recoverable) {
            List<Pair> pairs = new ArrayList<>();
            if (!variation) {
                pairs.add(w.text("statute", "Section 6 of the Proceeds of Crime Act 2002"));
            }
            pairs.add(w.money("confiscation.benefit", benefit));
            pairs.add(w.money("confiscation.available", available));
            pairs.add(w.money("confiscation.recoverable", recoverable));
            if (chance.percent(40) || w.has(Mistake.COMPENSATION_ABOVE_RECOVERABLE)) {
                pairs.add(w.money(
                        "confiscation.compensation",
                        w.has(Mistake.COMPENSATION_ABOVE_RECOVERABLE)
                                ? new Money(recoverable.pence() + 1)
                                : recoverable.percent(25)));
                if (!variation) {
                    pairs.add(w.text("victim", People.someone(chance).name()));
                }
            }
            Term longest = DefaultTerms.CONFISCATION
                    .on(made)
                    .flatMap(scale -> scale.value().longestFor(recoverable))
                    .orElseThrow();
            pairs.add(w.text(
                    "confiscation.defaultTerm",
                    w.has(Mistake.DEFAULT_TERM_TOO_LONG) ? "15 years" : longest.toString()));
            return pairs;
        }

        /** In full, or in two parts with dates of their own. */
        private void payments(Money recoverable, List<Block> blocks) {
            List<List<Pair>> items = new ArrayList<>();
            LocalDate last = w.has(Mistake.TIME_TO_PAY_TOO_LONG) ? made.plusMonths(7) : made.plusMonths(3);
            boolean parts = chance.percent(50);
            Money first = parts ? recoverable.percent(40) : recoverable;
            if (w.has(Mistake.PAYMENTS_DO_NOT_ADD_UP)) {
                first = new Money(first.pence() + 10_000);
            }
            items.add(payment(1, first, parts ? made.plusDays(28) : last));
            if (parts) {
                items.add(payment(2, recoverable.apart(recoverable.percent(40)), last));
            }
            blocks.add(new Block.Items(Optional.of("Time to pay"), "Instalment", items, true));
        }

        private List<Pair> payment(int number, Money sum, LocalDate due) {
            String at = "payments[" + number + "].";
            return List.of(w.money(at + "amount", sum), w.date(at + "due", due));
        }

        private void assets(Money available, List<Block> blocks) {
            List<List<Pair>> items = new ArrayList<>();
            int count = chance.between(1, 3);
            Money rest = available;
            for (int i = 1; i <= count; i++) {
                String at = "assets[" + i + "].";
                List<String> asset = chance.oneOf(ASSETS);
                Money value = i == count ? rest : rest.percent(50);
                rest = rest.apart(value);
                items.add(List.of(
                        w.text(at + "description", asset.get(0)),
                        w.money(at + "value", value),
                        w.text(at + "interest", asset.get(1)),
                        w.text(at + "realisation", asset.get(2))));
            }
            blocks.add(new Block.Items(Optional.of("Assets"), "Entry", items, true));
        }

        private List<Pair> enforcement() {
            List<Pair> pairs = new ArrayList<>();
            pairs.add(w.text("enforcingCourt.name", bench.name()));
            if (w.layout() == Layout.TABLE) {
                pairs.add(w.text("enforcingCourt.code", bench.code()));
            }
            pairs.add(w.text("enforcementOffice.name", FinesAuthor.office(bench)));
            pairs.add(w.text("prosecutor", "Crown Prosecution Service"));
            if (!variation && chance.percent(50)) {
                pairs.add(w.text("restraintOrder", "Restraint order continues until payment in full"));
            }
            return pairs;
        }
    }
}
