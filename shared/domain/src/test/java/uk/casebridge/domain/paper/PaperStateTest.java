package uk.casebridge.domain.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.casebridge.domain.paper.PaperState.AWAITED;
import static uk.casebridge.domain.paper.PaperState.DUPLICATE;
import static uk.casebridge.domain.paper.PaperState.QUARANTINED;
import static uk.casebridge.domain.paper.PaperState.READING;
import static uk.casebridge.domain.paper.PaperState.RECORDED;
import static uk.casebridge.domain.paper.PaperState.REFUSED;
import static uk.casebridge.domain.paper.PaperState.REVIEW;
import static uk.casebridge.domain.paper.PaperState.STORED;
import static uk.casebridge.domain.paper.PaperState.TAKEN_APART;
import static uk.casebridge.domain.paper.PaperState.WITHDRAWING;
import static uk.casebridge.domain.paper.PaperState.WITHDRAWN;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaperStateTest {

    /** The table a second time, on purpose: whoever changes it says so twice. */
    private static final Map<PaperState, Set<PaperState>> TABLE = Map.ofEntries(
            Map.entry(AWAITED, Set.of(STORED, DUPLICATE, REFUSED)),
            Map.entry(STORED, Set.of(READING, QUARANTINED, WITHDRAWING)),
            Map.entry(READING, Set.of(READING, RECORDED, TAKEN_APART, REVIEW, REFUSED, QUARANTINED)),
            Map.entry(REVIEW, Set.of(READING, RECORDED, QUARANTINED, WITHDRAWING)),
            Map.entry(RECORDED, Set.of(READING, WITHDRAWING)),
            Map.entry(QUARANTINED, Set.of(WITHDRAWING)),
            Map.entry(WITHDRAWING, Set.of(WITHDRAWN)),
            Map.entry(TAKEN_APART, Set.of()),
            Map.entry(DUPLICATE, Set.of()),
            Map.entry(REFUSED, Set.of()),
            Map.entry(WITHDRAWN, Set.of()));

    @ParameterizedTest
    @EnumSource(PaperState.class)
    void shouldMoveOnlyWhereTheTableSays(PaperState state) {
        assertThat(state.next()).isEqualTo(TABLE.get(state));
    }

    @Test
    void shouldNeverReadAgainWhatIsQuarantined() {
        assertThat(QUARANTINED.mayBecome(READING)).isFalse();
        assertThat(QUARANTINED.mayBecome(RECORDED)).isFalse();
    }
}
