package uk.casebridge.domain.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DatedTest {

    private static final LocalDate FIRST = LocalDate.of(2002, 3, 24);
    private static final LocalDate CHANGE = LocalDate.of(2015, 6, 1);
    private static final Dated<String> LAW =
            Dated.from(FIRST, "old", "Act 2002").then(CHANGE, "new", "Act 2015");

    @Test
    void shouldChangeOnTheDayOfTheChange() {
        assertThat(LAW.on(CHANGE.minusDays(1)).map(Dated.Value::value)).contains("old");
        assertThat(LAW.on(CHANGE)).contains(new Dated.Value<>("new", CHANGE, Optional.empty(), "Act 2015"));
    }

    @Test
    void shouldKnowNothingBeforeItBegan() {
        assertThat(LAW.on(FIRST.minusDays(1))).isEqualTo(Optional.empty());
        assertThat(LAW.on(FIRST)).isPresent();
    }

    @Test
    void shouldKnowNothingAfterItsEnd() {
        Dated<String> repealed = LAW.until(LocalDate.of(2030, 1, 31));

        assertThat(repealed.on(LocalDate.of(2030, 1, 31))).isPresent();
        assertThat(repealed.on(LocalDate.of(2030, 2, 1))).isEqualTo(Optional.empty());
    }

    @Test
    void shouldRefuseAGap() {
        Dated<String> ended = LAW.until(LocalDate.of(2030, 1, 31));

        assertThatThrownBy(() -> ended.then(LocalDate.of(2030, 2, 2), "later", "Act 2030"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Act 2030 begins on 2030-02-02, but Act 2015 ends on the day before 2030-02-01");
    }

    @Test
    void shouldRefuseAnOverlap() {
        Dated.Value<String> old = new Dated.Value<>("old", FIRST, Optional.of(CHANGE), "Act 2002");
        Dated.Value<String> other = new Dated.Value<>("new", CHANGE, Optional.empty(), "Act 2015");

        assertThatThrownBy(() -> Dated.of(List.of(old, other))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Dated.of(List.of(other, old)))
                .hasMessage("Act 2015 has no last day, and yet Act 2002 follows it");
        assertThatThrownBy(() -> LAW.then(CHANGE, "another", "Act 2016")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldRefuseLawWithoutASource() {
        assertThatThrownBy(() -> Dated.from(FIRST, "old", " ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 200)
    void shouldHaveExactlyOneValueOnEachDayFromTheFirst(@ForAll @IntRange(min = 0, max = 20_000) int days) {
        LocalDate day = FIRST.plusDays(days);

        assertThat(LAW.values().stream().filter(value -> value.holdsOn(day))).hasSize(1);
        assertThat(LAW.on(day).map(Dated.Value::value)).contains(day.isBefore(CHANGE) ? "old" : "new");
    }
}
