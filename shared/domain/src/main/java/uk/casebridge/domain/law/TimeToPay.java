package uk.casebridge.domain.law;

import java.time.LocalDate;
import java.time.Period;

/** How long a court may give to pay a confiscation order, counted from the day the order was made. */
public final class TimeToPay {

    /**
     * Limits in force on a day.
     *
     * @param first what the court may give with the order
     * @param extended what it may come to once it has been extended
     */
    public record Limits(Period first, Period extended) {}

    /** The limits for older orders are from a journal and explanatory notes, not from the Act: a rule may warn by them. */
    public static final LocalDate CHECKED_FROM = LocalDate.of(2015, 6, 1);

    public static final Dated<Limits> CONFISCATION = Dated.from(
                    LocalDate.of(2003, 3, 24),
                    new Limits(Period.ofMonths(6), Period.ofMonths(12)),
                    "Proceeds of Crime Act 2002 s 11, as it held for orders before 1 June 2015")
            .then(
                    CHECKED_FROM,
                    new Limits(Period.ofMonths(3), Period.ofMonths(6)),
                    "Proceeds of Crime Act 2002 s 11, as substituted by the Serious Crime Act 2015 s 5");

    private TimeToPay() {}
}
