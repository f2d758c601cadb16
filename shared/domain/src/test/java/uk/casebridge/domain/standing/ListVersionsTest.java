package uk.casebridge.domain.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.paper.Sha256;

class ListVersionsTest {

    private static final LocalDate SPRING = LocalDate.of(2026, 3, 1);
    private static final LocalDate AUTUMN = LocalDate.of(2026, 9, 1);

    private final ListVersion first = version(1, SPRING);
    private final ListVersion corrected = version(2, SPRING);
    private final ListVersion later = version(3, AUTUMN);
    private final ListVersions all = ListVersions.NONE.with(List.of(first)).with(List.of(later, corrected));

    @Test
    void shouldTakeTheLatestInForceAndOfOneDateTheNewer() {
        assertThat(all.inForce(StandingList.OFFENCES, SPRING.minusDays(1))).isEmpty();
        assertThat(all.inForce(StandingList.OFFENCES, SPRING)).contains(corrected);
        assertThat(all.inForce(StandingList.OFFENCES, AUTUMN)).contains(later);
        assertThat(all.inForce(StandingList.COURTS, AUTUMN)).isEmpty();
    }

    @Test
    void shouldComeBackFromItsText() {
        assertThat(ListVersions.parse(all.text())).isEqualTo(all);
        assertThat(ListVersions.parse(ListVersions.NONE.text())).isEqualTo(ListVersions.NONE);
    }

    @Test
    void shouldNumberEachListByItself() {
        assertThat(all.nextNumber(StandingList.OFFENCES)).isEqualTo(4);
        assertThat(all.nextNumber(StandingList.COURTS)).isEqualTo(1);
        assertThat(all.number()).isEqualTo(2);
    }

    @Test
    void shouldRefuseWhatIsNotItsText() {
        assertThatThrownBy(() -> ListVersions.parse("1\nno list\n")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ListVersions.parse(all.text().replace("2026-03-01", "soon")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ListVersion version(int number, LocalDate effective) {
        return new ListVersion(
                StandingList.OFFENCES,
                number,
                effective,
                Instant.parse("2026-02-14T10:00:00Z"),
                "operator",
                10,
                Sha256.of(new byte[] {(byte) number}));
    }
}
