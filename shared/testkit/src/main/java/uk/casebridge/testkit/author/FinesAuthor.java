package uk.casebridge.testkit.author;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.casebridge.domain.law.DefaultTerms;
import uk.casebridge.domain.law.Surcharge;
import uk.casebridge.domain.money.Money;
import uk.casebridge.testkit.Layout;
import uk.casebridge.testkit.Mistake;
import uk.casebridge.testkit.draft.Block;
import uk.casebridge.testkit.draft.Block.Pair;
import uk.casebridge.testkit.draft.Draft;

/** Collection orders and notices of financial penalty: who owes what for which offence. One record for each offender. */
final class FinesAuthor {

    private static final List<Long> FINES = List.of(8_000L, 12_000L, 20_050L, 41_500L, 66_000L, 120_000L, 260_000L);
    private static final List<Long> COSTS = List.of(8_500L, 10_500L, 31_000L);
    private static final List<Long> COMPENSATIONS = List.of(5_000L, 12_340L, 150_000L);

    private FinesAuthor() {}

    static Draft collectionOrder(Writing w, Chance chance, int offenders) {
        return write(w, chance, offenders, true);
    }

    static Draft notice(Writing w, Chance chance, int offenders) {
        return write(w, chance, offenders, false);
    }

    private static Draft write(Writing w, Chance chance, int offenders, boolean order) {
        Bench bench = chance.oneOf(Bench.all());
        LocalDate imposed = chance.weekday(LocalDate.of(2026, 9, 1), 70);
        String urn = Numbers.urn(chance, bench.urnHead());
        List<Block> blocks = new ArrayList<>();
        for (int i = 1; i <= offenders; i++) {
            if (i > 1) {
                blocks.add(new Block.NewPage());
            }
            w.beginRecord();
            new FinesAuthor.Page(w, chance, bench, imposed, urn, order).write(blocks);
        }
        String notice = w.layout() == Layout.LETTER ? "Notice of fine" : "Notice of financial penalty";
        return new Draft(
                order ? "Collection order" : notice,
                List.of(bench.name(), bench.address()),
                List.of(order ? "Courts Act 2003 Schedule 5" : "Money owed to the court"),
                blocks,
                order ? "Keep this order" : "Keep this notice",
                Moments.afternoonOf(imposed, chance),
                w.truth(),
                (order ? "collection-order-" : "fine-notice-") + urn.toLowerCase(Locale.ROOT),
                bench.code());
    }

    /** What such a paper says of one offender. */
    private record Page(Writing w, Chance chance, Bench bench, LocalDate imposed, String urn, boolean order) {

        void write(List<Block> blocks) {
            if (w.layout() == Layout.LETTER) {
                blocks.add(new Block.Prose(
                        order
                                ? "The court has ordered that what the person named below owes be collected by the fines"
                                        + " officer, who may vary the terms on request."
                                : "You were convicted and must pay what is set out below. If you do not, you may be brought"
                                        + " before the court, which may commit you to prison."));
            }
            blocks.add(new Block.Pairs(Optional.empty(), person(), true));
            LocalDate offence = imposed.minusDays(chance.between(20, 200));
            if (!order) {
                Charge charge = chance.oneOf(Charge.all());
                String at = "offences[1].";
                blocks.add(new Block.Items(
                        Optional.of("Convicted of"),
                        "Offence",
                        List.of(List.of(
                                w.offenceCode(at + "code", charge),
                                w.text(at + "title", charge.title()),
                                w.date(at + "date", offence))),
                        true));
            }
            Money sum = sums(offence, blocks);
            List<Pair> terms = new ArrayList<>();
            terms.add(w.money("sumDue", w.has(Mistake.SUM_DUE_WRONG) ? new Money(sum.pence() + 1_000) : sum));
            if (order) {
                collected(terms);
            } else {
                terms.add(w.date(
                        "terms.payBy",
                        w.has(Mistake.PAY_BY_BEFORE_ORDER) ? imposed.minusDays(7) : imposed.plusDays(28)));
                term(sum).ifPresent(term -> terms.add(w.text("defaultTerm", term)));
            }
            terms.add(w.text("finesOffice.name", office(bench)));
            blocks.add(new Block.Pairs(Optional.of("What is to be paid, and how"), terms, false));
        }

