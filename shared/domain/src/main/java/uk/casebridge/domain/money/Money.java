package uk.casebridge.domain.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A sum of money that a court ordered, in pence, from nothing to £999,999,999,999.99: the largest amount that the court
 * results standing data takes (exception HO100243).
 */
public record Money(long pence) implements Comparable<Money> {

    public static final Money NONE = new Money(0);
    public static final Money LARGEST = new Money(99_999_999_999_999L);

    private static final Pattern CANONICAL = Pattern.compile("\\d{1,12}\\.\\d{2}");
    private static final BigDecimal A_HUNDRED = BigDecimal.valueOf(100);

    public Money {
        if (pence < 0 || pence > 99_999_999_999_999L) {
            throw new IllegalArgumentException("Not a sum that a court can order: " + pence + " pence");
        }
    }

    public static Money pounds(long pounds) {
        return new Money(Math.multiplyExact(pounds, 100));
    }

    /** The sum in a field's canonical form, {@code 1234.50}; empty if it is not of that form. */
    public static Optional<Money> of(String canonical) {
        return CANONICAL.matcher(canonical).matches()
                ? Optional.of(new Money(Long.parseLong(canonical.replace(".", ""))))
                : Optional.empty();
    }

    /**
     * All sums together.
     *
     * @throws IllegalArgumentException if they come to more than {@link #LARGEST}
     */
    public static Money total(Collection<Money> sums) {
        long pence = 0;
        for (Money sum : sums) {
            pence += sum.pence;
        }
        return new Money(pence);
    }

    public boolean isMoreThan(Money other) {
        return pence > other.pence;
    }

    public boolean isNothing() {
        return pence == 0;
    }

    public Money smaller(Money other) {
        return pence <= other.pence ? this : other;
    }

    public Money larger(Money other) {
        return pence >= other.pence ? this : other;
    }

    /** The difference between the two, whichever is the larger. */
    public Money apart(Money other) {
        return new Money(Math.abs(pence - other.pence));
    }

    /** So many hundredths of it, half a penny rounded up. */
    public Money percent(int share) {
        return new Money(BigDecimal.valueOf(pence)
                .multiply(BigDecimal.valueOf(share))
                .divide(A_HUNDRED, 0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    /** Rounded to the pound, 50 pence up. */
    public Money toThePound() {
        return new Money(Math.min(LARGEST.pence, (pence + 50) / 100 * 100));
    }

    /** In a field's canonical form, {@code 1234.50}. */
    public String value() {
        return "%d.%02d".formatted(pence / 100, pence % 100);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(pence, other.pence);
    }

    /** As people write it, {@code £1,234.50}. */
    @Override
    public String toString() {
        return String.format(Locale.UK, "£%,d.%02d", pence / 100, pence % 100);
    }
}
