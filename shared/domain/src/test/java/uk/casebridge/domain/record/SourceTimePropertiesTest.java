package uk.casebridge.domain.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uk.casebridge.domain.record.SourceTime.Order;

class SourceTimePropertiesTest {

    private static final Instant MORNING = Instant.parse("2026-08-14T08:00:00Z");

    @Property
    void twoPapersShouldSeeEachOtherTheOtherWayRound(@ForAll("times") SourceTime one, @ForAll("times") SourceTime two) {
        Order there = one.against(two);
        Order back = two.against(one);
        switch (there) {
            case NEWER, NEWER_BY_FILE_TIME -> assertThat(back).isEqualTo(Order.OLDER);
            case OLDER -> assertThat(back).isIn(Order.NEWER, Order.NEWER_BY_FILE_TIME);
            case IN_DOUBT -> assertThat(back).isEqualTo(Order.IN_DOUBT);
        }
    }

    @Property
    void noPaperShouldBeNewerThanItself(@ForAll("times") SourceTime time) {
        assertThat(time.against(time)).isEqualTo(Order.IN_DOUBT);
    }

    @Example
    void whatIsStatedShouldOutweighTheFile() {
        assertThat(stated(1, 9).against(stated(2, 5))).isEqualTo(Order.OLDER);
    }

    @Example
    void theFileShouldDecideBetweenPapersThatStateTheSame() {
        assertThat(stated(1, 9).against(stated(1, 5))).isEqualTo(Order.NEWER_BY_FILE_TIME);
    }

    @Example
    void shouldBeInDoubtWhereOnlyOneStatesItsTime() {
        SourceTime silent = new SourceTime(Optional.empty(), SourceTime.Evidence.FILE, Optional.of(MORNING));
        assertThat(stated(1, 9).against(silent)).isEqualTo(Order.IN_DOUBT);
    }

    @Provide
    Arbitrary<SourceTime> times() {
        Arbitrary<Optional<Instant>> moments = Arbitraries.integers()
                .between(0, 3)
                .map(hour -> MORNING.plusSeconds(hour * 3600L))
                .optional();
        return Combinators.combine(moments, Arbitraries.of(SourceTime.Evidence.class), moments)
                .as(SourceTime::new);
    }

    private static SourceTime stated(int hour, int fileHour) {
        return new SourceTime(
                Optional.of(MORNING.plusSeconds(hour * 3600L)),
                SourceTime.Evidence.PRINTED,
                Optional.of(MORNING.plusSeconds(fileHour * 3600L)));
    }

    @net.jqwik.api.Example
    void shouldTrustTheTimesOfFilesThatOneProgramMadeApart() {
        SourceTime first = file("LibreOffice 7.2", 0);
        assertThat(file("LibreOffice 7.2", 61).restsOnWeakFileTimes(first)).isFalse();
        assertThat(file("LibreOffice 7.2", 60).restsOnWeakFileTimes(first)).isTrue();
        assertThat(file("Scanner", 600).restsOnWeakFileTimes(first)).isTrue();
        assertThat(new SourceTime(first.stated(), first.evidence(), first.fileTime()).restsOnWeakFileTimes(first))
                .isTrue();
    }

    @net.jqwik.api.Example
    void shouldNotAskTheFilesWhereThePapersSay() {
        SourceTime printed = new SourceTime(
                Optional.of(Instant.EPOCH.plusSeconds(9)), SourceTime.Evidence.PRINTED, Optional.of(Instant.EPOCH));
        assertThat(printed.restsOnWeakFileTimes(file("LibreOffice 7.2", 0))).isFalse();
    }

    private static SourceTime file(String maker, int seconds) {
        return new SourceTime(
                Optional.of(Instant.EPOCH),
                SourceTime.Evidence.PRINTED,
                Optional.of(Instant.EPOCH.plusSeconds(seconds)),
                Optional.of(maker));
    }
}
