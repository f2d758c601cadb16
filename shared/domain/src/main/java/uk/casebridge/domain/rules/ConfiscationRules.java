package uk.casebridge.domain.rules;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Rule;
import uk.casebridge.domain.law.Dated;
import uk.casebridge.domain.law.DefaultTerms;
import uk.casebridge.domain.law.Term;
import uk.casebridge.domain.law.TimeToPay;
import uk.casebridge.domain.money.Money;

/** Rules on what a confiscation order asks for, by when, and on pain of what. */
public final class ConfiscationRules {

    private static final String BENEFIT = "confiscation.benefit";
    private static final String AVAILABLE = "confiscation.available";
    private static final String RECOVERABLE = "confiscation.recoverable";

    /** Courts call this nominal; up to {@link #STILL_NOMINAL} it may be meant so. */
    private static final Money NOMINAL = Money.pounds(1);

    private static final Money STILL_NOMINAL = Money.pounds(10);

    private static final Texts RECOVERABLE_TEXTS = new Texts(
            "CONFISCATION-RECOVERABLE",
            "A figure was mistyped, or the benefit was entered as the recoverable amount although less is available.",
            "Ask the Crown Court for its findings on benefit and available amount, and for a corrected order.",
            "Let the case system work the recoverable amount out from the two findings.",
            "Proceeds of Crime Act 2002 s 7: the benefit, or the available amount if less, or a nominal amount");
    private static final Texts COMPENSATION_TEXTS = new Texts(
            "CONFISCATION-COMPENSATION",
            "The compensation order was copied without its share of the recoverable amount.",
            "Ask the Crown Court how much of the sum recovered is to be paid as compensation.",
            "Enter only what is to be paid out of sums recovered.",
            "Proceeds of Crime Act 2002 s 13");
    private static final Texts TERM_TEXTS = new Texts(
            "CONFISCATION-DEFAULT-TERM",
            "The term was read from the wrong band, or from a table of other dates.",
            "Ask the Crown Court for the term it fixed.",
            "Look the term up by the recoverable amount and the date of the order.",
            "");
    private static final Texts NO_TERM_TEXTS = new Texts(
            "CONFISCATION-NO-DEFAULT-TERM",
            "The term was pronounced and not entered, or is on another paper.",
            "Ask the Crown Court for the term in default.",
            "Enter the term with the order.",
            "Proceeds of Crime Act 2002 s 35");
    private static final Texts TIME_TEXTS = new Texts(
            "TIME-TO-PAY",
            "The date was mistyped, or time was extended and the paper does not say so.",
            "Ask the Crown Court for the date it gave. If time was extended, ask for the order that says so.",
            "Enter the months allowed and let the case system work out the date.",
            "");
    private static final Texts PARTS_TEXTS = new Texts(
            "PAYMENTS-SUM",
            "A part was left out or entered twice, or the amount was varied and the parts were not.",
            "Ask the Crown Court for the parts and their dates.",
            "Let the case system divide the amount.",
            "Proceeds of Crime Act 2002 s 11");
    private static final Texts ASSETS_TEXTS = new Texts(
            "ASSETS-SUM",
            "The schedule leaves out an asset, a tainted gift or an obligation that has priority.",
            "Compare the schedule with the court's finding on the available amount.",
            "Attach the schedule on which the finding rests.",
            "Proceeds of Crime Act 2002 s 9");

    /** The recoverable amount is the smaller of benefit and available amount, unless hidden assets were found. */
    public static final Rule RECOVERABLE_AMOUNT = (fields, context) -> Sums.at(fields, BENEFIT)
            .flatMap(benefit -> Sums.at(fields, AVAILABLE)
                    .flatMap(available -> Sums.at(fields, RECOVERABLE)
                            .flatMap(recoverable -> recoverable(
                                    benefit, available, recoverable, Sums.yes(fields, "confiscation.hiddenAssets")))))
            .stream()
            .toList();

    /** No more is paid out as compensation than is recovered. */
    public static final Rule COMPENSATION = (fields, context) -> {
        Optional<Money> compensation = Sums.at(fields, "confiscation.compensation");
        Optional<Money> recoverable = Sums.at(fields, RECOVERABLE);
        return compensation.isPresent()
                        && recoverable.filter(compensation.get()::isMoreThan).isPresent()
                ? List.of(COMPENSATION_TEXTS.error(
                        "%s is to be paid as compensation, but only %s is recoverable."
                                .formatted(compensation.get(), recoverable.get()),
                        "confiscation.compensation",
                        RECOVERABLE))
                : List.of();
    };

    /** What the schedule of assets comes to is what the court found available. */
    public static final Rule ASSETS = (fields, context) -> {
        Optional<Money> available = Sums.at(fields, AVAILABLE);
        Optional<List<Money>> values = Sums.all(fields, "assets[*].value");
        boolean differ = available.isPresent()
                && values.isPresent()
                && !Money.total(values.get()).equals(available.get())
                && !Sums.yes(fields, "confiscation.hiddenAssets");
        return differ
                ? List.of(ASSETS_TEXTS.warning(
                        "The assets come to %s, but the available amount is %s."
                                .formatted(Sums.working(values.get()), available.get()),
                        AVAILABLE,
                        "assets"))
                : List.of();
    };

