package uk.casebridge.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.money.Money;

class ConfiscationRulesTest {

    private static final Record ORDER = Record.of(
            "hearing.date", "2026-09-14",
            "confiscation.benefit", "45000.00",
            "confiscation.available", "12000.00",
            "confiscation.recoverable", "12000.00",
            "confiscation.compensation", "2000.00",
            "confiscation.defaultTerm", "12 months",
            "payments[1].amount", "2000.00",
            "payments[1].due", "2026-10-12",
            "payments[2].amount", "10000.00",
            "payments[2].due", "2026-12-14",
            "assets[1].value", "12000.00");

    @Test
    void shouldFindNothingWrongWithAGoodOrder() {
        assertThat(ORDER.foundBy("confiscation-order")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // Benefit, available, recoverable, hidden assets, what is found.
        "100.00,50.00,50.00,no,''",
        "50.00,100.00,50.00,no,''",
        "100.00,50.00,50.01,no,ERROR",
        "100.00,50.00,49.99,no,ERROR",
        "100.00,50.00,100.00,no,ERROR",
        "100.00,50.00,100.00,yes,''",
        "100.00,50.00,80.00,yes,''",
        "100.00,50.00,100.01,yes,ERROR",
        "100.00,50.00,49.99,yes,ERROR",
        "100.00,0.00,1.00,no,''",
        "100.00,0.00,0.00,no,''",
        "100.00,0.00,1.01,no,WARNING",
        "100.00,0.00,10.01,no,ERROR",
        "100.00,0.00,100.00,no,ERROR"
    })
    void shouldWorkOutTheRecoverableAmount(
            String benefit, String available, String recoverable, String hidden, String severity) {
        Record order = Record.of(
                "confiscation.benefit", benefit,
                "confiscation.available", available,
                "confiscation.recoverable", recoverable,
                "confiscation.hiddenAssets", hidden,
                "confiscation.defaultTerm", "7 days");

        assertThat(order.foundBy("confiscation-order"))
                .isEqualTo(severity.isEmpty() ? List.of() : List.of("CONFISCATION-RECOVERABLE " + severity));
    }

    @Property(tries = 300)
    void shouldTakeNothingButTheSmallerOfTheTwo(
            @ForAll @LongRange(min = 0, max = 500_000_000) long benefit,
            @ForAll @LongRange(min = 1, max = 500_000_000) long available,
            @ForAll @LongRange(min = 0, max = 500_000_000) long recoverable) {
        boolean found = ORDER.without("payments")
                .with(
                        "confiscation.benefit", new Money(benefit).value(),
                        "confiscation.available", new Money(available).value(),
                        "confiscation.recoverable", new Money(recoverable).value())
                .foundBy("confiscation-order")
                .contains("CONFISCATION-RECOVERABLE ERROR");

        assertThat(found).isEqualTo(recoverable != Math.min(benefit, available));
    }

    @Test
    void shouldShowItsWorking() {
        assertThat(ORDER.with("confiscation.recoverable", "45000.00")
                        .findings("confiscation-order")
                        .getFirst()
                        .what())
                .isEqualTo("Benefit is £45,000.00 and the available amount £12,000.00, so the recoverable amount is"
                        + " £12,000.00; the order says £45,000.00.");
    }

    @ParameterizedTest
    @CsvSource({"12000.00,''", "12000.01,CONFISCATION-COMPENSATION ERROR"})
    void shouldPayNoMoreCompensationThanIsRecovered(String compensation, String found) {
        expect(ORDER.with("confiscation.compensation", compensation), found);
    }

    @ParameterizedTest
    @CsvSource({
        // Made, due, extended, what is found: limits of three and six months, of six and twelve before 1 June 2015.
        "2026-09-14,2026-12-14,no,''",
        "2026-09-14,2026-12-15,no,TIME-TO-PAY ERROR",
        "2026-09-14,2027-03-14,yes,''",
        "2026-09-14,2027-03-15,yes,TIME-TO-PAY ERROR",
        "2026-09-14,2026-09-14,no,''",
        "2026-09-14,2026-09-13,no,TIME-TO-PAY ERROR",
        "2015-06-01,2015-09-01,no,''",
        "2015-06-01,2015-09-02,no,TIME-TO-PAY ERROR",
        "2015-05-31,2015-11-30,no,''",
        "2015-05-31,2015-12-01,no,TIME-TO-PAY WARNING",
        "2015-05-31,2016-05-31,yes,''",
        "2015-05-31,2016-06-01,yes,TIME-TO-PAY WARNING",
        // The last day of a short month.
        "2026-11-30,2027-02-28,no,''",
        "2026-11-30,2027-03-01,no,TIME-TO-PAY ERROR"
    })
    void shouldKeepTimeToPayWithinItsLimits(String made, String due, String extended, String found) {
        Record order = ORDER.without("payments[2]")
                .with("hearing.date", made, "payments[1].due", due, "payments[1].amount", "12000.00");
        expect(extended.equals("yes") ? order.with("timeToPay.extendedOn", made) : order, found);
    }

