package uk.casebridge.domain.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Rule;
import uk.casebridge.domain.law.Dated;
import uk.casebridge.domain.law.DefaultTerms;
import uk.casebridge.domain.law.Surcharge;
import uk.casebridge.domain.law.Term;
import uk.casebridge.domain.money.Money;
import uk.casebridge.domain.rules.Sums.Imposition;

/** Rules on sums imposed by magistrates' courts. */
public final class FineRules {

    private static final int ADULT = 18;

    private static final Texts SUM_DUE_TEXTS = new Texts(
            "SUM-DUE",
            "An imposition was changed or left out after the total was worked out.",
            "Ask the court which is right, the parts or the total, and send the corrected paper.",
            "Let the case system add up the total.",
            "Courts Act 2003 Sch 5 para 14: the sum due and its parts");
    private static final Texts NOTHING_TEXTS = new Texts(
            "IMPOSITION-NOTHING",
            "An imposition was opened and its amount never entered.",
            "Ask the court for the amount, or for the imposition to be taken out.",
            "Enter each amount when the result is pronounced.",
            "Exception HO100243 of the court results standing data: amounts from 0.01");
    private static final Texts SURCHARGE_TEXTS = new Texts(
            "SURCHARGE-AMOUNT",
            "The surcharge was worked out from another fine or by another order, or the court reduced it for means or"
                    + " compensation.",
            "Check the date of the earliest offence and the fines. If the court did not reduce it, ask for a correction.",
            "Let the case system work the surcharge out from the date of the earliest offence.",
            "");
    private static final Texts PAY_BY_TEXTS = new Texts(
            "PAY-BY-DATE",
            "The year or the month was mistyped.",
            "Ask the court for the right date.",
            "Enter the days allowed and let the case system work out the date.",
            "Magistrates' Courts Act 1980 s 75: time to pay runs from the order");
    private static final Texts TERM_TEXTS = new Texts(
            "FINE-DEFAULT-TERM",
            "The term was read from the wrong band, or fixed for another sum.",
            "Ask the court for the term it fixed.",
            "Look the term up by the whole sum due.",
            "");
    private static final Texts RESERVE_TEXTS = new Texts(
            "COLLECTION-RESERVE-TERMS",
            "The court made the order or application and did not say what holds if it fails.",
            "Ask the court for its reserve terms; in full within 14 days is often apt.",
            "Fill in the reserve terms whenever money is to be taken from earnings or benefits.",
            "Courts Act 2003 Sch 5 para 14; Sentencing Council, collection orders");
    private static final Texts TERMS_TEXTS = new Texts(
            "COLLECTION-TERMS",
            "The box for the payment terms was left empty.",
            "Ask the court for the payment terms.",
            "State the payment terms in every collection order.",
            "Courts Act 2003 Sch 5 para 14");
    private static final Texts DISREGARD_TEXTS = new Texts(
            "COLLECTION-DISREGARD",
            "The question that follows from the one before was left open.",
            "Ask the court whether the existing default is disregarded.",
            "Answer both questions about existing default.",
            "Courts Act 2003 Sch 5 paras 3 and 14");
    private static final Texts ATTACHMENT_TEXTS = new Texts(
            "COLLECTION-ATTACHMENT",
            "The court found it impracticable or inappropriate, or it was overlooked.",
            "Ask the court whether it considered an attachment of earnings order or benefit deductions.",
            "Note why neither was made.",
            "Courts Act 2003 Sch 5 paras 7A and 8");
    private static final Texts EMPLOYER_TEXTS = new Texts(
            "COLLECTION-EMPLOYER",
            "The means form was not at hand.",
            "Ask the court or the offender for the employer's name and address.",
            "Have the means form completed before the court makes the order.",
            "Attachment of Earnings Act 1971 s 6: the order is directed to the employer");

