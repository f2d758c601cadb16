package uk.casebridge.domain.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.money.Money;

/** Sums of money in a record. A value that is no sum counts as not there: the rule on its form says so. */
final class Sums {

    private Sums() {}

    static Optional<Money> at(Fields fields, String path) {
        return fields.value(path).flatMap(Money::of);
    }

    /** All that fit a pattern; empty if there is none, or one of them is no sum, so that nothing is added up by halves. */
    static Optional<List<Money>> all(Fields fields, String pattern) {
        List<Money> sums = new ArrayList<>();
        for (Field field : fields.matching(pattern)) {
            Optional<Money> sum = Money.of(field.value());
            if (sum.isEmpty()) {
                return Optional.empty();
            }
            sums.add(sum.get());
        }
        return sums.isEmpty() ? Optional.empty() : Optional.of(sums);
    }

    static boolean yes(Fields fields, String path) {
        return fields.value(path).filter("yes"::equals).isPresent();
    }

    /** Sums as an addition is written down: {@code £80.00 + £85.00 = £165.00}. */
    static String working(List<Money> sums) {
        return String.join(" + ", sums.stream().map(Money::toString).toList()) + " = " + Money.total(sums);
    }

    /** What an imposition is for, by its words or by its result code. */
    enum Imposition {
        FINE,
        SURCHARGE,
        COMPENSATION,
        OTHER;

        static Imposition of(String type) {
            String lower = type.toLowerCase(Locale.ROOT).strip();
            if (lower.contains("surcharge") || lower.equals("fvs")) {
                return SURCHARGE;
            }
            if (lower.contains("compensation") || lower.equals("fcomp")) {
                return COMPENSATION;
            }
            return lower.matches("fo|.*\\bfines?\\b.*") ? FINE : OTHER;
        }
    }

    /** The sums imposed under one head; an imposition whose amount is no sum is left out. */
    static List<Money> imposed(Fields fields, Imposition imposition) {
        List<Money> sums = new ArrayList<>();
        for (String member : fields.members("impositions")) {
            if (fields.value(member + ".type").map(Imposition::of).orElse(Imposition.OTHER) == imposition) {
                at(fields, member + ".amount").ifPresent(sums::add);
            }
        }
        return sums;
    }
}