        private List<Pair> person() {
            List<Pair> pairs = new ArrayList<>();
            pairs.add(w.text("court.name", w.courtName(bench)));
            if (w.layout() != Layout.LETTER) {
                pairs.add(w.text("court.code", bench.code()));
            }
            pairs.add(w.urn("cases[1].urn", urn));
            pairs.add(w.date("hearing.date", imposed));
            pairs.add(w.date("issuedOn", imposed));
            pairs.add(w.text("account.number", Numbers.account(chance)));
            pairs.add(w.person("defendant.name", People.someone(chance)));
            w.dateOfBirth("defendant.dateOfBirth", chance.dateOfBirth(imposed, 20, 70), imposed)
                    .ifPresent(pairs::add);
            pairs.add(w.lines("defendant.address", People.address(chance)));
            if (chance.percent(60)) {
                pairs.add(w.text("defendant.niNumber", Numbers.niNumber(chance)));
            }
            return pairs;
        }

        /** The impositions; answers what they come to. */
        private Money sums(LocalDate offence, List<Block> blocks) {
            List<List<Pair>> items = new ArrayList<>();
            List<Money> sums = new ArrayList<>();
            Money fine = new Money(chance.oneOf(FINES));
            Surcharge.OnFine rate = Surcharge.FINE.on(offence).orElseThrow().value();
            Money surcharge = w.has(Mistake.SURCHARGE_WRONG) ? Money.pounds(22) : rate.on(fine);
            if (chance.percent(50)) {
                add(
                        "Compensation",
                        new Money(chance.oneOf(COMPENSATIONS)),
                        People.someone(chance).name(),
                        items,
                        sums);
            }
            add("Victim surcharge", surcharge, "HMCTS", items, sums);
            add("Costs", new Money(chance.oneOf(COSTS)), "Crown Prosecution Service", items, sums);
            add("Fine", fine, "HMCTS", items, sums);
            blocks.add(new Block.Items(Optional.of("Sums imposed"), "Sum", items, true));
            return Money.total(sums);
        }

        private void add(String type, Money sum, String creditor, List<List<Pair>> items, List<Money> sums) {
            String at = "impositions[" + (items.size() + 1) + "].";
            Pair amount = w.has(Mistake.AMOUNT_NOT_A_SUM) && items.isEmpty()
                    ? w.text(at + "amount", "£1,00.00")
                    : w.money(at + "amount", sum);
            items.add(List.of(w.text(at + "type", type), amount, w.text(at + "creditor", creditor)));
            sums.add(sum);
        }

        /** What a collection order must state besides. */
        private void collected(List<Pair> terms) {
            boolean defaulter = chance.percent(30);
            boolean attached = w.has(Mistake.RESERVE_TERMS_MISSING) || chance.percent(50);
            terms.add(w.yesNo("existingDefaulter", defaulter));
            if (defaulter) {
                terms.add(w.yesNo("defaultDisregarded", chance.percent(30)));
            }
            terms.add(w.yesNo("attachmentOfEarnings", attached));
            terms.add(w.yesNo("benefitDeduction", !attached));
            if (attached) {
                terms.add(
                        w.text("employer", chance.oneOf(List.of("Harbour Logistics Ltd", "Ridge & Daughters Bakers"))));
            }
            if (!w.has(Mistake.RESERVE_TERMS_MISSING)) {
                terms.add(w.text("reserveTerms", "In full within 14 days"));
            }
            if (!attached) {
                terms.add(w.money("terms.instalment", Money.pounds(20)));
                terms.add(w.text("terms.period", chance.oneOf(List.of("Week", "Fortnight", "Month"))));
                terms.add(w.date("terms.firstPaymentOn", imposed.plusDays(28)));
            }
            terms.add(w.text("effect", "The fines officer may vary these terms on request"));
        }

        private Optional<String> term(Money sum) {
            Optional<String> longest = DefaultTerms.MAGISTRATES_FINE
                    .on(imposed)
                    .flatMap(scale -> scale.value().longestFor(sum))
                    .map(Object::toString);
            return w.has(Mistake.FINE_DEFAULT_TERM_TOO_LONG) ? Optional.of("14 months") : longest;
        }
    }

    /** The office of the court's area. */
    static String office(Bench bench) {
        return switch (bench.code().substring(1, 3)) {
            case "13" -> "West Yorkshire Enforcement Office";
            case "52" -> "Avon and Somerset Enforcement Office";
            case "62" -> "South Wales Enforcement Office";
            default -> "London Enforcement Office";
        };
    }
}
