package uk.casebridge.domain.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.casebridge.domain.money.Money;

class MoneyLawTest {

    private static final LocalDate NEW = LocalDate.of(2015, 6, 1);
    private static final LocalDate OLD = LocalDate.of(2015, 5, 31);

    @ParameterizedTest
    @CsvSource({
        "0.00,6 months,7 days",
        "200.00,6 months,7 days",
        "200.01,6 months,14 days",
        "500.00,6 months,14 days",
        "1000.00,6 months,28 days",
        "2500.00,6 months,45 days",
        "5000.00,6 months,3 months",
        "10000.00,6 months,6 months",
        "10000.01,5 years,12 months",
        "20000.01,5 years,18 months",
        "50000.01,5 years,2 years",
        "100000.01,5 years,3 years",
        "250000.01,5 years,5 years",
        "500000.00,5 years,5 years",
        "500000.01,7 years,5 years",
        "1000000.00,7 years,5 years",
        "1000000.01,14 years,10 years"
    })
    void shouldKnowTheLongestTermOfAConfiscationOrder(String sum, String now, String before) {
        assertThat(longest(DefaultTerms.CONFISCATION, sum, NEW)).isEqualTo(now);
        assertThat(longest(DefaultTerms.CONFISCATION, sum, OLD)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"200.00,7 days", "200.01,14 days", "1000.01,45 days", "5000.00,3 months", "5000.01,none"})
    void shouldKnowTheLongestTermOfAFine(String sum, String term) {
        assertThat(longest(DefaultTerms.MAGISTRATES_FINE, sum, NEW)).isEqualTo(term);
    }

    @Property(tries = 300)
    void shouldNeverAllowLessForMore(
            @ForAll @LongRange(min = 0, max = 200_000_000) long one,
            @ForAll @LongRange(min = 0, max = 200_000_000) long other) {
        for (LocalDate day : List.of(OLD, NEW)) {
            DefaultTerms.Scale scale =
                    DefaultTerms.CONFISCATION.on(day).orElseThrow().value();
            Term less = scale.longestFor(new Money(Math.min(one, other))).orElseThrow();
            Term more = scale.longestFor(new Money(Math.max(one, other))).orElseThrow();
            assertThat(less.isLongerThan(more, day)).isFalse();
        }
    }

    @Test
    void shouldRefuseBandsOutOfOrder() {
        DefaultTerms.Band band = new DefaultTerms.Band(Money.pounds(5), Term.days(1));
        assertThatThrownBy(() -> new DefaultTerms.Scale(List.of(band, band), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        // The day before and the day of each change.
        "2012-09-30,none,500.00",
        "2012-10-01,50.00,500.00",
        "2016-04-07,20.00,100.00",
        "2016-04-08,30.00,100.00",
        "2019-06-27,30.00,100.00",
        "2019-06-28,32.00,100.00",
        "2020-04-14,34.00,100.00",
        "2022-06-15,34.00,100.00",
        "2022-06-16,40.00,100.00",
        // Its bounds and its rounding.
        "2022-06-16,2000.00,5000.00",
        "2022-06-16,2000.00,5001.25",
        "2022-06-16,80.00,200.50",
        "2022-06-16,81.00,201.25",
        "2019-06-28,181.00,9000.00"
    })
    void shouldKnowTheSurchargeOnAFine(LocalDate offence, String surcharge, String fine) {
        assertThat(Surcharge.FINE
                        .on(offence)
                        .map(order ->
                                order.value().on(Money.of(fine).orElseThrow()).value())
                        .orElse("none"))
                .isEqualTo(surcharge);
    }

    @ParameterizedTest
    @CsvSource({
        "18 months,18 months",
        "2 years and 6 months' imprisonment,2 years and 6 months",
        "45 DAYS,45 days",
        "6 weeks in default,42 days",
        "1 year,1 year"
    })
    void shouldReadATerm(String words, String said) {
        assertThat(Term.of(words).map(Term::toString)).contains(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "six months", "6 months less 10 days served", "life", "0 days", "6", "1 of 2 years"})
    void shouldNotGuessATerm(String words) {
        assertThat(Term.of(words)).isEmpty();
    }

    private static String longest(Dated<DefaultTerms.Scale> law, String sum, LocalDate day) {
        return law.on(day)
                .flatMap(scale -> scale.value().longestFor(Money.of(sum).orElseThrow()))
                .map(Term::toString)
                .orElse("none");
    }
}