    /** The parts come to the recoverable amount; what they leave over is due on the day of the order. */
    public static final Rule PARTS = (fields, context) -> {
        Optional<Money> recoverable = Sums.at(fields, RECOVERABLE);
        Optional<List<Money>> parts = Sums.all(fields, "payments[*].amount");
        if (recoverable.isEmpty() || parts.isEmpty() || Money.total(parts.get()).equals(recoverable.get())) {
            return List.of();
        }
        String what = "The parts to be paid come to %s, but the recoverable amount is %s."
                .formatted(Sums.working(parts.get()), recoverable.get());
        return Money.total(parts.get()).isMoreThan(recoverable.get())
                ? List.of(PARTS_TEXTS.error(what, "payments", RECOVERABLE))
                : List.of(PARTS_TEXTS.warning(what + " The rest is due at once.", "payments", RECOVERABLE));
    };

    /** Time to pay, counted from the day of the order, is within what the law of that day allows. */
    public static final Rule TIME = ConfiscationRules::time;

    /** The term in default is within the band of the amount on the day the order was made. */
    public static final Rule DEFAULT_TERM = defaultTerm("hearing.date");

    /** The same for an order that varies another: the day of the first order counts. */
    public static final Rule DEFAULT_TERM_VARIED = defaultTerm("variedOrder.date");

    private ConfiscationRules() {}

    private static Optional<Finding> recoverable(Money benefit, Money available, Money recoverable, boolean hidden) {
        Money smaller = benefit.smaller(available);
        boolean nominal = available.isNothing() && !recoverable.isMoreThan(NOMINAL);
        boolean lifted = hidden && !smaller.isMoreThan(recoverable) && !recoverable.isMoreThan(benefit);
        if (recoverable.equals(smaller) || nominal || lifted) {
            return Optional.empty();
        }
        String found = "Benefit is %s and the available amount %s, so the recoverable amount is %s; the order says %s."
                .formatted(benefit, available, available.isNothing() ? "nominal" : smaller.toString(), recoverable);
        boolean maybeNominal = available.isNothing() && !recoverable.isMoreThan(STILL_NOMINAL);
        return Optional.of(
                maybeNominal
                        ? RECOVERABLE_TEXTS.warning(found, RECOVERABLE, AVAILABLE)
                        : RECOVERABLE_TEXTS.error(found, RECOVERABLE, BENEFIT, AVAILABLE));
    }

    private static List<Finding> time(Fields fields, Rule.Context context) {
        Optional<LocalDate> made = fields.date("hearing.date");
        if (made.isEmpty()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        boolean extended = fields.value("timeToPay.extendedOn").isPresent();
        for (Field part : fields.matching("payments[*].due")) {
            fields.date(part.path())
                    .flatMap(due -> time(made.get(), due, extended, part.path()))
                    .ifPresent(findings::add);
        }
        return List.copyOf(findings);
    }

    private static Optional<Finding> time(LocalDate made, LocalDate due, boolean extended, String path) {
        Optional<Dated.Value<TimeToPay.Limits>> law = TimeToPay.CONFISCATION.on(made);
        if (law.isEmpty()) {
            return Optional.empty();
        }
        Texts texts = TIME_TEXTS.by(law.get().source());
        if (due.isBefore(made)) {
            return Optional.of(texts.error(
                    "Payment is due on %s, before the order of %s.".formatted(Texts.day(due), Texts.day(made)),
                    path,
                    "hearing.date"));
        }
        TimeToPay.Limits limits = law.get().value();
        Period limit = extended ? limits.extended() : limits.first();
        if (!due.isAfter(made.plus(limit))) {
            return Optional.empty();
        }
        String what = "Payment is due on %s; %s%d months from the order of %s end on %s."
                .formatted(
                        Texts.day(due),
                        extended ? "extended, the " : "the ",
                        limit.getMonths(),
                        Texts.day(made),
                        Texts.day(made.plus(limit)));
        return Optional.of(
                made.isBefore(TimeToPay.CHECKED_FROM)
                        ? texts.warning(what, path, "hearing.date")
                        : texts.error(what, path, "hearing.date"));
    }

    private static Rule defaultTerm(String dateOfOrder) {
        return (fields, context) -> {
            Optional<Money> sum = Sums.at(fields, RECOVERABLE);
            Optional<LocalDate> made = fields.date(dateOfOrder);
            Optional<String> words = fields.value("confiscation.defaultTerm");
            if (words.isEmpty()) {
                return List.of(
                        NO_TERM_TEXTS.warning("The order gives no term in default.", "confiscation.defaultTerm"));
            }
            Optional<Term> term = Term.of(words.get());
            if (term.isEmpty()) {
                return List.of(TermTexts.unclear("confiscation.defaultTerm", words.get()));
            }
            return made.flatMap(day -> sum.flatMap(amount -> tooLong(term.get(), amount, day, dateOfOrder))).stream()
                    .toList();
        };
    }

    /** Blocks only a term that no table there was allows, since which table an old case falls under is not settled. */
    private static Optional<Finding> tooLong(Term term, Money sum, LocalDate made, String dateOfOrder) {
        Optional<Dated.Value<DefaultTerms.Scale>> law = DefaultTerms.CONFISCATION.on(made);
        Optional<Term> longest = law.flatMap(scale -> scale.value().longestFor(sum));
        if (longest.isEmpty() || !term.isLongerThan(longest.get(), made)) {
            return Optional.empty();
        }
        boolean byEveryTable = DefaultTerms.CONFISCATION.values().stream()
                .flatMap(scale -> scale.value().longestFor(sum).stream())
                .allMatch(other -> term.isLongerThan(other, made));
        Texts texts = TERM_TEXTS.by(law.get().source());
        String what = "For %s the term in default is at most %s for an order of %s; the paper says %s."
                .formatted(sum, longest.get(), Texts.day(made), term);
        String[] fields = {"confiscation.defaultTerm", RECOVERABLE, dateOfOrder};
        return Optional.of(byEveryTable ? texts.error(what, fields) : texts.warning(what, fields));
    }
}
