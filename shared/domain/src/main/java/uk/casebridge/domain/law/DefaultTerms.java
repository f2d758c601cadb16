package uk.casebridge.domain.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.casebridge.domain.money.Money;

/** The longest terms that courts may fix in default of payment, by the sum and by the date of the order. */
public final class DefaultTerms {

    /**
     * Bands of sums, the lowest first. A band holds what is more than the one below and not more than its own upper end,
     * so that exactly £10,000 is in the band that ends there.
     *
     * @param bands the bands that end somewhere
     * @param above what holds above them all; empty where no term is laid down there
     */
    public record Scale(List<Band> bands, Optional<Term> above) {

        public Scale {
            bands = List.copyOf(bands);
            for (int i = 1; i < bands.size(); i++) {
                if (!bands.get(i).upTo().isMoreThan(bands.get(i - 1).upTo())) {
                    throw new IllegalArgumentException(
                            "The band to " + bands.get(i).upTo() + " follows a higher one");
                }
            }
        }

        /** The longest term for a sum. */
        public Optional<Term> longestFor(Money sum) {
            return bands.stream()
                    .filter(band -> !sum.isMoreThan(band.upTo()))
                    .map(Band::longest)
                    .findFirst()
                    .or(() -> above);
        }
    }

    /** One band: sums to here, and their longest term. */
    public record Band(Money upTo, Term longest) {}

    private static final List<Band> TO_FIVE_THOUSAND = List.of(
            band(200, Term.days(7)),
            band(500, Term.days(14)),
            band(1_000, Term.days(28)),
            band(2_500, Term.days(45)),
            band(5_000, Term.months(3)));

    private static final List<Band> CROWN_COURT_FINES = List.of(
            band(200, Term.days(7)),
            band(500, Term.days(14)),
            band(1_000, Term.days(28)),
            band(2_500, Term.days(45)),
            band(5_000, Term.months(3)),
            band(10_000, Term.months(6)),
            band(20_000, Term.months(12)),
            band(50_000, Term.months(18)),
            band(100_000, Term.years(2)),
            band(250_000, Term.years(3)),
            band(1_000_000, Term.years(5)));

    /**
     * In default of a confiscation order, by the day it was made. Which table an order of an old offence falls under is
     * not settled by our sources, so a rule that blocks asks for a term that none of them allows.
     */
    public static final Dated<Scale> CONFISCATION = Dated.from(
                    LocalDate.of(2000, 8, 25),
                    new Scale(CROWN_COURT_FINES, Optional.of(Term.years(10))),
                    "Powers of Criminal Courts (Sentencing) Act 2000 s 139(4), as it held for orders before 1 June 2015")
            .then(
                    LocalDate.of(2015, 6, 1),
                    new Scale(
                            List.of(
                                    band(10_000, Term.months(6)),
                                    band(500_000, Term.years(5)),
                                    band(1_000_000, Term.years(7))),
                            Optional.of(Term.years(14))),
                    "Proceeds of Crime Act 2002 s 35(2A), put in by the Serious Crime Act 2015 s 10");

    /** In default of a fine imposed by a magistrates' court, for the sums whose terms our sources hold. */
    public static final Dated<Scale> MAGISTRATES_FINE = Dated.from(
            LocalDate.of(1992, 10, 1),
            new Scale(TO_FIVE_THOUSAND, Optional.empty()),
            "Magistrates' Courts Act 1980 Sch 4, as amended by the Criminal Justice Act 1991 s 23");

    /**
     * The same above £5,000. These bands are commonly given but were not checked against the statute: a rule may warn by
     * them, not block.
     */
    public static final Dated<Scale> MAGISTRATES_FINE_UNVERIFIED = Dated.from(
            LocalDate.of(1992, 10, 1),
            new Scale(List.of(band(10_000, Term.months(6))), Optional.of(Term.months(12))),
            "Magistrates' Courts Act 1980 Sch 4; bands above £5,000 as commonly given, not checked against the Act");

    /** The longest term that a magistrates' court may fix in default, whatever the sum. */
    public static final Term MAGISTRATES_CAP = Term.months(12);

    private DefaultTerms() {}

    private static Band band(long pounds, Term longest) {
        return new Band(Money.pounds(pounds), longest);
    }
}
