package uk.casebridge.domain.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BankHolidaysTest {

    private final BankHolidays days = new BuiltInStandingData().bankHolidays();

    @ParameterizedTest
    @CsvSource({
        "2016-12-27,Christmas Day (substitute day)",
        "2020-05-08,Early May bank holiday (VE day)",
        "2021-12-28,Boxing Day (substitute day)",
        "2022-09-19,Bank Holiday for the State Funeral of Queen Elizabeth II",
        "2023-05-08,Bank holiday for the coronation of King Charles III",
        "2026-04-03,Good Friday",
        "2026-12-28,Boxing Day (substitute day)",
        "2027-03-29,Easter Monday"
    })
    void shouldKnowWhatWasPublished(LocalDate day, String title) {
        assertThat(days.named(day)).contains(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-05-04", "2022-05-30", "2026-12-24", "2026-04-02"})
    void shouldNotTakeAnOrdinaryDayForOne(LocalDate day) {
        assertThat(days.isWorkingDay(day)).isTrue();
    }

    @Test
    void shouldHaveTheDaysOfTheRuleInEveryPublishedYearButThoseThatWereMovedOrAdded() {
        Set<LocalDate> otherwise = new TreeSet<>();
        for (int year : IntStream.rangeClosed(2015, 2027).toArray()) {
            assertThat(days.isPublished(year)).isTrue();
            Set<LocalDate> rule = BankHolidays.byRule(year).keySet();
            LocalDate.of(year, 1, 1)
                    .datesUntil(LocalDate.of(year + 1, 1, 1))
                    .filter(day -> days.named(day).isPresent() != rule.contains(day))
                    .forEach(otherwise::add);
        }

        assertThat(otherwise)
                .extracting(LocalDate::toString)
                .containsExactly(
                        "2020-05-04", // moved to
                        "2020-05-08",
                        "2022-05-30", // moved to
                        "2022-06-02",
                        "2022-06-03",
                        "2022-09-19",
                        "2023-05-08");
    }

    @Test
    void shouldWorkLaterYearsOutAndSaySo() {
        assertThat(days.isPublished(2030)).isFalse();
        assertThat(days.named(LocalDate.of(2030, 4, 19))).contains("Good Friday");
        assertThat(days.named(LocalDate.of(2028, 1, 3))).contains("New Year's Day (substitute day)");
    }

    @Test
    void shouldTakeAWholeYearFromTheNewerList() {
        BankHolidays newer = BankHolidays.published(Map.of(LocalDate.of(2028, 6, 1), "Moved"));

        BankHolidays both = days.replacedBy(newer);

        assertThat(both.named(LocalDate.of(2028, 6, 1))).contains("Moved");
        assertThat(both.named(LocalDate.of(2028, 4, 14))).isEmpty();
        assertThat(both.named(LocalDate.of(2026, 4, 3))).contains("Good Friday");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24,2026-11-24", // a Tuesday
        "2026-11-22,2026-11-20", // a Sunday
        "2026-12-28,2026-12-24", // Boxing Day's substitute, after Christmas and the weekend
        "2026-04-06,2026-04-02" // Easter Monday
    })
    void shouldGoBackToTheLastWorkingDay(LocalDate day, LocalDate working) {
        assertThat(days.workingDayOnOrBefore(day)).isEqualTo(working);
    }
}