    /** The sums imposed come to the sum due. */
    public static final Rule SUM_DUE = (fields, context) -> {
        Optional<Money> due = Sums.at(fields, "sumDue");
        Optional<List<Money>> parts = Sums.all(fields, "impositions[*].amount");
        if (due.isEmpty() || parts.isEmpty() || Money.total(parts.get()).equals(due.get())) {
            return List.of();
        }
        return List.of(SUM_DUE_TEXTS.error(
                "The sums imposed come to %s, but the sum due is given as %s."
                        .formatted(Sums.working(parts.get()), due.get()),
                "sumDue",
                "impositions"));
    };

    /** Nothing is imposed of nothing. */
    public static final Rule NOT_NOTHING = (fields, context) -> fields.matching("impositions[*].amount").stream()
            .filter(field -> Money.of(field.value()).filter(Money::isNothing).isPresent())
            .map(field -> NOTHING_TEXTS.error("An imposition has the amount £0.00.", field.path()))
            .toList();

    /** The surcharge is what the order in force asks for on the fines; for adults, since our tables are theirs. */
    public static final Rule SURCHARGE = FineRules::surcharge;

    /** Nothing is to be paid before it was imposed. */
    public static final Rule PAY_BY = (fields, context) -> {
        Optional<LocalDate> imposed = fields.date("hearing.date");
        List<Finding> findings = new ArrayList<>();
        for (String path : List.of("terms.payBy", "terms.firstPaymentOn")) {
            fields.date(path)
                    .filter(day -> imposed.filter(day::isBefore).isPresent())
                    .map(day -> PAY_BY_TEXTS.error(
                            "Payment is due on %s, before the order of %s."
                                    .formatted(Texts.day(day), Texts.day(imposed.orElseThrow())),
                            path,
                            "hearing.date"))
                    .ifPresent(findings::add);
        }
        return List.copyOf(findings);
    };

    /** The term in default is within the band of the sum due. */
    public static final Rule DEFAULT_TERM = FineRules::defaultTerm;

    /** A collection order says on what terms, and on what others if earnings or benefits cannot be had. */
    public static final Rule TERMS = (fields, context) -> {
        boolean deducted = Sums.yes(fields, "attachmentOfEarnings") || Sums.yes(fields, "benefitDeduction");
        if (deducted && fields.value("reserveTerms").isEmpty()) {
            return List.of(RESERVE_TEXTS.error(
                    "Money is to be taken from earnings or benefits, and no reserve terms are given.", "reserveTerms"));
        }
        boolean terms = fields.all().stream()
                .anyMatch(field ->
                        field.path().startsWith("terms.") && !field.value().isBlank());
        return deducted || terms
                ? List.of()
                : List.of(TERMS_TEXTS.error("The order gives no terms of payment.", "terms.text"));
    };

    /** Where there is existing default, the order says whether it is disregarded. */
    public static final Rule DISREGARD = (fields, context) -> Sums.yes(fields, "existingDefaulter")
                    && fields.value("defaultDisregarded").isEmpty()
            ? List.of(DISREGARD_TEXTS.error(
                    "The offender is an existing defaulter, and the order does not say whether that is"
                            + " disregarded.",
                    "defaultDisregarded"))
            : List.of();

    /** Compensation or existing default call for an attachment of earnings order or benefit deductions. */
    public static final Rule ATTACHMENT = (fields, context) -> {
        boolean made = Sums.yes(fields, "attachmentOfEarnings") || Sums.yes(fields, "benefitDeduction");
        boolean compensation = !Sums.imposed(fields, Imposition.COMPENSATION).isEmpty();
        boolean defaulter = Sums.yes(fields, "existingDefaulter") && !Sums.yes(fields, "defaultDisregarded");
        if (made || !compensation && !defaulter) {
            return List.of();
        }
        return List.of(ATTACHMENT_TEXTS.warning(
                "%s, and neither an attachment of earnings order nor an application for benefit deductions was made."
                        .formatted(compensation ? "Compensation was imposed" : "The offender is an existing defaulter"),
                "attachmentOfEarnings",
                "benefitDeduction"));
    };