    @Property(tries = 300)
    void shouldFindAnyDayAfterTheThirdMonth(@ForAll @IntRange(max = 400) int days) {
        LocalDate made = LocalDate.of(2026, 1, 31);
        LocalDate due = made.plusDays(days);
        boolean found = ORDER.with(
                        "hearing.date",
                        made.toString(),
                        "payments[2].due",
                        due.toString(),
                        "payments[1].due",
                        made.toString())
                .foundBy("confiscation-order")
                .contains("TIME-TO-PAY ERROR");

        assertThat(found).isEqualTo(due.isAfter(LocalDate.of(2026, 4, 30)));
    }

    @ParameterizedTest
    @CsvSource({
        "10000.00,2015-06-01,6 months,''",
        "10000.00,2015-06-01,6 months and 1 day,CONFISCATION-DEFAULT-TERM ERROR",
        "10000.01,2015-06-01,5 years,''",
        "10000.01,2015-06-01,5 years and 1 day,CONFISCATION-DEFAULT-TERM ERROR",
        "500000.01,2026-09-14,7 years,''",
        "1000000.00,2026-09-14,8 years,CONFISCATION-DEFAULT-TERM ERROR",
        "1000000.01,2026-09-14,14 years,''",
        // Before June 2015: a term that the later table allows is a warning, one that no table allows blocks.
        "10000.01,2015-05-31,12 months,''",
        "10000.01,2015-05-31,18 months,CONFISCATION-DEFAULT-TERM WARNING",
        "10000.01,2015-05-31,6 years,CONFISCATION-DEFAULT-TERM ERROR",
        "200.00,2015-05-31,8 days,CONFISCATION-DEFAULT-TERM WARNING",
        "10000.00,2026-09-14,half a year,TERM-UNCLEAR WARNING"
    })
    void shouldKeepTheDefaultTermWithinItsBand(String sum, String made, String term, String found) {
        expect(
                ORDER.without("payments")
                        .without("assets")
                        .with(
                                "hearing.date", made,
                                "confiscation.benefit", sum,
                                "confiscation.available", sum,
                                "confiscation.recoverable", sum,
                                "confiscation.compensation", "1.00",
                                "confiscation.defaultTerm", term),
                found);
    }

    @Test
    void shouldMissATerm() {
        expect(ORDER.without("confiscation.defaultTerm"), "CONFISCATION-NO-DEFAULT-TERM WARNING");
    }

    @ParameterizedTest
    @CsvSource({"10000.01,PAYMENTS-SUM ERROR", "9999.99,PAYMENTS-SUM WARNING", "£1,''"})
    void shouldAddUpTheParts(String second, String found) {
        expect(ORDER.with("payments[2].amount", second), found);
    }

    @Test
    void shouldCompareTheAssetsWithWhatIsAvailable() {
        expect(ORDER.with("assets[2].value", "0.01"), "ASSETS-SUM WARNING");
        expect(ORDER.with("assets[2].value", "0.01", "confiscation.hiddenAssets", "yes"), "");
    }

    @Test
    void shouldSayFourThingsAndASourceInEachFinding() {
        List<Finding> findings = ORDER.with(
                        "confiscation.recoverable", "1.00",
                        "confiscation.defaultTerm", "20 years",
                        "payments[1].due", "2030-01-01",
                        "assets[2].value", "5.00")
                .findings("confiscation-order");

        assertThat(findings)
                .hasSize(6)
                .allSatisfy(finding -> assertThat(List.of(
                                finding.what(),
                                finding.cause(),
                                finding.howToCorrect(),
                                finding.howToAvoid(),
                                finding.source()))
                        .noneMatch(String::isBlank));
    }

    private static void expect(Record order, String found) {
        assertThat(order.foundBy("confiscation-order")).isEqualTo(found.isEmpty() ? List.of() : List.of(found));
    }
}
