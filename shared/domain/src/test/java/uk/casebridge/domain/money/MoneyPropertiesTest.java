package uk.casebridge.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class MoneyPropertiesTest {

    @Property(tries = 200)
    void shouldReadBackWhatItWrites(@ForAll @LongRange(min = 0, max = 99_999_999_999_999L) long pence) {
        Money money = new Money(pence);

        assertThat(Money.of(money.value())).contains(money);
        assertThat(Money.of(money.toString().replaceAll("[£,]", ""))).contains(money);
    }

    @Property(tries = 200)
    void shouldRoundToTheNearestPound(@ForAll @LongRange(min = 0, max = 1_000_000_000L) long pence) {
        Money rounded = new Money(pence).toThePound();

        assertThat(rounded.pence() % 100).isZero();
        assertThat(rounded.apart(new Money(pence)).pence()).isLessThanOrEqualTo(50);
    }

    @Property(tries = 200)
    void shouldTakeAShareToThePenny(
            @ForAll @LongRange(min = 0, max = 1_000_000_000L) long pence,
            @ForAll @IntRange(min = 0, max = 100) int share) {
        long hundredths = pence * share;

        assertThat(new Money(pence).percent(share).pence() * 100 - hundredths).isBetween(-49L, 50L);
    }

    @Example
    void shouldKnowWhatIsNoSum() {
        assertThat(List.of("1,234.50", "£5.00", "-1.00", "5", "5.0", "1234567890123.00", "five"))
                .allMatch(text -> Money.of(text).isEmpty());
        assertThatThrownBy(() -> new Money(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.total(List.of(Money.LARGEST, new Money(1))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