    /** An attachment of earnings order needs an employer. */
    public static final Rule EMPLOYER = (fields, context) ->
            Sums.yes(fields, "attachmentOfEarnings") && fields.value("employer").isEmpty()
                    ? List.of(EMPLOYER_TEXTS.warning(
                            "An attachment of earnings order was made, and no employer is named.", "employer"))
                    : List.of();

    private FineRules() {}

    private static List<Finding> surcharge(Fields fields, Rule.Context context) {
        List<Money> fines = Sums.imposed(fields, Imposition.FINE);
        Optional<LocalDate> imposed = fields.date("hearing.date");
        if (fines.isEmpty() || imposed.isEmpty()) {
            return List.of();
        }
        Optional<LocalDate> earliest = fields.matching("offences[*].date").stream()
                .map(Field::path)
                .flatMap(path -> fields.date(path).stream())
                .min(LocalDate::compareTo);
        Optional<LocalDate> born = fields.date("defendant.dateOfBirth");
        if (born.filter(day -> !day.plusYears(ADULT).isAfter(earliest.orElse(imposed.get())))
                .isEmpty()) {
            return List.of();
        }
        Money fine = Money.total(fines);
        Money surcharge = Money.total(Sums.imposed(fields, Imposition.SURCHARGE));
        List<Dated.Value<Surcharge.OnFine>> orders = earliest.isPresent()
                ? Surcharge.FINE.on(earliest.get()).stream().toList()
                // Without the dates of the offences, any order that was in force by then may be the one.
                : Surcharge.FINE.values().stream()
                        .filter(order -> !order.first().isAfter(imposed.get()))
                        .toList();
        BiPredicate<Surcharge.OnFine, Money> asks = (rate, sum) ->
                rate.on(fine).equals(sum) || rate.toThePenny(fine).equals(sum);
        if (orders.isEmpty() || orders.stream().anyMatch(order -> asks.test(order.value(), surcharge))) {
            return List.of();
        }
        Dated.Value<Surcharge.OnFine> order = orders.getLast();
        return List.of(SURCHARGE_TEXTS
                .by(order.source())
                .warning(
                        "On fines of %s the surcharge is %d%%, which makes %s%s; the paper has %s."
                                .formatted(
                                        fine,
                                        order.value().percent(),
                                        order.value().on(fine),
                                        earliest.map(day -> " for an offence on " + Texts.day(day))
                                                .orElse(""),
                                        surcharge.isNothing() ? "none" : surcharge.toString()),
                        "impositions"));
    }

    private static List<Finding> defaultTerm(Fields fields, Rule.Context context) {
        Optional<String> words = fields.value("defaultTerm");
        Optional<Money> sum = Sums.at(fields, "sumDue");
        Optional<LocalDate> imposed = fields.date("hearing.date");
        if (words.isEmpty() || sum.isEmpty() || imposed.isEmpty()) {
            return List.of();
        }
        Optional<Term> term = Term.of(words.get());
        if (term.isEmpty()) {
            return List.of(TermTexts.unclear("defaultTerm", words.get()));
        }
        LocalDate from = imposed.get();
        var checked = DefaultTerms.MAGISTRATES_FINE.on(from);
        var unchecked = DefaultTerms.MAGISTRATES_FINE_UNVERIFIED.on(from);
        Optional<Term> longest = checked.flatMap(scale -> scale.value().longestFor(sum.get()));
        boolean certain = longest.isPresent() || term.get().isLongerThan(DefaultTerms.MAGISTRATES_CAP, from);
        Optional<Term> limit =
                longest.or(() -> unchecked.flatMap(scale -> scale.value().longestFor(sum.get())));
        if (limit.isEmpty() || !term.get().isLongerThan(limit.get(), from)) {
            return List.of();
        }
        Texts texts =
                TERM_TEXTS.by((certain ? checked : unchecked).orElseThrow().source());
        String what = "For %s the term in default is at most %s; the paper says %s."
                .formatted(sum.get(), limit.get(), term.get());
        return List.of(
                certain ? texts.error(what, "defaultTerm", "sumDue") : texts.warning(what, "defaultTerm", "sumDue"));
    }
}
