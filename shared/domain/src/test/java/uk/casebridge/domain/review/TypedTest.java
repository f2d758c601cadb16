package uk.casebridge.domain.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.kind.Parser;

final class TypedTest {

    @Test
    void shouldTakeADateAsPeopleWriteIt() {
        for (String typed : new String[] {"2026-03-27", "27 3 2026", "27/03/2026", "27 March 2026", "27 mar 2026"}) {
            assertThat(Typed.of(Parser.DATE, typed)).as(typed).isEqualTo(new Typed.Value("2026-03-27"));
        }
    }

    @Test
    void shouldTakeAnIdentifierAsItStandsOnThePaperThoughItIsWrong() {
        assertThat(Typed.of(Parser.ASN, "no number")).isEqualTo(new Typed.Value("NO NUMBER"));
    }

    @Test
    void shouldRefuseWhatIsNoDateTimeOrSum() {
        assertThat(Typed.of(Parser.DATE, "31 6 2026")).isInstanceOf(Typed.Mistake.class);
        assertThat(Typed.of(Parser.DATE_AND_TIME, "27 3 2026")).isInstanceOf(Typed.Mistake.class);
        assertThat(Typed.of(Parser.DATE_AND_TIME, "27 3 2026 25:00")).isInstanceOf(Typed.Mistake.class);
        assertThat(Typed.of(Parser.MONEY, "12.345")).isInstanceOf(Typed.Mistake.class);
    }

    @Test
    void shouldTakeATimeOfDayInLondon() {
        assertThat(Typed.of(Parser.DATE_AND_TIME, "27 7 2026 at 14:30"))
                .isEqualTo(new Typed.Value("2026-07-27T13:30:00Z"));
    }

    @Property
    void shouldTakeEverySumWithItsPence(@ForAll @LongRange(min = 0, max = 99_999_999_999L) long pence) {
        String sum = "%d.%02d".formatted(pence / 100, pence % 100);
        assertThat(Typed.of(Parser.MONEY, "\u00a3" + sum)).isEqualTo(new Typed.Value(sum));
    }

    @Property
    void shouldTakeEveryDayInCanonicalForm(@ForAll @IntRange(min = -20_000, max = 40_000) int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        assertThat(Typed.of(Parser.DATE, date.toString())).isEqualTo(new Typed.Value(date.toString()));
    }
}
