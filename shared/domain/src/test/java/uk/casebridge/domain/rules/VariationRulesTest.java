package uk.casebridge.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariationRulesTest {

    private static final Record VARIATION = Record.of(
            "hearing.date", "2026-09-14",
            "variedOrder.date", "2025-03-03",
            "variation.section", "Section 23 of the Proceeds of Crime Act 2002",
            "variedOrder.benefit", "45000.00",
            "variedOrder.available", "12000.00",
            "variedOrder.recoverable", "12000.00",
            "variedOrder.paid", "500.00",
            "confiscation.benefit", "45000.00",
            "confiscation.available", "9000.00",
            "confiscation.recoverable", "9000.00",
            "confiscation.defaultTerm", "6 months");

    @Test
    void shouldFindNothingWrongWithAGoodVariation() {
        expect(VARIATION, "");
    }

    @ParameterizedTest
    @CsvSource({
        "s 23,9000.00,''",
        "s 23,13000.00,VARIATION-DIRECTION WARNING",
        "s22(4),13000.00,''",
        "s22(4),9000.00,VARIATION-DIRECTION WARNING",
        "section 21,9000.00,VARIATION-DIRECTION WARNING",
        "under the Act of 2002,13000.00,''"
    })
    void shouldKnowWhichWayASectionGoes(String section, String now, String found) {
        expect(
                VARIATION.with(
                        "variation.section", section,
                        "confiscation.available", now,
                        "confiscation.recoverable", now),
                found);
    }

    @Test
    void shouldNotVaryAnOrderBeforeItWasMade() {
        expect(VARIATION.with("variedOrder.date", "2026-09-15"), "VARIATION-DATE ERROR");
        expect(VARIATION.with("variedOrder.date", "2026-09-14"), "");
    }

    @Test
    void shouldAskWhatWasVariedWhereNothingIsDifferent() {
        expect(
                VARIATION.with("confiscation.available", "12000.00", "confiscation.recoverable", "12000.00"),
                "VARIATION-NOTHING WARNING");
    }

    @Test
    void shouldSeeThatMoreWasPaidThanIsDue() {
        expect(VARIATION.with("variedOrder.paid", "9000.01"), "VARIATION-PAID WARNING");
        expect(VARIATION.with("variedOrder.paid", "9000.00"), "");
    }

    @Test
    void shouldCheckTheFiguresBefore() {
        expect(VARIATION.with("variedOrder.recoverable", "12500.00"), "VARIATION-BEFORE WARNING");
    }

    @Test
    void shouldTakeTheTableOfTheDayOfTheFirstOrder() {
        Record old = VARIATION.with(
                "confiscation.available", "11000.00",
                "confiscation.recoverable", "11000.00",
                "confiscation.defaultTerm", "18 months");

        expect(old, "");
        expect(old.with("variedOrder.date", "2015-05-31"), "CONFISCATION-DEFAULT-TERM WARNING");
    }

    private static void expect(Record variation, String found) {
        assertThat(variation.foundBy("confiscation-variation")).isEqualTo(found.isEmpty() ? List.of() : List.of(found));
    }
}
