package uk.casebridge.domain.law;

import java.time.LocalDate;
import uk.casebridge.domain.money.Money;

/**
 * The victim surcharge that goes with a fine, for offenders of 18 and over. The day of the offence decides; where several
 * offences are dealt with together and a change lies between them, the older order applies to all (Criminal Justice Act
 * 2003 (Surcharge) Order 2012, article 3 of each amendment).
 */
public final class Surcharge {

    /**
     * A share of all fines imposed on the occasion, within bounds.
     *
     * @param percent the share in hundredths
     * @param least the smallest surcharge
     * @param most the largest
     */
    public record OnFine(int percent, Money least, Money most) {

        /** What is due on fines of so much together, rounded to the pound. */
        public Money on(Money fines) {
            return fines.percent(percent).toThePound().larger(least).smaller(most);
        }

        /** The same where the pence were not rounded away. */
        public Money toThePenny(Money fines) {
            return fines.percent(percent).larger(least).smaller(most);
        }
    }

    public static final Dated<OnFine> FINE = Dated.from(
                    LocalDate.of(2012, 10, 1),
                    new OnFine(10, Money.pounds(20), Money.pounds(120)),
                    "Criminal Justice Act 2003 (Surcharge) Order 2012")
            .then(
                    LocalDate.of(2016, 4, 8),
                    new OnFine(10, Money.pounds(30), Money.pounds(170)),
                    "Criminal Justice Act 2003 (Surcharge) (Amendment) Order 2016, SI 2016/389")
            .then(
                    LocalDate.of(2019, 6, 28),
                    new OnFine(10, Money.pounds(32), Money.pounds(181)),
                    "Criminal Justice Act 2003 (Surcharge) (Amendment) Order 2019")
            .then(
                    LocalDate.of(2020, 4, 14),
                    new OnFine(10, Money.pounds(34), Money.pounds(190)),
                    "Criminal Justice Act 2003 (Surcharge) (Amendment) Order 2020; amounts not checked against the order")
            .then(
                    LocalDate.of(2022, 6, 16),
                    new OnFine(40, Money.NONE, Money.pounds(2_000)),
                    "Criminal Justice Act 2003 (Surcharge) (Amendment) Order 2022");

    private Surcharge() {}
}
