package uk.casebridge.domain.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Rule;
import uk.casebridge.domain.money.Money;

/**
 * Whether a variation goes with the order it varies, as far as it prints what that said. What each section lets a court do
 * was not checked against the Act, so these rules warn, but for a variation older than its order.
 */
public final class VariationRules {

    private static final String NOW = "confiscation.recoverable";
    private static final String BEFORE = "variedOrder.recoverable";

    private static final Pattern SECTION = Pattern.compile("(?<!\\d)(19|2[0-3])(?!\\d)");

    private static final Texts DATE_TEXTS = new Texts(
            "VARIATION-DATE",
            "The two dates were swapped, or one was mistyped.",
            "Ask the Crown Court for the dates of both orders.",
            "Copy the date of the first order from that order.",
            "Proceeds of Crime Act 2002 ss 19 to 23: an order is varied after it was made");
    private static final Texts DIRECTION_TEXTS = new Texts(
            "VARIATION-DIRECTION",
            "The section is not the one applied, or the amounts before and after were swapped.",
            "Ask the Crown Court under which section it varied the order, and the amounts before and after.",
            "Copy the section from the application.",
            "Proceeds of Crime Act 2002 ss 21 to 23, as commonly read; not checked against the Act");
    private static final Texts NOTHING_TEXTS = new Texts(
            "VARIATION-NOTHING",
            "The figures of the first order were left standing.",
            "Ask the Crown Court what it changed.",
            "Enter the figures as varied before the order is sealed.",
            "Proceeds of Crime Act 2002 ss 21 to 23, as commonly read; not checked against the Act");
    private static final Texts PAID_TEXTS = new Texts(
            "VARIATION-PAID",
            "More was paid before the amount was lowered, or a payment was booked to the wrong account.",
            "Ask the enforcing court for the account, and the Crown Court whether a sum is to be repaid.",
            "Bring an up-to-date account to the hearing.",
            "Proceeds of Crime Act 2002 s 23");
    private static final Texts BEFORE_TEXTS = new Texts(
            "VARIATION-BEFORE",
            "A figure of the first order was mistyped, or it was varied before.",
            "Compare the figures with the first order and with any variation since.",
            "Copy the figures from the latest order in force.",
            "Proceeds of Crime Act 2002 s 7");

    /** An order is varied after it was made. */
    public static final Rule DATE = (fields, context) -> {
        Optional<LocalDate> made = fields.date("variedOrder.date");
        Optional<LocalDate> varied = fields.date("hearing.date");
        return made.isPresent() && varied.filter(made.get()::isAfter).isPresent()
                ? List.of(DATE_TEXTS.error(
                        "The variation of %s is older than the order of %s that it varies."
                                .formatted(Texts.day(varied.get()), Texts.day(made.get())),
                        "hearing.date",
                        "variedOrder.date"))
                : List.of();
    };

    /** Section 23 lowers, sections 21 and 22 raise. */
    public static final Rule DIRECTION = VariationRules::direction;

    /** Something is different afterwards. */
    public static final Rule SOMETHING_CHANGED = (fields, context) -> {
        boolean same = List.of("benefit", "available", "recoverable").stream().allMatch(name -> {
            Optional<Money> before = Sums.at(fields, "variedOrder." + name);
            return before.isPresent() && before.equals(Sums.at(fields, "confiscation." + name));
        });
        return same
                ? List.of(NOTHING_TEXTS.warning(
                        "Benefit, available and recoverable amount are what they were before.", NOW, BEFORE))
                : List.of();
    };

    /** No more was paid than is now to be paid. */
    public static final Rule PAID = (fields, context) -> {
        Optional<Money> paid = Sums.at(fields, "variedOrder.paid");
        Optional<Money> now = Sums.at(fields, NOW);
        return paid.isPresent() && now.filter(paid.get()::isMoreThan).isPresent()
                ? List.of(PAID_TEXTS.warning(
                        "%s has been paid, more than the %s that is now recoverable.".formatted(paid.get(), now.get()),
                        "variedOrder.paid",
                        NOW))
                : List.of();
    };

    /** The figures before add up as those of an order do. */
    public static final Rule BEFORE_ADDS_UP = (fields, context) -> {
        Optional<Money> benefit = Sums.at(fields, "variedOrder.benefit");
        Optional<Money> available = Sums.at(fields, "variedOrder.available");
        Optional<Money> recoverable = Sums.at(fields, BEFORE);
        if (benefit.isEmpty()
                || available.isEmpty()
                || recoverable.isEmpty()
                || available.get().isNothing()) {
            return List.of();
        }
        Money smaller = benefit.get().smaller(available.get());
        return smaller.equals(recoverable.get())
                ? List.of()
                : List.of(BEFORE_TEXTS.warning(
                        "Before, benefit was %s and the available amount %s, so the recoverable amount was %s; the paper"
                                        .formatted(benefit.get(), available.get(), smaller)
                                + " says " + recoverable.get() + ".",
                        BEFORE));
    };

    private VariationRules() {}

    private static List<Finding> direction(Fields fields, Rule.Context context) {
        Optional<Money> before = Sums.at(fields, BEFORE);
        Optional<Money> now = Sums.at(fields, NOW);
        Matcher section = SECTION.matcher(fields.value("variation.section").orElse(""));
        if (before.isEmpty() || now.isEmpty() || !section.find()) {
            return List.of();
        }
        boolean raised = now.get().isMoreThan(before.get());
        boolean lowered = before.get().isMoreThan(now.get());
        boolean wrong = switch (section.group()) {
            case "21", "22" -> lowered;
            case "23" -> raised;
            default -> false;
        };
        return wrong
                ? List.of(DIRECTION_TEXTS.warning(
                        "Section %s %s the amount, but it went from %s to %s."
                                .formatted(section.group(), raised ? "lowers" : "raises", before.get(), now.get()),
                        NOW,
                        BEFORE,
                        "variation.section"))
                : List.of();
    }
}
